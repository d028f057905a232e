/** A row that says nothing: counted, and no line of any ledger. */

/** Nothing but white space (and the NULs that padded files end in) in any cell. */
export function isBlankRow(cells: readonly string[]): boolean {
  const start = cells[0]?.charCodeAt(0) ?? 0;
  if (start > 32 && start < 127) return false;
  for (const cell of cells) {
    if (cell !== "" && /[^\s\0\x1a]/.test(cell)) return false;
  }
  return true;
}
