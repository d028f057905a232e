/** Whatever is made and changed by hand between imports: the index holds just what contacts hold, and undoing all of it leaves nothing. */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { undoBulkChange } from "../../src/app/bulk/bulk-changes.ts";
import { changeContact, createContact } from "../../src/app/hand/write-contact.ts";
import type { Actor } from "../../src/core/member/actor.ts";
import { accepted } from "../support/workspace.ts";
import { anyUpload, asUpload, saidByHand } from "./arbitrary-import.ts";
import { keysOf } from "./index-keys.ts";
import { runs } from "./runs.ts";
import { type Small, World } from "./world.ts";

const RUNS = runs(60);
const ACTOR: Actor = { kind: "operator", name: "olga" };

const world = new World();
afterAll(() => world.close());

const step = fc.oneof(
  fc.record({ do: fc.constant("import" as const), upload: anyUpload }),
  fc.record({ do: fc.constant("create" as const), said: saidByHand, allowDuplicate: fc.boolean() }),
  fc.record({ do: fc.constant("edit" as const), said: saidByHand, allowDuplicate: fc.boolean(), at: fc.nat() }),
);
type Step = typeof step extends fc.Arbitrary<infer Said> ? Said : never;

/** Takes the step back. */
type Back = () => Promise<void>;

/** Null where nothing came of it: a refusal writes nothing. */
async function take(small: Small, said: Step): Promise<Back | null> {
  const { ports, workspace } = small;
  if (said.do === "import") {
    const record = await small.prepare(asUpload(said.upload));
    if (record === null) return null;
    const done = await small.start(record);
    return async () => void (await small.undo(done));
  }
  const wish = { values: said.said, allowDuplicate: said.allowDuplicate, actor: ACTOR };
  const { contacts } = await small.snapshot();
  const contact = said.do === "edit" ? contacts[said.at % Math.max(1, contacts.length)]?.number : undefined;
  if (said.do === "edit" && contact === undefined) return null;
  const written =
    contact === undefined
      ? await createContact(ports, workspace, wish)
      : await changeContact(ports, workspace, { ...wish, contact, version: null });
  const change = written.ok ? written.value.change : null;
  if (change === null) return null;
  return async () => {
    const record = await ports.store.bulkChanges.get(workspace.number, change);
    const undone = accepted(await undoBulkChange(ports, workspace, { record: record!, actor: ACTOR }));
    expect(undone.undo?.tally).toMatchObject({ restored: 1 });
  };
}

async function isSound(small: Small): Promise<void> {
  const now = await small.snapshot();
  expect([...now.keys].sort()).toEqual([...new Set(keysOf(now))].sort());
  for (const { number, mainContact, contacts } of now.accounts) {
    const members = now.contacts.filter(({ account }) => account === number);
    expect(members.length).toBe(contacts);
    if (mainContact !== null) expect(members.map((member) => member.number)).toContain(mainContact);
  }
  expect(await small.ports.store.contacts.count(small.workspace.number)).toBe(now.contacts.length);
}

test("by hand and by import in any order, the index and the accounts hold; taken back from the last on, each step leaves what was before (C-H5, C-I7, C-U1)", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const small = await world.small({ batchRows: 1000, pieceBytes: 65_536 });
      const done: { readonly before: Awaited<ReturnType<Small["snapshot"]>>; readonly back: Back }[] = [];
      for (const one of steps) {
        const before = await small.snapshot();
        const back = await take(small, one);
        await isSound(small);
        if (back === null) expect(await small.snapshot()).toEqual(before);
        else done.push({ before, back });
      }
      for (const { before, back } of done.reverse()) {
        await back();
        const { tags: _, ...now } = await small.snapshot();
        const { tags: __, ...former } = before;
        expect(now).toEqual(former);
      }
    }),
    RUNS,
  );
});

test("taken back in any order, the index and the accounts hold (C-H5, C-F3)", async () => {
  const story = fc.record({
    steps: fc.array(step, { minLength: 2, maxLength: 6 }),
    order: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(story, async ({ steps, order }) => {
      const small = await world.small({ batchRows: 1000, pieceBytes: 65_536 });
      const { ports, workspace } = small;
      const left: Back[] = [];
      for (const one of steps) {
        const back = await take(small, one);
        if (back !== null) left.push(back);
      }
      for (const at of order) {
        const [back] = left.splice(at % Math.max(1, left.length), 1);
        // What others have changed since stays, and is said to.
        await back?.().catch((error: unknown) => {
          if (!(error instanceof Error && error.name === "AssertionError")) throw error;
        });
        await isSound(small);
      }
      expect(await ports.store.bulkChanges.unfinished(workspace.number)).toEqual([]);
    }),
    RUNS,
  );
});
