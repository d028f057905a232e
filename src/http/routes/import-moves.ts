/** What is done with an import that is there: each asks for work that goes on after the answer. */

import { askForRun, askForStart, askForUndo } from "../../app/import/ask-job.ts";
import { acceptDisclaimer } from "../../app/import/preparing/accept-disclaimer.ts";
import { removeImport } from "../../app/import/remove-import.ts";
import { cancelImport } from "../../app/import/run-import.ts";
import type { ImportRecord, Ports, Workspace } from "../../app/ports.ts";
import { findImport, findImportToUndo } from "../../app/view/find-by-id.ts";
import { importJson } from "../../app/view/import-json.ts";
import { undoPageJson } from "../../app/view/undo-page-json.ts";
import { effectsOf } from "../../app/workflow/effects-of-import.ts";
import { type ImportEvent, mayHappen } from "../../core/import-state.ts";
import { actorName } from "../../core/member/actor.ts";
import { awaitsDisclaimer } from "../../core/policy/awaits-disclaimer.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import type { Bind } from "../bind.ts";
import {
  acceptedDisclaimer,
  cancelledImport,
  previewedUndo,
  removedImport,
  resumeImport,
  startPlanned,
  undoneImport,
} from "../contract/import-moves.ts";
import { versionIn } from "../e-tag.ts";
import { importAnswer, isWanted } from "../import-answer.ts";
import type { ServerParts } from "../server-parts.ts";

export function bindImportMoves(bind: Bind): void {
  bind(startPlanned, async (call) => {
    const { ports, workspace, actor, params, body, context } = call;
    const found = await findImport(ports, workspace, params.id);
    if (!found.ok) return found;
    const record = found.value;
    if (!mayHappen(record.state, "start"))
      return refuseWith("import_state_invalid", `${record.id} is ${record.state}.`);
    const version = versionIn(context.req.header("if-match"));
    if (version !== null && version !== record.version)
      return refuseWith("version_conflict", `${record.id} has changed since it was read.`);
    let seen = record;
    if (awaitsDisclaimer(record.settings) && body.acceptDisclaimer) {
      const accepted = await acceptDisclaimer(ports, { ref: record.ref, version }, actor);
      if (!accepted.ok) return accepted;
      seen = accepted.value;
    }
    const by = actorName(actor);
    return asked(call, await (version === null ? askForRun(ports, seen.ref, by) : askForStart(ports, seen, by)));
  });

  bind(resumeImport, async (call) => {
    const { ports, workspace, actor, caller, params } = call;
    const found = await findImport(ports, workspace, params.id);
    if (!found.ok) return found;
    const { id, ref, state, undo } = found.value;
    const by = actorName(actor);
    if (state === "undoing" && caller.kind === "embed")
      return refuseWith("embed_not_allowed", `A token for embedding undoes nothing, and ${id} is being undone.`);
    if (state === "undoing" && undo !== null) return asked(call, await askForUndo(ports, ref, { by, ...undo }));
    if (mayHappen(state, "resume")) return asked(call, await askForRun(ports, ref, by));
    return refuseWith("import_state_invalid", `${id} is ${state}: there is nothing to go on with.`);
  });

  bind(cancelledImport, async (call) => {
    const { ports, workspace, caller, params } = call;
    const found = await findImport(ports, workspace, params.id);
    if (!found.ok) return found;
    return asked(call, await cancelImport(ports, found.value.ref, { inEmbed: caller.kind === "embed" }));
  });

  bind(acceptedDisclaimer, async ({ ports, workspace, actor, voice, params }) => {
    const found = await resting(ports, workspace, { id: params.id, events: ["start"] });
    if (!found.ok) return found;
    const accepted = await acceptDisclaimer(ports, { ref: found.value.ref }, actor);
    return accepted.ok ? accept(importJson(accepted.value, null, voice)) : accepted;
  });

  bind(removedImport, async ({ ports, workspace, params }) => {
    const found = await resting(ports, workspace, { id: params.id, events: ["remove"] });
    if (!found.ok) return found;
    const removed = await removeImport(ports, found.value.ref);
    return removed.ok ? accept(null) : removed;
  });
}

export function bindUndo(bind: Bind): void {
  bind(previewedUndo, async ({ ports, workspace, params, query: { limit, cursor, line, includeEdited, staying } }) => {
    const found = await findImportToUndo(ports, workspace, params.id);
    if (!found.ok) return found;
    const { id, state } = found.value;
    if (!mayHappen(state, "undo"))
      return refuseWith("import_state_invalid", `${id} is ${state}: there is nothing to undo.`);
    const page = await undoPageJson(ports, found.value, {
      ...{ limit, cursor: cursor ?? null, idKey: workspace.idKey },
      ...{ only: line ?? null, includeEdited, staying },
    });
    return page.ok ? accept({ ...page.value, effects: await effectsOf(ports, found.value, line ?? null) }) : page;
  });

  bind(undoneImport, async (call) => {
    const { ports, workspace, actor, params, body } = call;
    const found = await findImportToUndo(ports, workspace, params.id);
    if (!found.ok) return found;
    const request = { only: body.line ?? null, includeEdited: body.includeEdited ?? false, by: actorName(actor) };
    return asked(call, await askForUndo(ports, found.value.ref, request));
  });
}

type Asking = Parameters<typeof importAnswer>[0] & {
  readonly parts: Pick<ServerParts, "nudge">;
  readonly query: { readonly wait: number };
};

/** The workers do it; the answer is the import as it is meanwhile, or after the wait. */
export async function asked(call: Asking, record: Result<ImportRecord>): Promise<Result<never> | Response> {
  if (!record.ok) return record;
  call.parts.nudge();
  return importAnswer(call, record.value, { seconds: call.query.wait, status: 202 });
}

type Sought = { readonly id: string; readonly events: readonly ImportEvent[] };

/** The import, where nobody works on it and one of these may happen to it. */
export async function resting(
  ports: Ports,
  workspace: Workspace,
  { id, events }: Sought,
): Promise<Result<ImportRecord>> {
  const found = await findImport(ports, workspace, id);
  if (!found.ok) return found;
  const { state, id: name } = found.value;
  if (!events.some((event) => mayHappen(state, event)))
    return refuseWith("import_state_invalid", `${name} is ${state}.`);
  return isWanted(found.value, ports.now()) ? refuseWith("import_busy", `${name} is being worked on.`) : found;
}
