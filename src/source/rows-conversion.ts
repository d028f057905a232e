/** A source of rows as the rows file that is stored in its place. */

import { PIECE_CHARS } from "../app/limits.ts";
import type { Conversion, Converted } from "../app/ports/converter.ts";
import { accept, type Result, refuse } from "../core/problem/refusal.ts";
import type { Evidence } from "../core/tabular/dialect.ts";
import type { SourceRow } from "../core/tabular/formats/source-row.ts";
import { MAX_ROW_CHARS } from "../core/tabular/rows/csv-reader.ts";
import { RowsFileWriter } from "../core/tabular/rows/rows-file.ts";
import type { UnpackedBytes } from "./archive/unpacked-bytes.ts";
import { RefusedFile } from "./refused-file.ts";
import type { RowSource } from "./row-source.ts";

type Around = {
  /** Rows may say a text again and again that the file holds once. */
  readonly budget: UnpackedBytes;
  /** What was found before the rows were reached. */
  readonly besides: readonly Evidence[];
  readonly close: () => Promise<void>;
};

export function rowsConversion(source: RowSource, { budget, besides, close }: Around): Conversion {
  let result: Result<Converted> | null = null;
  const writer = new RowsFileWriter(source.numbersEveryRow);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    let text = "";
    for await (const rows of source.rows()) {
      for (const row of rows) {
        checkLength(row);
        text += writer.write(row);
        if (text.length < PIECE_CHARS) continue;
        yield counted(text, budget);
        text = "";
      }
    }
    if (text !== "") yield counted(text, budget);
  }
  return {
    format: source.format,
    async *bytes() {
      try {
        yield* pieces();
        const { evidence, ...found } = source.found();
        const from = { format: source.format, ...found, columns: writer.columns, evidence: [...besides, ...evidence] };
        result = accept({ from, evidence: [] });
      } catch (error) {
        if (!(error instanceof RefusedFile)) throw error;
        result = refuse(error.refusal);
      }
    },
    result() {
      if (result === null) throw new Error("the converted file was not read to its end");
      return result;
    },
    close,
  };
}

function counted(text: string, budget: UnpackedBytes): Uint8Array {
  const bytes = Buffer.from(text);
  budget.add(bytes.length);
  return bytes;
}

function checkLength({ line, cells }: SourceRow): void {
  let chars = 0;
  for (const cell of cells) chars += cell.length;
  if (chars > MAX_ROW_CHARS)
    throw RefusedFile.of("row_too_long", `Row ${line} is too long to be a row of a table.`, line);
}
