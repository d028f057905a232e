/** Changing many contacts at once, and taking that back. */
import { changeContacts, findBulkChange, isUnfinished, undoBulkChange } from "../../app/bulk/bulk-changes.ts";
import { readBulkRequest, type SaidChoice } from "../../app/bulk/bulk-request.ts";
import type { BulkRecord, ImportAtWork } from "../../app/ports/bulk-store.ts";
import type { Ports, Workspace } from "../../app/ports.ts";
import { bulkChangeJson } from "../../app/view/bulk-change-json.ts";
import { accept, type Result } from "../../core/problem/refusal.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Bind } from "../bind.ts";
import * as contract from "../contract/bulk-changes.ts";
import type { BodyOf } from "../contract/endpoint.ts";
import { afterCursor, pageOf } from "../page.ts";
import type { ServerParts } from "../server-parts.ts";

export function bindBulkChanges(bind: Bind): void {
  bind(contract.changeContacts, async ({ ports, parts, workspace, actor, body }) => {
    const request = await readBulkRequest(ports, workspace, { choice: choiceOf(body), change: body.change });
    if (!request.ok) return request;
    const done = await changeContacts(ports, workspace, { request: request.value, actor });
    return answered({ ports, parts, workspace }, done);
  });

  bind(contract.listBulkChanges, async ({ ports, workspace, query: { limit, cursor } }) => {
    const before = afterCursor("blk", workspace.idKey, cursor);
    if (!before.ok) return before;
    const wanted = { before: before.value || null, limit: limit + 1 };
    const found = await ports.store.bulkChanges.list(workspace.number, wanted);
    const held = await importAtWork(ports, workspace);
    return accept(
      pageOf(found, limit, {
        json: (record) => bulkChangeJson(workspace, record, held),
        cursor: ({ number }) => encodeId("blk", workspace.idKey, number),
      }),
    );
  });

  bind(contract.showBulkChange, async ({ ports, workspace, params }) => {
    const found = await findBulkChange(ports, workspace, params.id);
    return found.ok ? accept(bulkChangeJson(workspace, found.value, await importAtWork(ports, workspace))) : found;
  });

  bind(contract.undoBulkChange, async ({ ports, parts, workspace, actor, params }) => {
    const found = await findBulkChange(ports, workspace, params.id);
    if (!found.ok) return found;
    const undone = await undoBulkChange(ports, workspace, { record: found.value, actor });
    return answered({ ports, parts, workspace }, undone);
  });
}

function choiceOf(body: BodyOf<typeof contract.changeContacts>): SaidChoice {
  if ("contacts" in body) return { contacts: body.contacts };
  const { search, filter, except } = body.matching;
  return { search: search ?? null, filter, except };
}

/** What is left of it is the workers'. */
export async function answered(
  {
    ports,
    parts,
    workspace,
  }: { readonly ports: Ports; readonly parts: Pick<ServerParts, "nudge">; readonly workspace: Workspace },
  record: Result<BulkRecord>,
) {
  if (!record.ok) return record;
  if (isUnfinished(record.value)) parts.nudge();
  return accept(bulkChangeJson(workspace, record.value, await importAtWork(ports, workspace)));
}

const importAtWork = ({ store }: Ports, { number }: Workspace): Promise<ImportAtWork> =>
  store.bulkChanges.importAtWork(number);
