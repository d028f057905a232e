/**
 * One look at the data, as the member who acts is by then: with a connection of its own, so that no call sees another's open
 * transaction, and so that whoever lost a role loses it at once.
 */
import type { Ports, Workspace } from "../app/ports.ts";
import { findActor } from "../app/workspace/find-actor.ts";
import { openWorkspace } from "../app/workspace/open-workspace.ts";
import type { Actor } from "../core/member/actor.ts";
import { type Action, deniedAction } from "../core/member/permissions.ts";
import { type Result, refuse } from "../core/problem/refusal.ts";
import type { AssistantParts } from "./assistant-parts.ts";

export type Visit = { readonly ports: Ports; readonly workspace: Workspace; readonly actor: Actor };

export async function visit<T>(
  parts: AssistantParts,
  action: Action,
  work: (visit: Visit) => Promise<Result<T>>,
): Promise<Result<T>> {
  return withPorts(parts, async (ports) => {
    const workspace = await openWorkspace(ports, parts.workspace);
    if (!workspace.ok) return workspace;
    const actor = await findActor(ports, workspace.value, parts.who);
    if (!actor.ok) return actor;
    const denied = deniedAction(actor.value, action, workspace.value.policy);
    return denied ? refuse(denied) : work({ ports, workspace: workspace.value, actor: actor.value });
  });
}

export async function withPorts<T>(parts: AssistantParts, work: (ports: Ports) => Promise<T>): Promise<T> {
  const ports = await parts.openPorts();
  try {
    return await work(ports);
  } finally {
    await ports.drafts.close();
    await ports.store.close();
  }
}
