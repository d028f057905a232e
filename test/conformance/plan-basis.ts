/** What the port for imports promises of what a plan stands on, and of lines that are put in the place of others. */
import { describe, expect, test } from "vitest";
import type { ScanFindings } from "../../src/app/import/scanning/scan-findings.ts";
import type { ImportRef, Store, Workspace } from "../../src/app/ports.ts";
import { NO_ACCOUNTS } from "../../src/core/account/account-plan.ts";
import { noPhoneWitnesses } from "../../src/core/contact/phone-evidence.ts";
import { KeyFilter } from "../../src/core/match/key-filter.ts";
import { keyHash } from "../../src/core/match/key-hash.ts";
import type { LedgerLine } from "../../src/core/plan/outcome.ts";
import { begin, creating, type OpenStores, openForEach, write } from "./fixture.ts";

const FOUND: ScanFindings = {
  ...{ lines: 3, blankLines: 0, droppedNuls: 0, raggedRows: 0, wrongBytesLine: null, wrongCells: 0, firstWrong: null },
  ...{ witnesses: [{}], phones: noPhoneWitnesses(), withSeveral: [2], doubled: [] },
};
const FILTER_BYTES = 256 * 1024;
const keysOf = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, at) => keyHash(`p${from + at}@x.test`));

function filterOver(keys: readonly number[]): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(FILTER_BYTES);
  const filter = new KeyFilter(memory);
  for (const key of keys) filter.add(key);
  return memory;
}

export function planBasisConformance(name: string, open: OpenStores): void {
  describe(name, () => {
    let store: Store;
    let mine: Workspace;
    let theirs: Workspace;

    openForEach(open, 1_000, (opened) => {
      ({ store, mine, theirs } = opened);
    });

    const mayHave = async (ref: ImportRef, keys: readonly number[]): Promise<number> => {
      let found = 0;
      for (const key of keys) found += Number(await store.imports.mayHaveKeys(ref, [key]));
      return found;
    };

    describe("what a plan stands on", () => {
      test("is kept as it was found, until the import's scratch is cleared (C-P1)", async () => {
        const { ref } = await begin(store, mine, 1_000);
        const other = await begin(store, theirs, 1_000);
        expect(await store.imports.basis(ref)).toBeNull();
        await store.imports.saveBasis(ref, { found: FOUND, keys: [filterOver([])] });
        expect([await store.imports.basis(ref), await store.imports.basis(other.ref)]).toEqual([FOUND, null]);
        await store.imports.clearPlan(ref);
        expect(await store.imports.basis(ref)).toEqual(FOUND);
        await store.imports.clearScratch(ref);
        expect(await store.imports.basis(ref)).toBeNull();
      });

      test("is nothing any more once the workspace has changed (C-P2)", async () => {
        const { ref } = await begin(store, mine, 1_000);
        await store.imports.saveBasis(ref, { found: FOUND, keys: [filterOver([])] });
        await write(store, await begin(store, theirs, 1_000), creating(["a@x.test"]));
        expect(await store.imports.basis(ref)).toEqual(FOUND);
        await write(store, await begin(store, mine, 1_000), creating(["a@x.test"]));
        expect(await store.imports.basis(ref)).toBeNull();
      });

      test("misses no key of any part of the file, and seldom takes another for one (C-H3)", async () => {
        const { ref } = await begin(store, mine, 1_000);
        const [first, second, absent] = [keysOf(0, 500), keysOf(500, 1_000), keysOf(1_000, 2_000)];
        await store.imports.saveBasis(ref, { found: FOUND, keys: [filterOver(first), filterOver(second)] });
        expect(await mayHave(ref, [...first, ...second])).toBe(1_000);
        expect(await mayHave(ref, absent)).toBeLessThan(20);
        const corrected = { lines: [], accounts: NO_ACCOUNTS, duplicates: new Map(), found: { ...FOUND, lines: 4 } };
        await store.imports.correctPlan({ ref, object: "contact" }, { ...corrected, keys: absent.slice(0, 10) });
        expect([await mayHave(ref, absent.slice(0, 10)), (await store.imports.basis(ref))?.lines]).toEqual([10, 4]);
        expect(await mayHave(ref, first)).toBe(500);
      });
    });

    test("lines are put in the place of others, whatever became of either, and found by where they stand (C-P1)", async () => {
      const { ref } = await begin(store, mine, 1_000);
      const scope = { ref, object: "contact" } as const;
      const plan = creating(["a@x.test", "b@x.test", "c@x.test"], 1, 2);
      const lines = plan.lines.map((line, at): LedgerLine => ({ ...line, contact: null, offset: 10 + 20 * at }));
      await store.imports.savePlanned(scope, { ...plan, lines });
      const [first, second] = lines as [LedgerLine, LedgerLine];
      const problems = [{ code: "email_invalid", severity: "error" } as const];
      const put = (...now: readonly LedgerLine[]) =>
        store.imports.correctPlan(scope, {
          lines: now,
          accounts: NO_ACCOUNTS,
          duplicates: new Map(),
          found: FOUND,
          keys: [],
        });
      const outcomes = async () =>
        (await store.ledger.lines(ref, { pass: "plan", outcome: null, problem: null, afterLine: 0, limit: 9 })).map(
          ({ line, outcome }) => [line, outcome],
        );
      await put({ ...second, outcome: "failed", problems });
      const failed = [
        [2, "created"],
        [3, "failed"],
        [4, "created"],
      ];
      expect(await outcomes()).toEqual(failed);
      await put(second, { ...first, outcome: "failed", problems });
      expect(await outcomes()).toEqual([
        [2, "failed"],
        [3, "created"],
        [4, "created"],
      ]);
      expect(await store.ledger.linesHolding(ref, "plan", [5, 10, 29, 31, 49, 90])).toEqual([2, 3, 4]);
      expect(await store.ledger.linesHolding(ref, "plan", [5])).toEqual([]);
    });

    test("lines that share keys are found with those that share keys with them (C-H3)", async () => {
      const { ref } = await begin(store, mine, 1_000);
      async function* found() {
        const keys = [
          [2, 1],
          [3, 1],
          [3, 2],
          [5, 2],
          [7, 3],
          [9, 3],
        ];
        yield Float64Array.from(keys.flatMap(([line = 0, hash = 0]) => [0, hash, line]));
      }
      await store.imports.saveDuplicates(ref, found(), "all");
      const sharing = (...lines: number[]) => store.imports.sharingLines(ref, lines, 100);
      expect([await sharing(5), await sharing(9, 4), await sharing(4)]).toEqual([[2, 3, 5], [4, 7, 9], [4]]);
    });
  });
}
