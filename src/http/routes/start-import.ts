/** `POST /imports`: a file, what is said about it, and what becomes of it. */
import { importPolicy } from "../../app/import/preparing/import-policy.ts";
import { importRequest, takingRows } from "../../app/import/preparing/import-words.ts";
import { prepareImport, type WantedImport } from "../../app/import/preparing/prepare-import.ts";
import { giveUp } from "../../app/import/preparing/receive-file.ts";
import type { ImportRecord } from "../../app/ports.ts";
import { importUpload } from "../../app/upload/upload-table.ts";
import { findWholeUpload, sweepUploads, usingUp } from "../../app/upload/uploads.ts";
import { disclaimerRefused } from "../../core/policy/disclaimer.ts";
import type { EffectivePolicy } from "../../core/policy/effective-policy.ts";
import { renderPolicyValue } from "../../core/policy/set-policy.ts";
import { accept, type Refused, type Result, refuseWith } from "../../core/problem/refusal.ts";
import type { Bind, Call } from "../bind.ts";
import { receiveSent, type Sent } from "../body/sent-file.ts";
import { callerName } from "../caller.ts";
import { type ImportOptions, importOptions } from "../contract/import-options.ts";
import { startImport } from "../contract/imports.ts";
import { nameIn } from "../file-name-header.ts";
import { invalid } from "../problem-json.ts";
import { asked } from "./import-moves.ts";

type Start = Call<typeof startImport>;

export function bindStartImport(bind: Bind): void {
  bind(startImport, async (call) => {
    const { ports, workspace, query, parts } = call;
    const { wait: _, workspace: _slug, name, ...inQuery } = query;
    await sweepUploads(ports, parts);
    const sent = await receiveSent(call.sent, {
      ports,
      name: name ?? nameIn(call.context.req.header("content-disposition")),
      maxBytes(said) {
        // What stands behind the file is not known yet, and may refuse it later.
        const options = said === undefined ? null : optionsIn(inQuery, said);
        if (options === null || options instanceof Response) return accept(workspace.policy.maxBytes);
        const wanted = wantedOf(call, options);
        return wanted.ok ? accept(wanted.value.policy.maxBytes) : wanted;
      },
    });
    if (!sent.ok) return sent;
    const options = optionsIn(inQuery, sent.value.said);
    if (options instanceof Response) {
      if ("source" in sent.value) await giveUp(ports, sent.value.source.key);
      return options;
    }
    return asked(call, await prepared(call, sent.value, options));
  });
}

/** What stands beside the file goes before what the query says. */
function optionsIn(query: ImportOptions, said: unknown): ImportOptions | Response {
  const options = importOptions.strict().safeParse(said ?? {});
  return options.success ? { ...query, ...options.data } : invalid(options.error);
}

type Wanted = WantedImport & { readonly policy: EffectivePolicy };

function wantedOf({ workspace, actor }: Start, options: ImportOptions, isRows = false): Result<Wanted> {
  const said = importRequest(options, actor);
  if (!said.ok) return said;
  const request = isRows ? takingRows(workspace, said.value) : said.value;
  const policy = importPolicy(workspace, request);
  if (!policy.ok) return policy;
  if (policy.value.disclaimer && !request.disclaimerAccepted && !options.dryRun) return disclaimerRefused();
  return accept({ request, wish: { kind: options.dryRun ? "plan" : "run" }, policy: policy.value });
}

async function prepared(call: Start, sent: Sent, options: ImportOptions): Promise<Result<ImportRecord>> {
  const { ports, workspace } = call;
  const wanted = wantedOf(call, options, "isRows" in sent && sent.isRows);
  if ("upload" in sent) return wanted.ok ? importUploaded(call, sent.upload, wanted.value) : wanted;
  const { source } = sent;
  // What came behind the file may say another cap.
  const fitting = wanted.ok && isTooLarge(wanted.value.policy, source.bytes) ? tooLarge(wanted.value.policy) : wanted;
  if (fitting.ok) return prepareImport(ports, workspace, source, fitting.value);
  await giveUp(ports, source.key);
  return fitting;
}

/** The upload has then served. */
async function importUploaded(
  { ports, parts, workspace, caller }: Start,
  id: string,
  { policy, ...wanted }: Wanted,
): Promise<Result<ImportRecord>> {
  const upload = await findWholeUpload(ports, workspace, { id, owner: callerName(caller) });
  if (!upload.ok) return upload;
  if (isTooLarge(policy, upload.value.bytes)) return tooLarge(policy);
  return usingUp(ports, parts, upload.value, (useUp) =>
    importUpload(ports, workspace, upload.value, { ...wanted, useUp }),
  );
}

const isTooLarge = ({ maxBytes }: EffectivePolicy, bytes: number): boolean => maxBytes !== null && bytes > maxBytes;

const tooLarge = ({ maxBytes }: EffectivePolicy): Refused =>
  refuseWith("file_too_large", `The file is larger than ${renderPolicyValue("maxBytes", maxBytes)}.`);
