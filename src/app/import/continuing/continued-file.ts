/** What a file of lines with errors continues, as whoever gives it is told before an import is made of it. */
import { errorLineOf, ownColumns } from "../../../core/mapping/error-columns.ts";
import type { EffectivePolicy } from "../../../core/policy/effective-policy.ts";
import type { Dialect } from "../../../core/tabular/dialect.ts";
import { CsvReader } from "../../../core/tabular/rows/csv-reader.ts";
import type { Row } from "../../../core/tabular/rows/row.ts";
import { VALUE_ROWS } from "../../limits.ts";
import type { TableBytes } from "../../ports/table-bytes.ts";
import type { ImportRecord, Ports } from "../../ports.ts";
import { storedTable } from "../../table/stored-table.ts";
import type { ImportRequest } from "../preparing/import-request.ts";
import type { MappedSource, SniffedSource } from "../preparing/read-source.ts";

export type ContinuedFile = {
  readonly former: ImportRecord;
  /** Rows that name a line of that import. */
  readonly lines: number;
  /** False = the file has more rows than are counted. */
  readonly isWhole: boolean;
  /** Columns of the contacts; those behind them are about the lines. */
  readonly own: number;
  /** As it was then, unless it is said otherwise now. */
  readonly policy: EffectivePolicy;
  readonly request: ImportRequest;
};

/** Null = the file is one of its own. */
export async function continuedFile(
  ports: Pick<Ports, "files">,
  { source, dialect }: Pick<SniffedSource, "source" | "dialect">,
  { former, sample: { headers }, policy, request }: MappedSource,
): Promise<ContinuedFile | null> {
  if (former === null || headers === null) return null;
  const own = ownColumns(headers);
  const namesLine = ({ cells }: Row): boolean => errorLineOf(cells, own)?.import === former.id;
  return { ...(await counted(storedTable(ports, source), dialect, namesLine)), former, own, policy, request };
}

async function counted(
  file: TableBytes,
  dialect: Dialect,
  counts: (row: Row) => boolean,
): Promise<Pick<ContinuedFile, "lines" | "isWhole">> {
  const reader = new CsvReader(dialect);
  let [lines, rows] = [0, 0];
  const add = (read: Iterable<Row>): void => {
    for (const row of read) {
      rows++;
      if (counts(row)) lines++;
    }
  };
  for await (const piece of file.bytes()) {
    add(reader.push(piece));
    if (rows >= VALUE_ROWS || reader.refusal !== null) return { lines, isWhole: false };
  }
  add(reader.end());
  return { lines, isWhole: reader.refusal === null };
}
