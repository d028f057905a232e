/**
 * A process to be killed: `bulk-child.ts FOLDER change NUMBER CHANGE` or `bulk-child.ts FOLDER undo NUMBER`. It asks for the bulk change
 * of that number, or for its undo, where nobody has, and does what workers do until there is nothing left to do.
 */
import { advanceOldest, changeContacts, undoBulkChange } from "../../src/app/bulk/bulk-changes.ts";
import { readBulkRequest } from "../../src/app/bulk/bulk-request.ts";
import type { BulkRecord } from "../../src/app/ports/bulk-store.ts";
import type { Ports, Workspace } from "../../src/app/ports.ts";
import { openWorkspace } from "../../src/app/workspace/open-workspace.ts";
import type { BulkChange } from "../../src/core/bulk/bulk-change.ts";
import { type Result, refuseWith } from "../../src/core/problem/refusal.ts";
import { closePorts, folderPorts } from "./folder-ports.ts";

/** What is asked for, and of which contacts. */
export type Asked = { readonly change: BulkChange; readonly filter: readonly string[] };

const ACTOR = { kind: "operator", name: "ops" } as const;

async function asked(
  ports: Ports,
  workspace: Workspace,
  { number, what }: { readonly number: number; readonly what: Asked | null },
): Promise<Result<BulkRecord> | null> {
  const record = await ports.store.bulkChanges.get(workspace.number, number);
  if (what === null) {
    if (record === null) return refuseWith("bulk_change_unknown", "There is nothing to undo.");
    const isAsked = record.state === "undoing" || record.state === "undone";
    return isAsked ? null : undoBulkChange(ports, workspace, { record, actor: ACTOR });
  }
  if (record !== null) return null;
  const choice = { search: null, filter: what.filter, except: [] };
  const request = await readBulkRequest(ports, workspace, { choice, change: what.change });
  return request.ok ? changeContacts(ports, workspace, { request: request.value, actor: ACTOR }) : request;
}

async function main([folder = "", _command = "", number = "", what]: readonly string[]): Promise<unknown> {
  const ports = await folderPorts(folder);
  try {
    const opened = await openWorkspace(ports, "default");
    if (!opened.ok) return opened;
    process.stdout.write("working\n");
    const told = { number: Number(number), what: what === undefined ? null : (JSON.parse(what) as Asked) };
    const begun = await asked(ports, opened.value, told);
    if (begun !== null && !begun.ok) return begun;
    while ((await advanceOldest(ports, opened.value)) === "moved");
    return await ports.store.bulkChanges.get(opened.value.number, told.number);
  } finally {
    await closePorts(ports);
  }
}

process.stdout.write(`${JSON.stringify(await main(process.argv.slice(2)))}\n`);
