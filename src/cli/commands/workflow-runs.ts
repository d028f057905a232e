/** `muster workflows runs`: how far imports have come in their workflow, and which steps were left out for whom. */
import type { StepsLeftOut, WorkflowQueue } from "../../app/ports/effect-ports.ts";
import type { Workspace } from "../../app/ports.ts";
import { queueJson } from "../../app/view/workflow-json.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { encodeId } from "../../core/public-id.ts";
import { stepWords } from "../../core/workflow/workflow.ts";
import type { ExitCode, Session } from "../cli.ts";
import { renderTable } from "../words/table.ts";
import { count } from "../words/text.ts";

const WHY: Readonly<Record<StepsLeftOut["result"], string>> = {
  no_email: "they have no email address",
  opted_out: "they do not want mail",
  no_member: "the owner is no member of the workspace: muster members add",
  owned: "a connected source keeps the field: muster sources",
};

export async function listRuns({ ports, workspace, terminal }: Session): Promise<ExitCode> {
  const queues = await ports.store.workflows.queues(workspace.number);
  if (terminal.json) {
    for (const queue of queues) await terminal.printJson(queueJson(workspace, queue));
    return 0;
  }
  if (queues.length === 0) {
    terminal.note("No import has queued its new contacts into a workflow yet.");
    return 0;
  }
  const heads = [
    ...["Import", "Workflow", "State"].map((head) => ({ head })),
    ...["Waiting", "Done", "Stopped", "Cancelled", "Left out"].map((head) => ({ head, align: "right" as const })),
  ];
  const rows = queues.map(({ import: number, workflow, state, runs: tally, leftOut }) => [
    encodeId("imp", workspace.idKey, number),
    shown(workflow.name),
    state,
    ...[tally.waiting, tally.done, tally.stopped, tally.cancelled, leftOut].map(String),
  ]);
  await terminal.print(...renderTable(heads, rows, terminal.width), ...leftOutLines(workspace, queues));
  return 0;
}

/** Steps that were left out of runs that went on. */
export const leftOutLines = ({ idKey }: Workspace, queues: readonly WorkflowQueue[]): readonly string[] =>
  queues.flatMap(({ import: number, workflow, stepsLeftOut }) =>
    stepsLeftOut.map(({ step, result, runs }) => {
      const said = workflow.steps[step];
      const what = said === undefined ? "" : ` ${shown(stepWords(said))}`;
      return `  ${encodeId("imp", idKey, number)}: step ${step + 1}${what} was left out for ${count(runs, "contact")}: ${WHY[result]}`;
    }),
  );
