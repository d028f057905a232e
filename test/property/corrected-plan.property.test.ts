/** A plan of which cells were corrected is what a whole new plan would be, whether its other lines were looked at or not. */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { FixRequest } from "../../src/app/import/changing/fix-request.ts";
import type { ImportRecord } from "../../src/app/ports.ts";
import { csvLine } from "../../src/core/tabular/rows/csv-line.ts";
import { asUpload, CELLS, type SaidUpload, story } from "./arbitrary-import.ts";
import { runs } from "./runs.ts";
import { type Cutting, type Small, World } from "./world.ts";

const RUNS = runs(40);
const world = new World();
afterAll(() => world.close());

/** Values that no file of the stories has, and cells that say how their columns are to be read. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  email: ["new1@example.com", "new2@example.com", "a@x.test; b@x.test"],
  phone: ["+14155550177", "+491512345678", "0151 2345678", "(212) 555-0188"],
  full_name: ["Zoe New", "Zoë"],
  account_name: ["Newcomers", "Bolt"],
  birthday: ["31/12/1999", "12/31/1999", "01/02/2003", "36526", "1.2.99", "2003-05-06"],
  external_id: ["N-1"],
};
const poolOf = (field: string): readonly string[] => [...(CELLS[field] ?? [""]), ...(OTHERS[field] ?? [])];

/** Where a file is corrected: rows and columns are counted round. */
type Step = { readonly cells: readonly { row: number; column: number; pick: number }[]; readonly everywhere: boolean };
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    cells: fc.array(fc.record({ row: fc.nat(20), column: fc.nat(20), pick: fc.nat(40) }), {
      minLength: 1,
      maxLength: 2,
    }),
    everywhere: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  }),
  { minLength: 1, maxLength: 4 },
);

/** More rows that have little to do with each other, so that some corrections concern no other line; or columns with evidence. */
const longer = fc.record({ told: story, more: fc.nat(6), country: fc.constantFrom("US", "US", ""), steps });

function lengthened({ text, fields, ...said }: SaidUpload, more: number): SaidUpload {
  const cellOf = (field: string, row: number): string => {
    if (field === "email") return `row${row}@far.test`;
    if (field === "phone") return `+1212555${String(100 + row).padStart(4, "0")}`;
    if (field === "full_name") return `Far ${row}`;
    if (field === "external_id") return `F-${row}`;
    return field === "birthday" ? `${1 + row}/2/2003` : "";
  };
  const rows = Array.from({ length: more }, (_, row) => csvLine(fields.map((field) => cellOf(field, row))));
  const kept = rows.filter((row) => /[^,]/.test(row));
  return { ...said, fields, text: `${text}${kept.map((row) => `${row}\n`).join("")}` };
}

async function planned(told: { before: SaidUpload[]; upload: SaidUpload }, country: string, cutting: Cutting) {
  const small = await world.small(cutting);
  for (const upload of told.before) {
    const record = await small.prepare(asUpload(upload));
    if (record) await small.start(record);
  }
  const { text, request } = asUpload(told.upload);
  const record = await small.prepare({ text, request: { ...request, country } });
  fc.pre(record !== null);
  const first = await small.plan(record!);
  fc.pre(first.state === "planned");
  return { small, record: first };
}

function requestOf({ cells, everywhere }: Step, lines: readonly number[], { upload }: { upload: SaidUpload }) {
  const said = cells.map(({ row, column, pick }) => {
    const at = column % upload.fields.length;
    const pool = poolOf(upload.fields[at] ?? "");
    return { line: lines[row % lines.length] ?? 0, column: `#${at + 1}`, value: pool[pick % pool.length] ?? "" };
  });
  const [first] = said;
  if (!everywhere || first === undefined) return { cells: said, everywhere: [] };
  const pool = poolOf(upload.fields[Number(first.column.slice(1)) - 1] ?? "");
  const from = pool[(cells[0]?.row ?? 0) % pool.length] ?? "";
  return { cells: said.slice(1), everywhere: [{ column: first.column, from, value: first.value }] };
}

async function shown(small: Small, record: ImportRecord) {
  const { state, scan, planned, settings } = record;
  return { state, scan, planned, readings: settings.readings, lines: await small.lines(record, "plan") };
}

const WHOLE: Cutting = { batchRows: 1000, pieceBytes: 65_536 };
const SMALL: Cutting = { batchRows: 3, pieceBytes: 100 };

test.each([WHOLE, SMALL])("a corrected plan is the whole new plan, cut as %j (C-P1, C-P2)", async (cutting) => {
  let fixes = 0;
  let scans = 0;
  await fc.assert(
    fc.asyncProperty(longer, async ({ told, more, country, steps }) => {
      const upload = lengthened(told.upload, more);
      const one = await planned({ ...told, upload }, country, cutting);
      const other = await planned({ ...told, upload }, country, cutting);
      const lines = (await one.small.lines(one.record, "plan")).map(({ line }) => line);
      fc.pre(lines.length > 0);
      for (const step of steps) {
        const request: Omit<FixRequest, "by"> = requestOf(step, lines, { upload });
        const before = one.small.scans();
        const inPart = await one.small.fix(one.record, request);
        fixes++;
        scans += Number(one.small.scans() > before);
        await other.small.fix(other.record, request);
        const whole = await other.small.plan(other.record);
        expect(await shown(one.small, inPart)).toEqual(await shown(other.small, whole));
      }
      // What shares keys is not looked for again when it runs.
      const ended = [await one.small.start(one.record), await other.small.start(other.record)] as const;
      expect(await one.small.lines(ended[0])).toEqual(await other.small.lines(ended[1]));
      expect(await one.small.snapshot()).toEqual(await other.small.snapshot());
    }),
    RUNS,
  );
  // Else nothing would be said of those that are made in part.
  expect(fixes - scans).toBeGreaterThan(fixes / 10);
});
