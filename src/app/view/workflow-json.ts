/** Workflows, and how far imports have come in them, as programs read them. */

import { encodeId } from "../../core/public-id.ts";
import { workflowJson } from "../../core/workflow/workflow.ts";
import type { StoredWorkflow, WorkflowQueue } from "../ports/effect-ports.ts";
import type { Workspace } from "../ports.ts";

export const storedWorkflowJson = (workspace: Workspace, { number, workflow, changedAt }: StoredWorkflow) => ({
  workflow: encodeId("wfl", workspace.idKey, number),
  ...workflowJson(workflow),
  default: isDefaultWorkflow(workspace, workflow.name),
  changedAt: new Date(changedAt).toISOString(),
});

export const queueJson = (workspace: Workspace, queue: WorkflowQueue) => ({
  import: encodeId("imp", workspace.idKey, queue.import),
  workflow: encodeId("wfl", workspace.idKey, queue.number),
  name: queue.workflow.name,
  state: queue.state,
  runs: queue.runs,
  leftOut: queue.leftOut,
  stepsLeftOut: queue.stepsLeftOut.map(({ step, result, runs }) => ({ step: step + 1, result, runs })),
});

export const isDefaultWorkflow = ({ policy }: Pick<Workspace, "policy">, name: string): boolean =>
  policy.defaultWorkflow.toLowerCase() === name.toLowerCase();
