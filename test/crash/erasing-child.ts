/**
 * A process to be killed: `erasing-child.ts FOLDER EMAIL at_once|asked`. It erases who has the address, where somebody still has: itself,
 * as the command does, or as workers do what was asked for. Then it does what workers do once a day, so that what an earlier one has
 * left half done is done.
 */
import { erasePeople, planErasure } from "../../src/app/contact/erase-person.ts";
import { advanceErasures, askErasure } from "../../src/app/contact/erasures.ts";
import type { Ports, Workspace } from "../../src/app/ports.ts";
import { applyRetention } from "../../src/app/workspace/apply-retention.ts";
import { openWorkspace } from "../../src/app/workspace/open-workspace.ts";
import { accept, type Result } from "../../src/core/problem/refusal.ts";
import { encodeId } from "../../src/core/public-id.ts";
import { closePorts, folderPorts } from "./folder-ports.ts";

type How = "at_once" | "asked";

async function erased(ports: Ports, email: string, how: How): Promise<Result<null>> {
  const opened = await openWorkspace(ports, "default");
  if (!opened.ok) return opened;
  const workspace = opened.value;
  const filter = { field: "email", op: "is", value: email, list: false } as const;
  const query = { search: null, filters: [filter], after: 0, limit: 1 };
  const [contact] = await ports.store.contacts.list(workspace.number, query);
  process.stdout.write("working\n");
  const done = await (how === "asked" ? asAsked : atOnce)(ports, workspace, contact?.number ?? null);
  if (!done.ok) return done;
  await applyRetention(ports, workspace);
  return accept(null);
}

async function atOnce(ports: Ports, workspace: Workspace, contact: number | null): Promise<Result<unknown>> {
  if (contact === null) return accept(null);
  const plan = await planErasure(ports, workspace, [contact]);
  return plan.ok ? erasePeople(ports, workspace, { plan: plan.value, by: "ops" }) : plan;
}

async function asAsked(ports: Ports, workspace: Workspace, contact: number | null): Promise<Result<unknown>> {
  const { length } = await ports.store.erasureRequests.unfinished(workspace.number);
  if (contact !== null && length === 0) {
    const actor = { kind: "operator", name: "ops" } as const;
    const contacts = [encodeId("con", workspace.idKey, contact)];
    const asked = await askErasure(ports, workspace, { contacts, start: true, actor });
    if (!asked.ok) return asked;
  }
  while ((await advanceErasures(ports, workspace)) === "moved");
  return accept(null);
}

const [folder = "", email = "", how = ""] = process.argv.slice(2);
const ports = await folderPorts(folder);
try {
  const result = await erased(ports, email, how as How);
  process.stdout.write(`${JSON.stringify(result.ok ? { state: "erased" } : result)}\n`);
} finally {
  await closePorts(ports);
}
