/** Work in the background of many workspaces, where something goes wrong in one of them. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Workspace } from "../../src/app/ports.ts";
import type { WorkspaceFault } from "../../src/app/workspace/workspace-fault.ts";
import { workOnBulkChanges } from "../../src/jobs/bulk-loop.ts";
import { Rest } from "../../src/jobs/rest.ts";
import { WorkspaceTurns } from "../../src/jobs/workspace-turns.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let mine: TestWorkspace;
let other: Workspace;
beforeEach(async () => {
  mine = await testWorkspace();
  other = accepted(await mine.ports.store.workspaces.create({ ...mine.workspace, slug: "other" }));
});
afterEach(() => mine.close());

test("a workspace in which a turn fails is passed over, and the others have theirs", async () => {
  const faults: WorkspaceFault[] = [];
  const turns = new WorkspaceTurns("workflows", (fault) => faults.push(fault));
  const fails = async (): Promise<string> => {
    throw new Error("no room");
  };
  expect(await turns.take(mine.workspace, fails)).toBeNull();
  expect(await turns.take(mine.workspace, async () => "done")).toBeNull();
  expect(await turns.take(other, async () => "done")).toBe("done");
  expect(faults).toMatchObject([{ work: "workflows", workspace: { slug: mine.workspace.slug } }]);
});

test("a bulk change that always fails ends neither the worker nor the bulk changes of other workspaces", async () => {
  const { store } = mine.ports;
  const faults: WorkspaceFault[] = [];
  const record = {
    at: 1,
    by: "ann",
    change: { do: "delete" },
    newTags: [],
    choice: { kind: "named", contacts: [1] },
  } as const;
  for (const { number } of [mine.workspace, other]) await store.bulkChanges.open(number, record);
  const failing = Object.assign(Object.create(store.bulkChanges) as typeof store.bulkChanges, {
    unfinished: async (workspace: number) => {
      if (workspace === mine.workspace.number) throw new Error("unreadable");
      return store.bulkChanges.unfinished(workspace);
    },
    get: (workspace: number, bulk: number) => store.bulkChanges.get(workspace, bulk),
    advance: (...asked: Parameters<typeof store.bulkChanges.advance>) => store.bulkChanges.advance(...asked),
  });
  const ports = { now: mine.ports.now, store: { ...store, bulkChanges: failing } };
  const { signal } = new AbortController();
  await workOnBulkChanges(ports, { once: true, signal, rest: new Rest(), onFault: (fault) => faults.push(fault) });
  expect(faults.map(({ workspace }) => workspace.slug)).toEqual([mine.workspace.slug]);
  expect(await store.bulkChanges.get(other.number, 1)).toMatchObject({ state: "done" });
  expect(await store.bulkChanges.get(mine.workspace.number, 1)).toMatchObject({ state: "running" });
});
