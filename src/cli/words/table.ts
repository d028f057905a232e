/** Tables for terminals: columns as wide as their widest cell, cut to the terminal's width, numbers at the right. */

export type TableColumn = { readonly head: string; readonly align?: "left" | "right" };

const GAP = "  ";
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const NO_WIDTH = /^\p{M}$/u;

/** Terminal cells that a text takes: two for East Asian wide characters, none for combining marks. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : NO_WIDTH.test(character) ? 0 : 1;
  return width;
}

/** The cells must be printable text already. Lines without line ends, the head first. */
export function renderTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  maxWidth: number,
): readonly string[] {
  const heads = columns.map(({ head }) => head);
  const widths = columns.map((_, at) => Math.max(...[heads, ...rows].map((cells) => displayWidth(cells[at] ?? ""))));
  narrow(widths, maxWidth - GAP.length * columns.length);
  return [heads, ...rows].map((cells) =>
    columns
      .map(({ align }, at) => padded(fitted(cells[at] ?? "", widths[at] ?? 0), widths[at] ?? 0, align ?? "left"))
      .join(GAP)
      .trimEnd(),
  );
}

/** The widest column gives way first, and none falls below what still says something. */
function narrow(widths: number[], room: number): void {
  for (;;) {
    const widest = Math.max(...widths);
    if (widths.reduce((sum, width) => sum + width, 0) <= room || widest <= 8) return;
    widths[widths.indexOf(widest)] = widest - 1;
  }
}

function fitted(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let cut = "";
  let used = 0;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width - 1) break;
    cut += character;
  }
  return `${cut}…`;
}

function padded(text: string, width: number, align: "left" | "right"): string {
  const spaces = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "left" ? text + spaces : spaces + text;
}
