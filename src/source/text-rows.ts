/** The rows of a text format: one pass over the file for its columns, one for its rows. */
import type { TableBytes } from "../app/ports/table-bytes.ts";
import type { Evidence } from "../core/tabular/dialect.ts";
import type { SourceRow } from "../core/tabular/formats/source-row.ts";
import type { ColumnFinder, DetectedText, RowReader, TextFormat } from "../core/tabular/formats/text-format.ts";
import { RefusedFile } from "./refused-file.ts";
import type { RowSource } from "./row-source.ts";

/** The header is no row of the file: it stands before the first one. */
const HEADER_LINE = 0;

export function textRows(
  file: TableBytes,
  { format, detected }: { readonly format: TextFormat; readonly detected: DetectedText },
): RowSource {
  const evidence: Evidence[] = [{ about: "format", says: detected.says }];
  async function* rows(): AsyncGenerator<readonly SourceRow[]> {
    const finder = format.columns();
    for await (const piece of file.bytes()) {
      finder.push(piece);
      if (finder.refusal) break;
    }
    const { columns, says } = finder.end();
    refuseWhere(finder);
    for (const sentence of says) evidence.push({ about: "header", says: sentence, notice: true });
    if (columns.length === 0) return;
    yield [{ line: HEADER_LINE, cells: columns }];
    const reader = format.rows(columns);
    for await (const piece of file.bytes()) {
      yield reader.push(piece);
      refuseWhere(reader);
    }
    yield reader.end();
    refuseWhere(reader);
  }
  return { format: detected.format, numbersEveryRow: false, rows, found: () => ({ named: true, evidence }) };
}

function refuseWhere({ refusal }: ColumnFinder | RowReader): void {
  if (refusal) throw new RefusedFile(refusal);
}
