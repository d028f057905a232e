/**
 * A stored file as it would be read and mapped, before an import is made of it. What stands in the way is told beside what can
 * be seen, so that it can be put right.
 */
import type { ColumnMapping } from "../../../core/mapping/column-mapping.ts";
import type { Constant } from "../../../core/mapping/constant.ts";
import type { OtherObject } from "../../../core/mapping/other-object.ts";
import type { Refusal, Result } from "../../../core/problem/refusal.ts";
import type { Dialect } from "../../../core/tabular/dialect.ts";
import type { Row } from "../../../core/tabular/rows/row.ts";
import type { Ports, Workspace } from "../../ports.ts";
import { type ContinuedFile, continuedFile } from "../continuing/continued-file.ts";
import type { Asked } from "../continuing/continued-import.ts";
import type { ConvertedSource } from "./converted-source.ts";
import type { ImportRequest } from "./import-request.ts";
import { mapSource, sniffSource } from "./read-source.ts";

export type SourceTable = {
  /** Null = it cannot be read at all. */
  readonly dialect: Dialect | null;
  readonly columns: readonly ColumnMapping[];
  readonly constants: readonly Constant[];
  readonly headers: readonly string[] | null;
  /** The first ones below the header. */
  readonly rows: readonly Row[];
  /** Why no import of it can start like this; null = one can. */
  readonly refusal: Refusal | null;
  /** What its lines look like where nobody has said it and they do not look like contacts; null = like contacts. */
  readonly looksLike: OtherObject | null;
  /** Null = it is a file of its own. */
  readonly continues: ContinuedFile | null;
};

const UNREAD: SourceTable = {
  ...{ dialect: null, columns: [], constants: [], headers: null, rows: [] },
  ...{ refusal: null, looksLike: null, continues: null },
};

/** @param file refused = it could not be made text */
export async function sourceTable(
  ports: Ports,
  workspace: Workspace,
  file: Result<ConvertedSource>,
  asked: Asked<ImportRequest>,
): Promise<SourceTable> {
  if (!file.ok) return { ...UNREAD, refusal: file.refusal };
  const sniffed = await sniffSource(ports, file.value, asked);
  if (!sniffed.ok) return { ...UNREAD, refusal: sniffed.refusal };
  const { dialect } = sniffed.value;
  const mapped = await mapSource(ports, workspace, sniffed.value, asked);
  if (!mapped.ok) return { ...UNREAD, dialect, refusal: sniffed.value.refusal ?? mapped.refusal };
  const { sample, mapped: columns, refusal, looksLike } = mapped.value;
  return {
    dialect,
    columns: columns.mapping,
    constants: columns.constants,
    headers: sample.headers,
    rows: sample.rows,
    refusal: sniffed.value.refusal ?? refusal,
    looksLike,
    continues: await continuedFile(ports, sniffed.value, mapped.value),
  };
}
