/** What single rows say under an import's settings, field by field, beside the passes that read whole files. */
import { type DraftBatch, valueAt } from "../../core/plan/draft.ts";
import { DraftBuilder } from "../../core/plan/draft-builder.ts";
import type { Row } from "../../core/tabular/rows/row.ts";
import type { ImportRecord, Ports } from "../ports.ts";
import { type CompiledImport, compileImport } from "./compile-import.ts";
import { secondSettings } from "./import-parts.ts";
import { withNames } from "./passes/workspace-names.ts";

/** By field; one of which the row says nothing is not there. */
export type SaidValues = ReadonlyMap<string, string>;

/**
 * What reads the rows of an import, the line's own object first.
 *
 * @param reader the import that they are read for
 */
export async function readersOf(
  ports: Pick<Ports, "store">,
  record: ImportRecord,
  reader: ImportRecord = record,
): Promise<readonly CompiledImport[]> {
  const settings = await withNames(ports, record, reader);
  return [settings, secondSettings(settings)].flatMap((part) => (part === null ? [] : [compileImport(part)]));
}

/** One reader for many rows: to make it costs more than a row does. */
export function rowReader(part: CompiledImport): (row: Row) => SaidValues {
  const builder = new DraftBuilder(part.drafts);
  return (row) => {
    builder.add(row);
    return saidAt(part, builder.take(), 0);
  };
}

export function saidAt({ shape }: CompiledImport, drafts: DraftBatch, row: number): SaidValues {
  const said = shape.slots.slice(0, shape.mapped).map(({ key }, slot) => [key, valueAt(drafts, slot, row)] as const);
  return new Map(said.filter(([, value]) => value !== ""));
}
