/** `PATCH /imports/{id}`: what is said about an import before it starts. */
import { askForPlan } from "../../app/import/ask-job.ts";
import { changeImport as changed } from "../../app/import/change-import.ts";
import { keepFixes } from "../../app/import/fix-cells.ts";
import { importChange } from "../../app/import/import-words.ts";
import { actorName } from "../../core/member/actor.ts";
import { refuseWith } from "../../core/problem/refusal.ts";
import type { Bind } from "../bind.ts";
import { changeImport } from "../contract/imports.ts";
import { versionIn } from "../e-tag.ts";
import { asked, resting } from "./import-moves.ts";

export function bindChangeImport(bind: Bind): void {
  bind(changeImport, async (call) => {
    const { ports, workspace, actor, params, context } = call;
    const by = actorName(actor);
    const found = await resting(ports, workspace, { id: params.id, events: ["plan"] });
    if (!found.ok) return found;
    const version = versionIn(context.req.header("if-match"));
    if (version !== null && version !== found.value.version)
      return refuseWith("version_conflict", `${found.value.id} has changed since it was read.`);
    const { cells = [], everywhere = [], ...options } = call.body;
    const change = importChange(options);
    if (!change.ok) return change;
    let record = found.value;
    if (cells.length > 0 && record.state !== "planned")
      return refuseWith("import_state_invalid", `${record.id} is not planned yet: its lines are not known.`);
    if (cells.length + everywhere.length > 0) {
      const fixed = await keepFixes(ports, record.ref, { cells, everywhere, by });
      if (!fixed.ok) return fixed;
      record = fixed.value;
    }
    if (Object.keys(change.value).length > 0) {
      const of = { ref: record.ref, version: version === null ? null : record.version };
      const settled = await changed(ports, workspace, of, { change: change.value, actor });
      // Cells that were corrected by the same request are, and are planned.
      if (!settled.ok && record !== found.value) await asked(call, await askForPlan(ports, record.ref, by));
      if (!settled.ok) return settled;
      record = settled.value;
    }
    return asked(call, await askForPlan(ports, record.ref, by));
  });
}
