/**
 * An uploaded file as it would be read and mapped, before an import is made of it. What stands in the way is told beside
 * what can be seen, so that it can be put right.
 */
import type { ColumnMapping } from "../../core/mapping/column-mapping.ts";
import type { Constant } from "../../core/mapping/constant.ts";
import { accept, type Refusal, type Result } from "../../core/problem/refusal.ts";
import type { Dialect } from "../../core/tabular/dialect.ts";
import type { Row } from "../../core/tabular/row.ts";
import { convertSource } from "../import/convert-source.ts";
import type { ConvertedSource } from "../import/converted-source.ts";
import { importPolicy } from "../import/import-policy.ts";
import type { ImportRequest } from "../import/import-request.ts";
import { prepareConverted } from "../import/prepare-import.ts";
import { mapSource, sniffSource } from "../import/read-source.ts";
import type { ImportRecord, Ports, Workspace } from "../ports.ts";
import type { WholeUpload } from "./uploads.ts";

export type UploadTable = {
  /** Null = it cannot be read at all. */
  readonly dialect: Dialect | null;
  readonly columns: readonly ColumnMapping[];
  readonly constants: readonly Constant[];
  readonly headers: readonly string[] | null;
  /** The first ones below the header. */
  readonly rows: readonly Row[];
  /** Why no import of it can start like this; null = one can. */
  readonly refusal: Refusal | null;
};

const UNREAD: UploadTable = { dialect: null, columns: [], constants: [], headers: null, rows: [], refusal: null };

/** Refused only where whoever asks may not import, or asks for what there is not. */
export async function uploadTable(
  ports: Ports,
  workspace: Workspace,
  upload: WholeUpload,
  request: ImportRequest,
): Promise<Result<UploadTable>> {
  const policy = importPolicy(workspace, request);
  if (!policy.ok) return policy;
  const asked = { policy: policy.value, request };
  const file = await fileOf(ports, upload, asked);
  if (!file.ok) return accept({ ...UNREAD, refusal: file.refusal });
  const sniffed = await sniffSource(ports, file.value, asked);
  if (!sniffed.ok) return accept({ ...UNREAD, refusal: sniffed.refusal });
  const { dialect } = sniffed.value;
  const mapped = await mapSource(ports, workspace, sniffed.value, asked);
  if (!mapped.ok) return accept({ ...UNREAD, dialect, refusal: sniffed.value.refusal ?? mapped.refusal });
  const { sample, mapped: columns, refusal } = mapped.value;
  return accept({
    dialect,
    columns: columns.mapping,
    constants: columns.constants,
    headers: sample.headers,
    rows: sample.rows,
    refusal: sniffed.value.refusal ?? refusal,
  });
}

/** Where it is refused, the upload stays, to be tried in another way. */
export async function importUpload(
  ports: Ports,
  workspace: Workspace,
  upload: WholeUpload,
  request: ImportRequest,
): Promise<Result<ImportRecord>> {
  const policy = importPolicy(workspace, request);
  if (!policy.ok) return policy;
  const file = await fileOf(ports, upload, { policy: policy.value, request });
  return file.ok ? prepareConverted(ports, workspace, file.value, request) : file;
}

/** What is no text is made text once for each sheet that is asked for. */
async function fileOf(
  ports: Ports,
  upload: WholeUpload,
  {
    policy,
    request,
  }: { readonly policy: Parameters<typeof convertSource>[2]["policy"]; readonly request: ImportRequest },
): Promise<Result<ConvertedSource>> {
  const { uploads } = ports.store;
  const known = await uploads.rows(upload, request.sheet);
  if (known) return accept(known);
  const { key, bytes, name } = upload;
  const source = { key, digest: key, bytes, name };
  const file = await convertSource(ports, source, { policy, sheet: request.sheet });
  if (file.ok && file.value.converted !== null) {
    await uploads.keepRows(upload, request.sheet, file.value);
    await ports.files.letGo(file.value.source.key);
  }
  return file;
}
