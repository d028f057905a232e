/**
 * A process to be killed: `erasing-child.ts FOLDER EMAIL`. It erases who has the address, where somebody still has, and then does
 * what workers do once a day, so that what an earlier one has left half done is done.
 */
import { erasePeople, planErasure } from "../../src/app/contact/erase-person.ts";
import type { Ports } from "../../src/app/ports.ts";
import { applyRetention } from "../../src/app/workspace/apply-retention.ts";
import { openWorkspace } from "../../src/app/workspace/open-workspace.ts";
import { accept, type Result } from "../../src/core/problem/refusal.ts";
import { closePorts, folderPorts } from "./folder-ports.ts";

async function erased(ports: Ports, email: string): Promise<Result<null>> {
  const opened = await openWorkspace(ports, "default");
  if (!opened.ok) return opened;
  const workspace = opened.value;
  const filter = { field: "email", op: "is", value: email, list: false } as const;
  const asked = { search: null, filters: [filter], after: 0, limit: 1 };
  const [contact] = await ports.store.contacts.list(workspace.number, asked);
  process.stdout.write("working\n");
  if (contact) {
    const plan = await planErasure(ports, workspace, [contact.number]);
    if (!plan.ok) return plan;
    const actor = { kind: "operator", name: "ops" } as const;
    const done = await erasePeople(ports, workspace, { plan: plan.value, actor });
    if (!done.ok) return done;
  }
  await applyRetention(ports, workspace);
  return accept(null);
}

const [folder = "", email = ""] = process.argv.slice(2);
const ports = folderPorts(folder);
try {
  const result = await erased(ports, email);
  process.stdout.write(`${JSON.stringify(result.ok ? { state: "erased" } : result)}\n`);
} finally {
  await closePorts(ports);
}
