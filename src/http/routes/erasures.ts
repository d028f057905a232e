/** Erasing people for good. */
import { askErasure, findErasure, startErasure, withdrawErasure } from "../../app/contact/erasures.ts";
import type { ErasureRecord } from "../../app/ports/erasure-requests.ts";
import type { Ports, Workspace } from "../../app/ports.ts";
import { erasureJson, mentionsJson } from "../../app/view/erasure-json.ts";
import { accept } from "../../core/problem/refusal.ts";
import type { Voice } from "../../core/problem/voice.ts";
import { encodeId } from "../../core/public-id.ts";
import { API, type Bind } from "../bind.ts";
import * as contract from "../contract/erasures.ts";
import { afterCursor, pageOf } from "../page.ts";

type Asking = { readonly ports: Ports; readonly workspace: Workspace; readonly voice: Voice };

export function bindErasures(bind: Bind): void {
  bind(contract.askErasure, async (call) => {
    const { ports, parts, workspace, actor, body } = call;
    const asked = await askErasure(ports, workspace, { ...body, actor });
    if (!asked.ok) return asked;
    parts.nudge();
    const json = await jsonOf(call, asked.value);
    return Response.json(json, { status: 202, headers: { Location: `${API}/erasures/${json.id}` } });
  });

  bind(contract.listErasures, async (call) => {
    const { ports, workspace, voice, query } = call;
    const before = afterCursor("ers", workspace.idKey, query.cursor);
    if (!before.ok) return before;
    const { limit } = query;
    const wanted = { before: before.value || null, limit: limit + 1 };
    const found = await ports.store.erasureRequests.list(workspace.number, wanted);
    const importAtWork = await ports.store.bulkChanges.importAtWork(workspace.number);
    return accept(
      pageOf(found, limit, {
        json: (record) => erasureJson(workspace, record, { importAtWork, voice }),
        cursor: ({ number }) => encodeId("ers", workspace.idKey, number),
      }),
    );
  });

  bind(contract.showErasure, async (call) => {
    const { ports, workspace, params } = call;
    const found = await findErasure(ports, workspace, params.id);
    if (!found.ok) return found;
    const mentions = await mentionsJson(ports, workspace, found.value);
    return accept({ ...(await jsonOf(call, found.value)), mentions });
  });

  bind(contract.startErasure, async (call) => {
    const { ports, parts, workspace, actor, params } = call;
    const found = await findErasure(ports, workspace, params.id);
    if (!found.ok) return found;
    const started = await startErasure(ports, workspace, { record: found.value, actor });
    if (!started.ok) return started;
    parts.nudge();
    return accept(await jsonOf(call, started.value));
  });

  bind(contract.withdrawErasure, async ({ ports, workspace, params }) => {
    const found = await findErasure(ports, workspace, params.id);
    return found.ok ? withdrawErasure(ports, workspace, found.value) : found;
  });
}

async function jsonOf({ ports, workspace, voice }: Asking, record: ErasureRecord) {
  const importAtWork = await ports.store.bulkChanges.importAtWork(workspace.number);
  return erasureJson(workspace, record, { importAtWork, voice });
}
