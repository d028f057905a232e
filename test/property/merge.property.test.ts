/** What holds for whatever contacts are merged: undoing the merge puts back the former state, row by row and key by key. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeContacts, planMerge, undoMerge } from "../../src/app/duplicates/merge-contacts.ts";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { ALWAYS_INDEXED, keyHash } from "../../src/core/match/key-hash.ts";
import { heldKeys } from "../../src/core/match/match-keys.ts";
import type { Actor } from "../../src/core/member/actor.ts";
import { ACCOUNT_LINK, compileShape } from "../../src/core/plan/shape.ts";
import { encodeId } from "../../src/core/public-id.ts";
import { workspaceState } from "../merge/workspace-state.ts";
import { accepted, testWorkspace } from "../support/workspace.ts";
import { runs } from "./runs.ts";

const RUNS = runs(25);
const ACTOR: Actor = { kind: "operator", name: "olga" };

const some = (...values: readonly string[]) => fc.constantFrom("", "", ...values);
const HEAD =
  "Name,Email,Additional emails,Phone,Additional phones,LinkedIn,Account ID,Company,Position,City,Tags,Notes,Do Not Touch,Main contact,External ID,Shoe size";
const row = fc
  .tuple(
    some("Ann Lee", "Lee Ann", "Ann", "Bob Miller"),
    fc.constantFrom("a@x.example", "b@x.example", "c@y.example", "A@z.example"),
    some("d@x.example", "b@y.example;e@x.example"),
    some("+14155550100", "+14155550101"),
    some("+14155550102", "+14155550101;+14155550103"),
    some("https://www.linkedin.com/in/ann"),
    some("A1", "A2"),
    some("Acme", "Harbor"),
    some("Buyer", "CTO"),
    some("Oakland", "Paris"),
    some("vip", "VIP;cold", "new"),
    some("tea", "it's; 'quoted'"),
    some("yes", "no"),
    some("yes"),
    some("X1", "X2"),
    some("41", "42"),
  )
  .map((cells) => cells.join(","));

test("merge, then undo, is the former state exactly; and in between the index holds just what the contacts hold (C-H6)", async () => {
  const keysRead = heldKeys(compileShape([], BUILTIN_FIELDS), ALWAYS_INDEXED);
  const shape = compileShape([], BUILTIN_FIELDS);
  const story = fc.record({
    files: fc.array(fc.array(row, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    order: fc.array(fc.nat(), { minLength: 2, maxLength: 4 }),
    take: fc.constantFrom("", "phone", "email", "account_name", "tags", "full_name", "external_id"),
    from: fc.nat(),
  });
  await fc.assert(
    fc.asyncProperty(story, async ({ files, order, take, from }) => {
      const world = await testWorkspace({ policy: { onMatch: "duplicate" } });
      try {
        for (const rows of files) await world.import([HEAD, ...rows, ""].join("\n"));
        const contacts = await world.contacts();
        const chosen = [...new Set(order.map((at) => contacts[at % Math.max(1, contacts.length)]))].flatMap(
          (contact) => contact ?? [],
        );
        fc.pre(chosen.length > 1);
        const ids = chosen.map(({ number }) => encodeId("con", world.workspace.idKey, number));
        const source = chosen[from % chosen.length];
        const taken = take !== "" && source?.values.has(take) ? [`${take}=${ids[from % chosen.length]}`] : [];
        const before = await workspaceState(world);
        const plan = accepted(await planMerge(world.ports, world.workspace, { ids, take: taken }));
        const merge = accepted(await mergeContacts(world.ports, world.workspace, { plan, actor: ACTOR }));
        const held = (await world.contacts()).flatMap(({ number, values, account }) => {
          const all = new Map(account === null ? values : [...values, [ACCOUNT_LINK, String(account)]]);
          return keysRead((slot) => all.get(shape.slots[slot]?.key ?? "") ?? "").map(
            ({ kind, text }) => `${kind}:${keyHash(text)}:${number}`,
          );
        });
        const merged = await workspaceState(world);
        const indexed = merged.keys.map(({ kind, hash, contact_id }) => `${kind}:${hash}:${contact_id}`);
        expect(indexed.sort()).toEqual([...new Set(held)].sort());
        const mains = merged.accounts.flatMap(({ main_contact: main }) => main ?? []);
        expect(mains.filter((main) => !merged.contacts.some(({ contact_id: id }) => id === main))).toEqual([]);
        accepted(await undoMerge(world.ports, world.workspace, { merge, actor: ACTOR }));
        expect(await workspaceState(world)).toEqual(before);
      } finally {
        await world.close();
      }
    }),
    RUNS,
  );
});
