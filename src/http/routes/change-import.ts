/** `PATCH /imports/{id}`: what is said about an import before it starts. */
import { askForPlan } from "../../app/import/ask-job.ts";
import { changeImport as changed } from "../../app/import/changing/change-import.ts";
import { importChange } from "../../app/import/preparing/import-words.ts";
import { actorName } from "../../core/member/actor.ts";
import { refuseWith } from "../../core/problem/refusal.ts";
import type { Bind } from "../bind.ts";
import { changeImport } from "../contract/imports.ts";
import { versionIn } from "../e-tag.ts";
import { importAnswer } from "../import-answer.ts";
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
    const { ref } = found.value;
    const fixes = cells.length + everywhere.length > 0 ? { cells, everywhere, by } : null;
    if (fixes !== null || Object.keys(change.value).length > 0) {
      const settled = await changed(ports, workspace, { ref, version }, { change: change.value, fixes, actor });
      if (!settled.ok) return settled;
      // Cells were corrected, and the lines that they concern are planned already.
      if (settled.value.state === "planned") return importAnswer(call, settled.value, { seconds: 0, status: 202 });
    }
    return asked(call, await askForPlan(ports, ref, by));
  });
}
