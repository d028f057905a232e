/** Workflows, their runs and what their steps changed, as both databases keep them. */
import type { DueRun, StepEvent, StoredWorkflow } from "../../app/ports/effect-ports.ts";
import { type Refused, refuseWith } from "../../core/problem/refusal.ts";
import type { Workflow } from "../../core/workflow/workflow.ts";
import type { DbRow } from "../db-row.ts";

export const WORKFLOW_COLUMNS = "workflow_id, name, steps, changed_at";

export const asWorkflow = ([number, name, steps, changedAt]: DbRow): StoredWorkflow => ({
  number: Number(number),
  workflow: { name: String(name), steps: JSON.parse(String(steps)) as Workflow["steps"] },
  changedAt: Number(changedAt),
});

export const nameTaken = ({ name }: Workflow): Refused =>
  refuseWith("workflow_exists", `There is a workflow “${name}” already.`);

/** A run that is due, with the workflow as its import has queued it. */
export const DUE_RUN_COLUMNS =
  "run.import_id, run.contact_id, run.step, queue.workflow, queue.workflow_id, queue.hold_ms";

/** @param values of its contact; null = it is gone */
export const asDueRun = (
  [importNumber, contact, step, text, number, holdMs]: DbRow,
  values: DueRun["values"],
): DueRun => ({
  import: Number(importNumber),
  number: Number(number),
  workflow: JSON.parse(String(text)) as Workflow,
  holdMs: Number(holdMs),
  contact: Number(contact),
  values,
  step: Number(step),
});

/** The last one is the workflow as its import has queued it. */
export const STEP_COLUMNS = "done.import_id, done.step, done.changes, done.at, queue.workflow";

export const asStepEvent = ([number, step, changes, at, workflow]: DbRow): StepEvent => ({
  import: Number(number),
  workflow: (JSON.parse(String(workflow)) as Workflow).name,
  step: Number(step),
  at: Number(at),
  changes: JSON.parse(String(changes)) as StepEvent["changes"],
});
