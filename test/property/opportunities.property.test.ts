/** What holds for every file of contacts and their opportunities: the model tests of lines about two objects. */
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { ImportRequest } from "../../src/app/import/preparing/import-request.ts";
import type { LedgerLine } from "../../src/core/plan/outcome.ts";
import { csvLine } from "../../src/core/tabular/rows/csv-line.ts";
import { runs } from "./runs.ts";
import { isTurnedAway } from "./turned-away.ts";
import { type Cutting, type Small, World } from "./world.ts";

const RUNS = runs(40);
const WHOLE: Cutting = { batchRows: 1000, pieceBytes: 65_536 };
const PIPELINES = `pipeline_name,stage_name,is_closed_won,is_closed_lost
Sales,New,,
Sales,Won,yes,
Sales,Lost,,yes
Partners,New,,
Partners,Signed,yes,
`;
const HEADER = [
  "Email",
  "Phone",
  "Last name",
  "Opportunity external ID",
  "Deal",
  "Pipeline",
  "Stage",
  "Value",
  "Status",
];

const NO_DEAL = ["", "", "", "", "", ""] as const;
/** Few values, so that lines meet each other and what is there already. */
const full = fc.tuple(
  fc.constantFrom<string[]>("ann@x.test", "bob@x.test", "Ann@X.test", "", "no address"),
  fc.constantFrom("+14155550100", "+14155550101", "", ""),
  fc.constantFrom("Lee", "Ray", ""),
  fc.constantFrom("D-1", "D-2", "", ""),
  fc.constantFrom<string[]>("Website", "Shop", ""),
  fc.constantFrom("Sales", "Partners", "", "Nowhere"),
  fc.constantFrom("New", "Won", "Signed", ""),
  fc.constantFrom("1", "2.50", "", "much"),
  fc.constantFrom("open", "won", "lost", ""),
);
/** Few lines are about a contact alone. */
const cells = fc.oneof(
  { weight: 7, arbitrary: full },
  { weight: 1, arbitrary: full.map(([email, phone, last]): Row => [email, phone, last, ...NO_DEAL]) },
);
const file = fc.record({
  rows: fc.array(cells, { minLength: 1, maxLength: 12 }),
  mode: fc.constantFrom("create" as const, "update" as const, "both" as const, "both" as const),
  alone: fc.boolean(),
  inFile: fc.constantFrom("merge", "fail", "first", "last"),
});
type Row = typeof full extends fc.Arbitrary<infer T> ? T : never;
type File = typeof file extends fc.Arbitrary<infer T> ? T : never;
const story = fc.record({ before: fc.array(file, { maxLength: 1 }), upload: file });

const world = new World();
afterAll(() => world.close());

const upload = ({ rows, mode, alone, inFile }: File) => {
  const text = `${[HEADER, ...rows].map((row) => csvLine(row)).join("\n")}\n`;
  const about: Partial<ImportRequest> = alone ? { object: "opportunity" } : { withOpportunities: true };
  return { text, request: { ...about, mode, tags: alone ? [] : ["fair"], set: new Map([["inFile", inFile]]) } };
};

async function begun(before: readonly File[], cutting = WHOLE): Promise<Small> {
  const small = await world.small(cutting);
  for (const one of [{ text: PIPELINES, request: { object: "stage" as const } }, ...before.map(upload)]) {
    const record = await small.prepare(one);
    if (record) await small.start(record);
  }
  return small;
}

/**
 * Without the lines that are turned away in a workspace after these files: nearly every file has one, and to look for
 * files without any takes a hundred times as long.
 */
async function settled(before: readonly File[], said: File): Promise<File> {
  const lines = await begun(before).then(async (small) => small.lines(await ran(small, said)));
  // Below the line of headers.
  const turnedAway = new Set(lines.filter(isTurnedAway).map(({ line }) => line - 2));
  if (turnedAway.size === 0) return said;
  const rows = said.rows.filter((_, at) => !turnedAway.has(at));
  fc.pre(rows.length > 0);
  return settled(before, { ...said, rows });
}

async function ran(small: Small, said: File) {
  const record = await small.prepare(upload(said));
  fc.pre(record !== null);
  return small.start(record!);
}

const written = (lines: readonly LedgerLine[]): readonly LedgerLine[] =>
  lines.filter(({ outcome }) => outcome !== "failed" && outcome !== "skipped");

const everyStory = (check: (told: { readonly before: File[]; readonly upload: File }) => Promise<void>) =>
  fc.assert(fc.asyncProperty(story, check), RUNS);

describe("for every file of contacts and their opportunities (C-R1)", () => {
  test("the ledger balances, whatever the batches, and the plan says what the run does (C-X1, C-P2)", async () => {
    await everyStory(async ({ before, upload: said }) => {
      const small = await begun(before);
      const record = await ran(small, said);
      const lines = await small.lines(record);
      expect(lines.length).toBe(record.scan?.lines);
      const cut = await begun(before, { batchRows: 2, pieceBytes: 64 });
      const prepared = await cut.prepare(upload(said));
      fc.pre(prepared !== null);
      const planned = await cut.plan(prepared!);
      const again = await cut.start(planned);
      expect(planned.planned?.outcomes).toEqual(again.progress?.tally.outcomes);
      // Which of several reasons stops a line may depend on what was looked at together with it.
      expect(written(await cut.lines(again))).toEqual(written(lines));
      expect(await cut.snapshot()).toEqual(await small.snapshot());
    });
  });

  test("the same file again writes nothing (C-X3)", async () => {
    await everyStory(async ({ before, upload: { rows, ...more } }) => {
      // Somebody whom nothing identifies is a new contact each time, and what has no name can only be changed.
      const identified = ([email, phone, last, id, deal, ...rest]: Row): Row => {
        const isAlone = [id, deal, ...rest].every((cell) => cell === "");
        return [...([email || "cy@x.test", phone, last, id, deal || (isAlone ? "" : "Shop")] as const), ...rest];
      };
      const said = await settled(before, { ...more, rows: rows.map(identified) });
      const small = await begun(before);
      await ran(small, said);
      const { deals, contacts } = await small.snapshot();
      const again = await small.lines(await ran(small, said));
      fc.pre(!again.some(isTurnedAway));
      const after = await small.snapshot();
      expect({ deals: after.deals, contacts: after.contacts }).toEqual({ deals, contacts });
    });
  });

  test("undo leaves contacts, opportunities and keys as they were before (C-U1, C-U2)", async () => {
    await everyStory(async ({ before, upload: said }) => {
      const small = await begun(before);
      const was = await small.snapshot();
      const undone = await small.undo(await ran(small, said));
      expect(undone.state).toBe("undone");
      const { deals, contacts, keys } = await small.snapshot();
      expect({ deals, contacts, keys }).toEqual({ deals: was.deals, contacts: was.contacts, keys: was.keys });
    });
  });
});
