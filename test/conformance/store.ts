/** One suite for every database: what the ports in src/app/ports.ts promise, tried on whatever implements them. */
import { describe, expect, test } from "vitest";
import type { SavedMapping } from "../../src/app/ports/mapping-store.ts";
import type { UndoProgress } from "../../src/app/ports/undo-ports.ts";
import type { FieldStore, Store, Workspace } from "../../src/app/ports.ts";
import { KEY_KIND, keyHash } from "../../src/core/match/key-hash.ts";
import { accepted } from "../support/workspace.ts";
import {
  begin,
  checkpointAt,
  creating,
  HOSTILE,
  ledgerLine,
  type OpenStores,
  openForEach,
  SETTINGS,
  SHAPE,
  write,
} from "./fixture.ts";

export function storeConformance(name: string, open: OpenStores): void {
  describe(name, () => {
    const now = 1_000_000;
    let store: Store;
    let mine: Workspace;
    let theirs: Workspace;

    openForEach(open, now, (opened) => {
      ({ store, mine, theirs } = opened);
    });

    describe("WorkspaceStore", () => {
      test("a slug is given once", async () => {
        expect(await store.workspaces.create({ ...mine })).toMatchObject({ refusal: { code: "workspace_exists" } });
        expect(await store.workspaces.bySlug("mine")).toEqual(mine);
        expect(await store.workspaces.byNumber(theirs.number)).toEqual(theirs);
        expect(await store.workspaces.bySlug("nobody's")).toBeNull();
        expect((await store.workspaces.list()).map(({ slug }) => slug)).toEqual(["mine", "theirs"]);
      });

      test("a policy is changed in one workspace only", async () => {
        await store.workspaces.setPolicy(mine.number, {
          preset: "muster",
          policy: { ...mine.policy, clearToken: HOSTILE.join() },
        });
        expect((await store.workspaces.bySlug("mine"))?.policy.clearToken).toBe(HOSTILE.join());
        expect(await store.workspaces.bySlug("theirs")).toEqual(theirs);
      });
    });

    describe("FieldStore", () => {
      const field = (key: string, label: string) => ({ key, label, type: "text" as const, builtin: false });

      test("own fields keep their order, and a key is given once", async () => {
        const fields: FieldStore = store.fields;
        for (const [at, text] of HOSTILE.entries()) await fields.add(mine.number, field(`f${9 - at}`, text));
        expect((await fields.list(mine.number)).map(({ label }) => label)).toEqual(HOSTILE);
        expect(await fields.add(mine.number, field("f9", "again"))).toMatchObject({
          refusal: { code: "field_exists" },
        });
        expect(await fields.list(theirs.number)).toEqual([]);
      });

      test("is changed and removed", async () => {
        await store.fields.add(mine.number, field("plan", "Plan"));
        const changed = { key: "plan", label: "It's", type: "radio" as const, builtin: false, options: [...HOSTILE] };
        await store.fields.change(mine.number, changed);
        expect(await store.fields.list(mine.number)).toEqual([changed]);
        await store.fields.remove(mine.number, field("plan", "Plan"), "Plan");
        expect(await store.fields.list(mine.number)).toEqual([]);
      });
    });

    describe("MappingStore", () => {
      test("is found by fingerprint and by name, in its own workspace", async () => {
        const saved: SavedMapping = { fingerprint: "f", name: "it's", mapping: SETTINGS.mapping, usedAt: 5 };
        await store.mappings.save(mine.number, saved);
        expect(await store.mappings.byFingerprint(mine.number, "f")).toEqual(saved);
        expect(await store.mappings.byName(mine.number, "it's")).toEqual(saved);
        expect(await store.mappings.byFingerprint(theirs.number, "f")).toBeNull();
        // Saved again without a name, it keeps the one it has.
        await store.mappings.save(mine.number, { ...saved, name: null, mapping: [], usedAt: 6 });
        expect(await store.mappings.byName(mine.number, "it's")).toEqual({ ...saved, mapping: [], usedAt: 6 });
        await store.mappings.remove(mine.number, "f");
        expect(await store.mappings.byName(mine.number, "it's")).toBeNull();
      });
    });

    describe("ImportStore", () => {
      test("a record comes back as it was put, pages go from the newest to the oldest", async () => {
        for (let made = 0; made < 5; made++) await store.imports.create(mine.number, SETTINGS, made);
        const first = await store.imports.list(mine.number, { limit: 2, before: null });
        const second = await store.imports.list(mine.number, { limit: 9, before: first.at(-1)?.ref.import ?? 0 });
        expect([...first, ...second].map(({ ref }) => ref.import)).toEqual([5, 4, 3, 2, 1]);
        expect(first[0]?.settings).toEqual(SETTINGS);
        expect(first[0]?.state).toBe("received");
        expect(await store.imports.list(theirs.number, { limit: 9, before: null })).toEqual([]);
        expect(await store.imports.get({ workspace: theirs.number, import: 1 })).toBeNull();
      });

      test("of two who change the same version, one is told that it has changed", async () => {
        const record = await store.imports.create(mine.number, SETTINGS, now);
        const changed = await store.imports.patch(record, { state: "running", startedAt: 7 });
        expect(changed).toMatchObject({ state: "running", startedAt: 7 });
        expect(await store.imports.patch(record, { state: "cancelled" })).toBeNull();
        expect(await store.imports.get(record.ref)).toEqual(changed);
        expect((await store.imports.unfinished()).map(({ ref }) => ref)).toEqual([record.ref]);
      });

      test("a lease is held by one, until its time is over or its holder is gone", async () => {
        const { ref, lease } = await begin(store, mine, now);
        const take = (holder: string, at: number, isGone = false) =>
          store.imports.takeLease(ref, holder, at, () => isGone);
        expect(await take("host:2", now)).toMatchObject({ refusal: { code: "import_busy" } });
        expect(await take("host:2", now, true)).toMatchObject({ ok: true });
        expect(await take("host:3", lease.until + 3_600_000)).toMatchObject({ ok: true });
        await store.imports.dropLease(ref, lease);
        expect((await store.imports.get(ref))?.lease?.holder).toBe("host:3");
      });

      test("an old lease writes nothing: no batch, no patch, no undo", async () => {
        const begun = await begin(store, mine, now);
        accepted(await store.imports.takeLease(begun.ref, "host:2", now, () => true));
        const written = await store.imports.writeBatch({ ...begun, object: "contact" }, (batch) =>
          batch.apply(creating(["a@x.test"]), SHAPE, checkpointAt(3)),
        );
        expect(written).toMatchObject({ ok: false, refusal: { code: "import_busy" } });
        const record = await store.imports.get(begun.ref);
        expect(record && (await store.imports.patch(record, { state: "done" }, begun.lease))).toBeNull();
        const undone = { lines: [], deletes: [], restores: [], progress: UNDONE, at: now };
        expect(await store.undos.apply({ ...begun, object: "contact" }, undone)).toMatchObject({ ok: false });
        expect(await store.contacts.count(mine.number)).toBe(0);
        expect((await store.imports.get(begun.ref))?.progress).toBeNull();
      });

      test("a batch whose work fails leaves nothing of it", async () => {
        const begun = await begin(store, mine, now);
        const failing = store.imports.writeBatch({ ...begun, object: "contact" }, async (batch) => {
          await batch.apply(creating(["a@x.test"]), SHAPE, checkpointAt(3));
          throw new Error("in the middle");
        });
        await expect(failing).rejects.toThrow("in the middle");
        expect(await store.contacts.count(mine.number)).toBe(0);
        expect((await store.imports.get(begun.ref))?.progress).toBeNull();
        await write(store, begun, creating(["a@x.test"]));
        expect(await store.contacts.count(mine.number)).toBe(1);
      });

      test("keys find their contacts in their own workspace, once the run has settled", async () => {
        await write(store, await begin(store, mine, now), creating([...HOSTILE]));
        await write(store, await begin(store, theirs, now), creating(["else@x.test"]));
        const ask = (workspace: Workspace) =>
          store.imports.readBatch(
            { ref: { workspace: workspace.number, import: 1 }, object: "contact", pass: "plan" },
            (batch) => batch.findByKeys(KEY_KIND.email, Float64Array.from(HOSTILE, keyHash)),
          );
        expect([...(await ask(mine)).contacts].sort()).toEqual(HOSTILE.map((_, at) => at + 1));
        expect([...(await ask(theirs)).contacts]).toEqual([]);
      });

      test("keys looked up ahead are those that the batch would find, whatever has changed the index since", async () => {
        const [ours, other] = [await begin(store, mine, now), await begin(store, mine, now)];
        await write(store, other, creating(["a@x.test"]));
        const scope = { ref: ours.ref, object: "contact" } as const;
        const asked = { kind: KEY_KIND.email, hashes: Float64Array.of(keyHash("b@x.test"), keyHash("a@x.test")) };
        const none = { kind: KEY_KIND.phone, hashes: Float64Array.of(1) };
        const found = async () => {
          const ask = await store.imports.readBatch({ ...scope, pass: "plan" }, (batch) =>
            batch.findByKeys(asked.kind, asked.hashes),
          );
          return [...ask.hashes].map((hash, at) => [hash === asked.hashes[1] ? "a" : "b", ask.contacts[at]]);
        };
        const ahead = store.imports.keysAhead(scope, 1_000_000);
        await ahead?.find([none, asked, asked]);
        expect(await found()).toEqual([["a", 1]]);
        await write(store, other, creating(["b@x.test"], 2, 3));
        expect((await found()).sort()).toEqual([
          ["a", 1],
          ["b", 2],
        ]);
        await ahead?.find([asked]);
        expect((await found()).sort()).toEqual([
          ["a", 1],
          ["b", 2],
        ]);
        await ahead?.end();
        expect(store.imports.keysAhead(scope, 10)).toBeNull();
      });

      test("lines that share a key are found with each other, and with the one that stands for them", async () => {
        const { ref } = await begin(store, mine, now);
        const found = async function* () {
          yield Float64Array.from([2, 5, 9].flatMap((line) => [0, 42, line]));
          yield Float64Array.of(0, 43, 7);
        };
        expect(await store.imports.saveDuplicates(ref, found(), "first")).toBe(3);
        const lines = await store.imports.readBatch({ ref, object: "contact", pass: "run" }, (batch) =>
          batch.duplicateLines(1, 100),
        );
        expect([...lines.keys()]).toEqual([2, 5, 9]);
        expect([...lines.values()].map(({ keys }) => keys[0]?.winner)).toEqual([null, 2, 2]);
      });

      test("of two lines that each share a key with a third, the one by its first key is named, whichever end wins (C-H3)", async () => {
        for (const [keep, shared, at] of [
          ["last", [2, 6], [2, 4]],
          ["first", [2, 6], [6, 4]],
        ] as const) {
          const { ref } = await begin(store, mine, now);
          const [line, other] = [shared[keep === "last" ? 0 : 1], shared[keep === "last" ? 1 : 0]];
          const found = async function* () {
            // By the first key with `other`, by the second with line 4.
            yield Float64Array.from([line, other].flatMap((one) => [0, 42, one]));
            yield Float64Array.from(at.flatMap((one) => [1, 7, one]));
          };
          await store.imports.saveDuplicates(ref, found(), keep);
          const lines = await store.imports.readBatch({ ref, object: "contact", pass: "run" }, (batch) =>
            batch.duplicateLines(1, 100),
          );
          expect(lines.get(line)?.keys.map(({ winner }) => winner)).toEqual([other, other]);
        }
      });
    });

    describe("LedgerStore", () => {
      test("lines come in pages, by outcome and by problem, with every text as it was", async () => {
        const begun = await begin(store, mine, now);
        const failed = HOSTILE.map((value, at) =>
          ledgerLine(10 + at, {
            outcome: "failed",
            match: { key: "email", value },
            problems: [{ code: "email_invalid", severity: "error", column: value, field: "email", value }],
          }),
        );
        await write(store, begun, { ...creating(["a@x.test"]), lines: [ledgerLine(2, { contact: 1 }), ...failed] });
        const all = { pass: "run" as const, outcome: null, problem: null, afterLine: 0, limit: 100 };
        expect(await store.ledger.lines(begun.ref, { ...all, outcome: "failed" })).toEqual(failed);
        expect(await store.ledger.lines(begun.ref, { ...all, problem: "email_invalid" })).toEqual(failed);
        const page = await store.ledger.lines(begun.ref, { ...all, afterLine: 10, limit: 2 });
        expect(page.map(({ line }) => line)).toEqual([11, 12]);
        expect(await store.ledger.history(mine.number, 1)).toMatchObject([{ kind: "created", line: 2 }]);
        expect(await store.ledger.history(theirs.number, 1)).toEqual([]);
      });
    });

    describe("ContactStore", () => {
      test("contacts come back letter by letter, in pages, by search and by filter", async () => {
        await write(store, await begin(store, mine, now), creating(HOSTILE));
        const everybody = { search: null, filters: [], after: 0, limit: 100 };
        const contacts = await store.contacts.list(mine.number, everybody);
        expect(contacts.map(({ values }) => values.get("email"))).toEqual(HOSTILE);
        expect(contacts.map(({ values }) => values.get("kept:__proto__"))).toEqual(HOSTILE);
        expect(await store.contacts.list(mine.number, { ...everybody, after: 2, limit: 3 })).toEqual(
          contacts.slice(2, 5),
        );
        for (const [at, value] of HOSTILE.entries()) {
          for (const field of ["email", "kept:__proto__"]) {
            const filters = [{ field, op: "is" as const, value, list: false }];
            expect(await store.contacts.list(mine.number, { ...everybody, filters })).toEqual([contacts[at]]);
          }
        }
        expect(await store.contacts.list(mine.number, { ...everybody, search: "100%_\\" })).toEqual([contacts[3]]);
        expect(await store.contacts.list(theirs.number, everybody)).toEqual([]);
        expect(await store.contacts.get(theirs.number, 1)).toBeNull();
      });
    });

    describe("RetryStore", () => {
      test("a line has its own word and that of the imports that tried again, without what was undone", async () => {
        const first = await begin(store, mine, now);
        const failed = ledgerLine(3, { outcome: "failed", problems: [{ code: "email_invalid", severity: "error" }] });
        const good = creating(["a@x.test"]);
        await write(store, first, { ...good, lines: [...good.lines, failed] });
        const second = await begin(store, mine, now);
        const retries = async function* () {
          yield [{ line: 2, ofLine: 3 }];
          yield [{ line: 4, ofLine: 3 }];
        };
        await store.retries.save(second.ref, first.ref.import, retries());
        await write(store, second, creating(["b@x.test"], 2));
        expect(await store.retries.ofLines(second.ref, 1, 100)).toEqual(new Map([[2, 3]]));
        expect(await store.retries.isRetried(second.ref, 3)).toBe(true);
        expect(await store.retries.isRetried(second.ref, 2)).toBe(false);
        expect(await store.retries.continuations(first.ref)).toEqual([second.ref.import]);
        const tried = async (before: number) => {
          const attempts = await store.retries.attempts(first.ref, [2, 3, 9], before);
          return new Map([...attempts].map(([line, list]) => [line, list.map(({ ledger: { outcome } }) => outcome)]));
        };
        expect(await tried(100)).toEqual(
          new Map([
            [2, ["created"]],
            [3, ["failed", "created"]],
          ]),
        );
        expect((await tried(second.ref.import)).get(3)).toEqual(["failed"]);
        const lines = [{ line: 2, object: "contact" as const, contact: 2, result: "deleted" as const, kept: [] }];
        accepted(
          await store.undos.apply(
            { ...second, object: "contact" },
            {
              lines,
              deletes: [2],
              restores: [],
              progress: UNDONE,
              at: now,
            },
          ),
        );
        expect((await tried(100)).get(3)).toEqual(["failed"]);
        expect(await store.retries.continuations({ ...first.ref, workspace: theirs.number })).toEqual([]);
      });
    });

    describe("UndoStore", () => {
      test("lines come last first; deleted contacts leave with their keys; what is undone is not undoable again", async () => {
        const begun = await begin(store, mine, now);
        await write(store, begun, creating(["a@x.test", "b@x.test", "c@x.test"]));
        const page = { beforeLine: 100, only: null, limit: 2 };
        expect(
          (await store.undos.undoable({ ref: begun.ref, object: "contact" }, page)).map(({ line }) => line),
        ).toEqual([4, 3]);
        const lines = [{ line: 4, object: "contact" as const, contact: 3, result: "deleted" as const, kept: [] }];
        const restores = [
          {
            contact: 1,
            values: new Map([
              ["full_name", HOSTILE.join()],
              ["kept:__proto__", null],
            ]),
          },
        ];
        const progress = { ...UNDONE, beforeLine: 4 };
        accepted(
          await store.undos.apply(
            { ...begun, object: "contact" },
            { lines, deletes: [3], restores, progress, at: now },
          ),
        );
        expect(await store.contacts.get(mine.number, 3)).toBeNull();
        const restored = await store.contacts.get(mine.number, 1);
        expect(restored?.values).toEqual(
          new Map([
            ["email", "a@x.test"],
            ["full_name", HOSTILE.join()],
          ]),
        );
        await store.imports.settleKeys(mine.number);
        const held = await store.imports.readBatch({ ref: begun.ref, object: "contact", pass: "plan" }, (batch) =>
          batch.findByKeys(KEY_KIND.email, Float64Array.of(keyHash("a@x.test"), keyHash("c@x.test"))),
        );
        expect([...held.contacts]).toEqual([1]);
        expect(
          (await store.undos.undoable({ ref: begun.ref, object: "contact" }, page)).map(({ line }) => line),
        ).toEqual([3, 2]);
        expect(await store.undos.lines(begun.ref, { afterLine: 0, limit: 10 })).toEqual(lines);
        expect((await store.imports.get(begun.ref))?.undo).toEqual(progress);
      });
    });
  });
}

const UNDONE: UndoProgress = {
  beforeLine: 0,
  only: null,
  includeEdited: false,
  stateBefore: "done",
  tally: { deleted: 1, restored: 0, partly: 0, kept: 0, gone: 0, merged: 0, erased: 0 },
};
