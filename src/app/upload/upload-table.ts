/** An uploaded file: how it would be read and mapped, and the import that is made of it. */
import { accept, type Result } from "../../core/problem/refusal.ts";
import { convertSource } from "../import/preparing/convert-source.ts";
import type { ConvertedSource } from "../import/preparing/converted-source.ts";
import { importPolicy } from "../import/preparing/import-policy.ts";
import type { ImportRequest } from "../import/preparing/import-request.ts";
import { prepareConverted, type WantedImport } from "../import/preparing/prepare-import.ts";
import { sniffSource } from "../import/preparing/read-source.ts";
import { giveUp } from "../import/preparing/receive-file.ts";
import { type SourceTable, sourceTable } from "../import/preparing/source-table.ts";
import { type BecomingValues, valuesBecome } from "../import/preparing/values-become.ts";
import type { ImportRecord, Ports, Workspace } from "../ports.ts";
import type { UseUp, WholeUpload } from "./uploads.ts";

/** Refused only where whoever asks may not import, or asks for what there is not. */
export async function uploadTable(
  ports: Ports,
  workspace: Workspace,
  upload: WholeUpload,
  request: ImportRequest,
): Promise<Result<SourceTable>> {
  const policy = importPolicy(workspace, request);
  if (!policy.ok) return policy;
  const asked = { policy: policy.value, request };
  return accept(await sourceTable(ports, workspace, await fileOf(ports, upload, asked), asked));
}

/** What the values of one column become in a field. */
export async function uploadValues(
  ports: Ports,
  workspace: Workspace,
  upload: WholeUpload,
  { request, ...of }: { readonly request: ImportRequest; readonly column: number; readonly field: string },
): Promise<Result<BecomingValues>> {
  const policy = importPolicy(workspace, request);
  if (!policy.ok) return policy;
  const asked = { policy: policy.value, request };
  const file = await fileOf(ports, upload, asked);
  if (!file.ok) return file;
  const sniffed = await sniffSource(ports, file.value, asked);
  if (!sniffed.ok) return sniffed;
  const { source, dialect } = sniffed.value;
  return valuesBecome(ports, workspace, { ...of, ...asked, source, dialect });
}

/** Where it is refused, the upload stays, to be tried in another way. */
export async function importUpload(
  ports: Ports,
  workspace: Workspace,
  upload: WholeUpload,
  wanted: WantedImport & { readonly useUp: UseUp },
): Promise<Result<ImportRecord>> {
  const { request } = wanted;
  const policy = importPolicy(workspace, request);
  if (!policy.ok) return policy;
  const file = await fileOf(ports, upload, { policy: policy.value, request });
  return file.ok ? prepareConverted(ports, workspace, file.value, wanted) : file;
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
    // The upload may have gone meanwhile, with all that is of it.
    await giveUp(ports, file.value.source.key);
  }
  return file;
}
