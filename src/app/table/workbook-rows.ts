/** The rows of an exported table as they stand in a workbook, where a text is a text and needs no protection. */
import type { ProblemCode } from "../../core/problem/catalogue.ts";
import { type Refusal, refuseWith } from "../../core/problem/refusal.ts";
import { MOST_CELL_CHARS, MOST_ROWS } from "../../core/sheet/sheet-limits.ts";
import { unprotectCell } from "../../core/tabular/rows/protect-cell.ts";
import type { ExportPage } from "../export/export-contacts.ts";

/** Thrown out of the stream of rows: what a workbook cannot hold is only met on the way. */
export class TooLargeForWorkbook extends Error {
  readonly refusal: Refusal;

  constructor(message: string) {
    super(message);
    const code: ProblemCode = "workbook_too_small";
    this.refusal = refuseWith(code, message).refusal;
  }
}

export async function* workbookRows(pages: AsyncIterable<ExportPage>): AsyncGenerator<readonly (readonly string[])[]> {
  let rows = 0;
  for await (const page of pages) {
    rows += page.rows.length;
    if (rows > MOST_ROWS) {
      throw new TooLargeForWorkbook(
        `The export has more than ${MOST_ROWS.toLocaleString("en")} rows, and a sheet holds no more.`,
      );
    }
    yield page.rows.map((cells) => cells.map(plainCell));
  }
}

/** Without the apostrophe that keeps a cell of a CSV from running, unless importing would take away one of the value's own. */
function plainCell(cell: string): string {
  if (cell.length > MOST_CELL_CHARS) {
    const chars = cell.length.toLocaleString("en");
    throw new TooLargeForWorkbook(
      `A value has ${chars} characters, and a cell of a workbook holds ${MOST_CELL_CHARS.toLocaleString("en")}.`,
    );
  }
  const plain = unprotectCell(cell);
  return unprotectCell(plain) === plain ? plain : cell;
}
