/** What the port for members promises, tried on whatever implements it. */
import { describe, expect, test } from "vitest";
import type { Store, Workspace } from "../../src/app/ports.ts";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { compileShape, type ImportShape } from "../../src/core/plan/shape.ts";
import { accepted } from "../support/workspace.ts";
import { begin, checkpointAt, creating, HOSTILE, type OpenStores, openForEach } from "./fixture.ts";

/** Owners and followers of contacts, written as an import would. */
const SHAPE: ImportShape = compileShape([], BUILTIN_FIELDS, { always: ["owner", "followers"] });

export function memberStoreConformance(name: string, open: OpenStores): void {
  describe(name, () => {
    let store: Store;
    let mine: Workspace;
    let theirs: Workspace;

    openForEach(open, 1_000, (opened) => {
      ({ store, mine, theirs } = opened);
    });

    const add = (workspace: Workspace, email: string, text = email) =>
      store.members.add(workspace.number, { email, name: text, role: "editor", createdAt: 5 });

    /** @param people owner, then followers as the text of a list */
    async function contacts(workspace: Workspace, ...people: readonly (readonly [owner: string, followers: string])[]) {
      const begun = await begin(store, workspace, 1_000);
      const plan = creating(people.map((_, at) => `${at}@x.test`));
      const inserts = plan.inserts.map((insert, at) => ({
        ...insert,
        values: SHAPE.slots.map(
          ({ key }) => (key === "owner" ? people[at]?.[0] : key === "followers" ? people[at]?.[1] : "") ?? "",
        ),
      }));
      accepted(
        await store.imports.writeBatch({ ...begun, object: "contact" }, (batch) =>
          batch.apply({ ...plan, inserts }, SHAPE, checkpointAt(9)),
        ),
      );
    }
    const named = async (workspace: Workspace) =>
      (await store.contacts.list(workspace.number, { search: null, filters: [], after: 0, limit: 10 })).map(
        ({ values }) => [values.get("owner") ?? "", values.get("followers") ?? ""],
      );

    describe("MemberStore", () => {
      test("an address is given once in a workspace, and members are listed by name, in their own workspace (C-M4)", async () => {
        for (const [at, text] of HOSTILE.entries()) accepted(await add(mine, `m${at}@x.test`, text));
        expect(await add(mine, "m0@x.test")).toMatchObject({ refusal: { code: "member_exists" } });
        expect(accepted(await add(theirs, "m0@x.test")).number).toBe(1);
        const listed = await store.members.list(mine.number);
        expect(listed.map(({ name: text }) => text)).toEqual([...HOSTILE].sort());
        expect(listed.find(({ number }) => number === 1)).toEqual({
          ...{ number: 1, email: "m0@x.test", name: "it's", role: "editor" },
          ...{ formerEmails: [], createdAt: 5, removedAt: null },
        });
      });

      test("is changed; an address that another has, even one who was removed, is refused and changes nothing", async () => {
        const ann = accepted(await add(mine, "ann@x.test"));
        const bob = accepted(await add(mine, "bob@x.test"));
        const changed = { ...ann, name: "It's", role: "admin" as const, formerEmails: [...HOSTILE], removedAt: 7 };
        expect(await store.members.change(mine.number, changed)).toEqual({ ok: true, value: changed });
        const refused = await store.members.change(mine.number, { ...bob, email: "ann@x.test", name: "No" });
        expect(refused).toMatchObject({ refusal: { code: "member_exists" } });
        expect(await store.members.list(mine.number)).toEqual([changed, bob]);
      });

      test("somebody is found in the workspaces where they are a member now (C-M4)", async () => {
        const here = accepted(await add(mine, "ann@x.test"));
        accepted(await add(theirs, "ann@x.test"));
        accepted(await add(theirs, "ann.x@x.test"));
        expect(await store.members.workspacesOf("ann@x.test")).toEqual([mine.number, theirs.number]);
        accepted(await store.members.change(mine.number, { ...here, removedAt: 7 }));
        expect(await store.members.workspacesOf("ann@x.test")).toEqual([theirs.number]);
        for (const text of HOSTILE) expect(await store.members.workspacesOf(text)).toEqual([]);
      });

      test("one is found by the address alone, whoever else is there; also one who was removed (C-M4)", async () => {
        const ann = accepted(await add(mine, "ann@x.test"));
        accepted(await add(mine, "ann.x@x.test"));
        await add(theirs, "bob@x.test");
        expect(await store.members.byEmail(mine.number, "ann@x.test")).toEqual(ann);
        for (const text of ["bob@x.test", ...HOSTILE])
          expect(await store.members.byEmail(mine.number, text)).toBeNull();
        const removed = accepted(await store.members.change(mine.number, { ...ann, removedAt: 7 }));
        expect(await store.members.byEmail(mine.number, "ann@x.test")).toEqual(removed);
      });

      test("contacts follow a changed address and a hand-over, those of other workspaces do not (C-M4)", async () => {
        const ann = accepted(await add(mine, "ann@x.test"));
        const people = [
          ["ann@x.test", '["bob@x.test","ann@x.test","it\'s 😀"]'],
          ["Ann", '["ann@x.test","new@x.test"]'],
          ["bob@x.test", ""],
        ] as const;
        await contacts(mine, ...people);
        await contacts(theirs, ...people);
        expect(await store.members.owned(mine.number, "ann@x.test")).toEqual({ contacts: 2, opportunities: 0 });
        accepted(
          await store.members.change(mine.number, { ...ann, email: "new@x.test", formerEmails: ["ann@x.test"] }),
        );
        expect(await named(mine)).toEqual([
          ["new@x.test", '["bob@x.test","new@x.test","it\'s 😀"]'],
          ["Ann", '["new@x.test"]'],
          ["bob@x.test", ""],
        ]);
        const bob = accepted(await add(mine, "bob@x.test"));
        const leaving = { member: { ...bob, removedAt: 9 }, from: "bob@x.test", to: "new@x.test" };
        const taken = { ...leaving, member: { ...bob, email: "new@x.test" } };
        expect(await store.members.handOver(mine.number, taken)).toMatchObject({ refusal: { code: "member_exists" } });
        expect(await store.members.owned(mine.number, "bob@x.test")).toEqual({ contacts: 2, opportunities: 0 });
        const given = { contacts: 2, opportunities: 0 };
        expect(accepted(await store.members.handOver(mine.number, leaving))).toEqual({ member: leaving.member, given });
        expect(await named(mine)).toEqual([
          ["new@x.test", '["new@x.test","it\'s 😀"]'],
          ["Ann", '["new@x.test"]'],
          ["new@x.test", ""],
        ]);
        expect(await named(theirs)).toEqual(people);
      });
    });

    describe("changes of the policy", () => {
      test("are kept with who and when, newest first, in their own workspace (C-M2)", async () => {
        const change = (at: number) => ({
          at,
          by: HOSTILE.join(),
          changed: [{ key: "enabled", from: "no", to: "yes" }] as const,
        });
        await store.workspaces.setPolicy(mine.number, mine, change(1));
        await store.workspaces.setPolicy(mine.number, mine, change(2));
        await store.workspaces.setPolicy(mine.number, mine);
        expect(await store.workspaces.policyChanges(mine.number)).toEqual([change(2), change(1)]);
        expect(await store.workspaces.policyChanges(theirs.number)).toEqual([]);
      });
    });
  });
}
