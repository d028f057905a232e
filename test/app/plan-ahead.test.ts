/** Batches that are planned while the one before is written, where the database answers both at once; the same on the other one. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runImport } from "../../src/app/import/run-import.ts";
import type { BatchWriter, ImportRecord, ImportStore, Ports } from "../../src/app/ports.ts";
import { ON_POSTGRES } from "../support/open-test-store.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const ROWS = 6;
const file = (city: string): string =>
  `Email,City\n${Array.from({ length: ROWS }, (_, row) => `p${row}@example.com,${city}\n`).join("")}`;

describe("a run of many batches", () => {
  let it: TestWorkspace;
  beforeEach(async () => {
    it = await testWorkspace({ batchRows: 1 });
  });
  afterEach(() => it.close());

  const cities = async (): Promise<readonly (readonly [email: string | undefined, city: string | undefined])[]> =>
    (await it.contacts()).map(({ values }) => [values.get("email"), values.get("city")]);
  const outcomes = async (record: ImportRecord): Promise<readonly string[]> =>
    (await it.lines(record)).map(({ outcome }) => outcome);
  /** Runs the file with another store of imports in the place of the real one. */
  const runWith = async (text: string, changed: Partial<ImportStore>): Promise<ImportRecord> => {
    const { ref } = accepted(await it.prepare(text));
    return accepted(await runImport(withImports(it.ports, changed), ref));
  };

  test("finds whom somebody else has made between two batches", async () => {
    let looks = 0;
    const record = await runWith(file("Rome"), {
      async isCancelRequested() {
        if (++looks === 2) await it.import("Email,City\np2@example.com,Oslo\np4@example.com,Rome\n");
        return false;
      },
    });
    expect(await outcomes(record)).toEqual(["created", "created", "updated", "created", "unchanged", "created"]);
    expect(new Map(await cities())).toEqual(
      new Map(Array.from({ length: ROWS }, (_, at) => [`p${at}@example.com`, "Rome"])),
    );
    expect(await cities()).toHaveLength(ROWS);
  });

  test("reads a batch while the one before is written, and not twice", async () => {
    let decided = 0;
    const record = await runWith(
      file("Rome"),
      countingReads(it.ports, () => decided++),
    );
    expect(await outcomes(record)).toEqual(new Array(ROWS).fill("created"));
    // The first one has nobody to read it beside.
    expect(decided).toBe(ON_POSTGRES ? 1 : ROWS);
  });

  test.runIf(ON_POSTGRES)(
    "a batch that the database takes back is decided again, and with it what was planned on it",
    async () => {
      await it.import(file("Rome"));
      let failures = 0;
      const record = await runWith(
        file("Oslo"),
        failingOnce(it.ports, [0, 2, 3], () => failures++),
      );
      expect(failures).toBe(3);
      expect(await outcomes(record)).toEqual(new Array(ROWS).fill("updated"));
      expect(await it.lines(record)).toEqual(
        expect.arrayContaining([expect.objectContaining({ problems: [], changes: { city: ["Rome", "Oslo"] } })]),
      );
      expect((await it.lines(record)).flatMap(({ problems }) => problems)).toEqual([]);
      expect(new Set((await cities()).map(([, city]) => city))).toEqual(new Set(["Oslo"]));
    },
  );
});

const withImports = (ports: Ports, changed: Partial<ImportStore>): Ports => ({
  ...ports,
  store: { ...ports.store, imports: over(ports.store.imports, changed) },
});

/** The same object, but for what is changed of it. */
const over = <T extends object>(base: T, changed: Partial<T>): T =>
  new Proxy(base, {
    get(target, name) {
      const value = Reflect.get(name in changed ? changed : target, name);
      return typeof value === "function" ? value.bind(name in changed ? changed : target) : value;
    },
  });

/** Tells of each batch that asks inside its own transaction which lines share keys. */
function countingReads({ store }: Ports, tell: () => void): Partial<ImportStore> {
  return {
    writeBatch: (scope, work) =>
      store.imports.writeBatch(scope, (batch) =>
        work(
          over<BatchWriter>(batch, {
            async duplicateLines(from, to) {
              tell();
              return batch.duplicateLines(from, to);
            },
          }),
        ),
      ),
  };
}

/** Batches, by their place, that collide with somebody when they are written for the first time. */
function failingOnce({ store }: Ports, batches: readonly number[], tell: () => void): Partial<ImportStore> {
  let written = -1;
  const failed = new Set<number>();
  return {
    writeBatch: async (scope, work) => {
      const before = written;
      return store.imports.writeBatch(scope, (batch) =>
        work(
          over<BatchWriter>(batch, {
            async apply(...applied) {
              const place = before + 1;
              await batch.apply(...applied);
              if (batches.includes(place) && !failed.has(place)) {
                failed.add(place);
                tell();
                throw Object.assign(new Error("collided"), { code: "40001" });
              }
              written = place;
            },
          }),
        ),
      );
    },
  };
}
