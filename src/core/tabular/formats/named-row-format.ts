/** A text format made of a reader of named rows: one reading finds the names, a second one gives the rows in their order. */
import { type Refusal, refuseWith } from "../../problem/refusal.ts";
import { MAX_COLUMNS } from "../rows/csv-reader.ts";
import type { NamedRow, NamedRowReader } from "./named-row.ts";
import type { SourceRow } from "./source-row.ts";
import type { TextFormat } from "./text-format.ts";

type NamedRowFormat = {
  readonly detect: TextFormat["detect"];
  readonly reader: () => NamedRowReader;
  /** How the columns are to stand, given their names in the order in which they appear. */
  readonly inOrder: (names: readonly string[]) => readonly string[];
};

export const namedRowFormat = ({ detect, reader, inOrder }: NamedRowFormat): TextFormat => ({
  detect,
  columns() {
    const source = reader();
    const names = new Set<string>();
    let refusal: Refusal | null = null;
    const take = (rows: readonly NamedRow[]): void => {
      for (const row of rows) {
        for (const name of row.cells.keys()) names.add(name);
        if (names.size > MAX_COLUMNS) refusal ??= tooManyNames(row.line);
      }
    };
    return {
      get refusal() {
        return refusal ?? source.refusal;
      },
      push(bytes) {
        if (refusal === null) take(source.push(bytes));
      },
      end() {
        if (refusal === null) take(source.end());
        return { columns: inOrder([...names]), says: source.notes };
      },
    };
  },
  rows(columns) {
    const source = reader();
    const inColumns = ({ line, cells, unread }: NamedRow): SourceRow => {
      const inOrder = columns.map((name) => cells.get(name) ?? "");
      return unread ? { line, cells: [...inOrder, unread.text], unread: unread.says } : { line, cells: inOrder };
    };
    return {
      get refusal() {
        return source.refusal;
      },
      push: (bytes) => source.push(bytes).map(inColumns),
      end: () => source.end().map(inColumns),
    };
  },
});

const tooManyNames = (line: number): Refusal =>
  refuseWith("too_many_columns", `Up to line ${line} the file has more than ${MAX_COLUMNS} different names.`, line)
    .refusal;
