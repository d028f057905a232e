/** A file that breaks readers, with the table that a person sees in it. */

export type HardCase = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Null where the file has none. */
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  /** Places in `rows` of those that nobody can read for certain: naming them as wrong is as good as reading them. */
  readonly damaged?: ReadonlySet<number>;
  /** There is no single right table in it, so that turning the file away is right too. */
  readonly mayBeRefused?: boolean;
};

type Table = Pick<HardCase, "header" | "rows">;
type Doubts = Pick<HardCase, "damaged" | "mayBeRefused">;

const encoder = new TextEncoder();

/** @param file text in UTF-8, or the bytes themselves */
export function hardCase(name: string, file: string | Uint8Array, table: Table, doubts: Doubts = {}): HardCase {
  const { header, rows } = table;
  return { name, bytes: typeof file === "string" ? encoder.encode(file) : file, header, rows, ...doubts };
}

/** Lines of a table with the header first. */
export const linesOf = ({ header, rows }: Table): readonly (readonly string[])[] =>
  header === null ? rows : [header, ...rows];

export type Style = {
  readonly delimiter?: string;
  readonly quote?: string;
  /** How a quote inside a cell is written. */
  readonly escape?: string;
  readonly newline?: string;
  readonly quoteAll?: boolean;
  readonly finalNewline?: boolean;
};

/** The table as a file of that style. */
export function written(table: Table, style: Style = {}): string {
  const newline = style.newline ?? "\n";
  const text = linesOf(table)
    .map((cells) => writtenLine(cells, style))
    .join(newline);
  return style.finalNewline === false ? text : text + newline;
}

export function writtenLine(cells: readonly string[], style: Style = {}): string {
  const { delimiter = ",", quote = '"', escape: escaped = quote } = style;
  const written = (cell: string): string => {
    const plain = !cell.includes(delimiter) && !(quote !== "" && cell.includes(quote)) && !/[\r\n]/.test(cell);
    if (quote === "" || (plain && style.quoteAll !== true)) return cell;
    return quote + cell.replaceAll(quote, escaped + quote) + quote;
  };
  return cells.map(written).join(delimiter);
}
