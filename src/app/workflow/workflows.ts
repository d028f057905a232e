/** Workflows of a workspace: added, changed and removed as whole documents, and the one that an import queues its contacts into. */

import { valueSettingsOf } from "../../core/contact/value-settings.ts";
import { indexMembers } from "../../core/member/find-member.ts";
import { MANY, type ObjectKind } from "../../core/object/object-kind.ts";
import type { EffectivePolicy } from "../../core/policy/effective-policy.ts";
import { accept, type Result, refuse, refuseNaming, refuseWith } from "../../core/problem/refusal.ts";
import { decodeId } from "../../core/public-id.ts";
import { parseWorkflow } from "../../core/workflow/parse-workflow.ts";
import type { Workflow } from "../../core/workflow/workflow.ts";
import type { QueuedWorkflow, StoredWorkflow } from "../ports/effect-ports.ts";
import type { Ports, Workspace } from "../ports.ts";
import { loadFields } from "../view/contact-schema.ts";

type StorePort = Pick<Ports, "store" | "now">;

/** What says that no workflow is meant, although there is a default one. */
const NO_WORKFLOW = "none";

export async function addWorkflow(
  ports: StorePort,
  workspace: Workspace,
  document: string,
): Promise<Result<StoredWorkflow>> {
  const workflow = await readWorkflow(ports, workspace, document);
  return workflow.ok ? ports.store.workflows.add(workspace.number, workflow.value, ports.now()) : workflow;
}

/** Imports that have queued it go on with the steps that it had. */
export function changeWorkflow(
  ports: StorePort,
  workspace: Workspace,
  word: string,
  document: string,
): Promise<Result<StoredWorkflow>> {
  return ports.store.transaction(workspace.number, async () => {
    const known = await findWorkflow(ports, workspace, word);
    if (!known.ok) return known;
    const workflow = await readWorkflow(ports, workspace, document);
    if (!workflow.ok) return workflow;
    const { number } = known.value;
    return ports.store.workflows.change(workspace.number, {
      ...{ number, workflow: workflow.value },
      changedAt: ports.now(),
    });
  });
}

export function removeWorkflow(ports: StorePort, workspace: Workspace, word: string): Promise<Result<StoredWorkflow>> {
  return ports.store.transaction(workspace.number, async () => {
    const known = await findWorkflow(ports, workspace, word);
    if (known.ok) await ports.store.workflows.remove(workspace.number, known.value.number);
    return known;
  });
}

/** By id, or by name in any case. */
export async function findWorkflow(
  ports: Pick<Ports, "store">,
  workspace: Workspace,
  word: string,
): Promise<Result<StoredWorkflow>> {
  const workflows = await ports.store.workflows.list(workspace.number);
  const number = decodeId("wfl", workspace.idKey, word);
  const wanted = word.trim().toLowerCase();
  const found =
    workflows.find(({ workflow }) => workflow.name.toLowerCase() === wanted) ??
    workflows.find((workflow) => workflow.number === number);
  if (found) return accept(found);
  const names = workflows.map(({ workflow }) => workflow.name).join(", ");
  const known = `there ${workflows.length === 1 ? "is" : "are"} ${names || "none yet"}`;
  return refuseNaming("workflow_unknown", [word], `There is no workflow “${word}”; ${known}.`);
}

/** By name or id as the import says it, else the workspace's default; of what is no contact, nothing. */
export async function chosenWorkflow(
  ports: Pick<Ports, "store">,
  workspace: Workspace,
  policy: EffectivePolicy,
  { workflow: word, object }: { readonly workflow: string | null; readonly object: ObjectKind },
): Promise<Result<QueuedWorkflow | null>> {
  const mayQueue = policy.workflow && object === "contact";
  const wanted = word ?? (mayQueue ? policy.defaultWorkflow : "");
  if (wanted === "" || wanted.trim().toLowerCase() === NO_WORKFLOW) return accept(null);
  if (object !== "contact") {
    const message = `Only contacts are queued into a workflow, and the file is of ${MANY[object]}.`;
    return refuse({ code: "workflow_not_allowed", message, fix: "Import it without --workflow." });
  }
  if (!mayQueue)
    return refuseWith("workflow_not_allowed", "The policy does not let imports queue contacts into a workflow.");
  const found = await findWorkflow(ports, workspace, wanted);
  if (!found.ok) return found;
  const { number, workflow } = found.value;
  return accept({ number, workflow, holdMs: policy.effectHold });
}

async function readWorkflow(ports: StorePort, workspace: Workspace, document: string): Promise<Result<Workflow>> {
  const json = parsedJson(document);
  if (json === undefined) return refuseWith("workflow_invalid", "The file is not JSON.");
  const fields = await loadFields(ports, workspace);
  const index = indexMembers(await ports.store.members.list(workspace.number));
  const owners = index.size > 0 ? { owners: { index, by: "both" as const } } : {};
  return parseWorkflow(json, { fields, settings: { ...valueSettingsOf(workspace.policy), ...owners } });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}
