/** Writes a row as RFC 4180 says: quoted where it must be, so that our reader, and everybody's, gives the same cells back. */

/**
 * Without the line end, which belongs to the file.
 *
 * A single empty cell is written as `""`: an empty line would be no row. Spaces at the edges are quoted too, because some
 * readers trim what is not.
 */
export function csvLine(cells: readonly string[], delimiter = ","): string {
  const only = cells.length === 1;
  return cells.map((cell) => (only && cell === "" ? '""' : csvCell(cell, delimiter))).join(delimiter);
}

function csvCell(cell: string, delimiter: string): string {
  // Of several characters, one at the cell's end would go together with the delimiter behind it.
  const plain = !/["\r\n]|^[\s\ufeff]|\s$/.test(cell) && ![...delimiter].some((part) => cell.includes(part));
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
