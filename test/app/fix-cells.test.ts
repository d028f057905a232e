/** Cells that are corrected before an import runs: every reader of the rows sees the corrected ones, and the file stays as it is. */
import { afterEach, describe, expect, test } from "vitest";
import { errorFile } from "../../src/app/export/error-lines.ts";
import { askForStart } from "../../src/app/import/ask-job.ts";
import { changeImport } from "../../src/app/import/changing/change-import.ts";
import { fixCells } from "../../src/app/import/changing/fix-cells.ts";
import { planImport, runImport } from "../../src/app/import/run-import.ts";
import { contactCard } from "../../src/app/view/contact-card.ts";
import { importJson } from "../../src/app/view/import-json.ts";
import { UNSAID } from "../support/unsaid.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let it: TestWorkspace;
afterEach(() => it.close());

const cell = (line: number, column: string, value: string) => ({ line, column, value });
const rule = (column: string, from: string, value: string) => ({ column, from, value });
const outcomes = async (...[record]: Parameters<TestWorkspace["lines"]>) =>
  (await it.lines(record)).map(({ line, outcome, problems }) => [line, outcome, ...problems.map(({ code }) => code)]);
const valuesOf = async () => (await it.contacts()).map(({ values }) => Object.fromEntries(values));

const PEOPLE = "E-Mail,Name,City\nann@,Ann,Pariss\nbob@example.com,Bob,Pariss\nann@example.com,Annie,Rome\n,,\n";

describe("a planned import", () => {
  test("is planned again with a cell corrected, and runs as it was planned (C-P1, C-P2)", async () => {
    it = await testWorkspace();
    const planned = await it.plan(PEOPLE);
    const request = { cells: [cell(2, "e-mail", "zoe@example.com")], everywhere: [], by: "ann" };
    const fixed = accepted(await fixCells(it.ports, planned.ref, request));
    expect(fixed).toMatchObject({ state: "planned", planned: { outcomes: { created: 3, failed: 0 } } });
    const done = accepted(await runImport(it.ports, planned.ref));
    expect(await outcomes(done)).toEqual([
      [2, "created"],
      [3, "created"],
      [4, "created"],
    ]);
    expect((await valuesOf()).map(({ email }) => email)).toContain("zoe@example.com");
    expect(accepted(await it.prepare(PEOPLE)).settings.source.digest).toBe(done.settings.source.digest);
  });

  test("stays as it was seen once its start is asked for: then no cell is corrected (C-P2)", async () => {
    it = await testWorkspace();
    const planned = await it.plan(PEOPLE);
    accepted(await askForStart(it.ports, planned, "ann"));
    const request = { cells: [cell(2, "E-Mail", "zoe@example.com")], everywhere: [], by: "ann" };
    expect(await fixCells(it.ports, planned.ref, request)).toMatchObject({
      ok: false,
      refusal: { code: "import_busy" },
    });
    expect(accepted(await runImport(it.ports, planned.ref)).planned).toEqual(planned.planned);
    expect(await valuesOf()).toHaveLength(2);
  });

  test("that is read in another way has no corrected cells: they would be others (C-B2, C-P1)", async () => {
    it = await testWorkspace();
    const planned = await it.plan("Name;Email\nAnn;ann@\nBob;bob@example.com\n");
    const request = { cells: [cell(2, "Email", "ann@example.com")], everywhere: [], by: "ann" };
    const fixed = accepted(await fixCells(it.ports, planned.ref, request));
    expect(fixed.settings.fixes).toMatchObject({ cells: 1 });
    const change = { dialect: { delimiter: "," }, map: ["#1=full_name"] };
    const place = { ref: planned.ref, version: null };
    const { actor } = UNSAID;
    expect(await changeImport(it.ports, it.workspace, place, { change, fixes: request, actor })).toMatchObject({
      refusal: { code: "arguments_invalid" },
    });
    const read = accepted(await changeImport(it.ports, it.workspace, place, { change, actor }));
    expect(read.settings).not.toHaveProperty("fixes");
    expect(await outcomes(accepted(await planImport(it.ports, planned.ref)))).toEqual([
      [2, "created"],
      [3, "created"],
    ]);
    accepted(await runImport(it.ports, planned.ref));
    expect((await valuesOf()).map(({ full_name }) => full_name)).toEqual(["Ann;ann@", "Bob;bob@example.com"]);
  });

  test("takes a corrected cell at its word: what somebody types is no placeholder, unless for an id (C-P1)", async () => {
    it = await testWorkspace();
    const text =
      "Email,Company,City,External ID,Job title\nann@example.com,-,Bonn,NULL,NULL\nbo@example.com,Acme,Unknown,,Boss\n";
    const planned = await it.plan(text);
    expect((await it.lines(planned)).flatMap(({ problems }) => problems.map(({ column }) => column))).toEqual([
      ...["Company", "City"],
    ]);
    const cells = [
      ...[cell(2, "Company", "Unknown"), cell(2, "Job title", "NULL")],
      ...[cell(3, "City", "Unknown"), cell(3, "External ID", "unknown")],
    ];
    const everywhere = [rule("City", "Bonn", "None")];
    const fixed = accepted(await fixCells(it.ports, planned.ref, { cells, everywhere, by: "ann" }));
    expect(await outcomes(fixed)).toEqual([
      [2, "created"],
      [3, "created", "placeholder_ignored"],
    ]);
    accepted(await runImport(it.ports, planned.ref));
    expect(await valuesOf()).toEqual([
      { email: "ann@example.com", account_name: "Unknown", city: "None", job_title: "NULL" },
      { email: "bo@example.com", account_name: "Acme", city: "Unknown", job_title: "Boss" },
    ]);
  });

  test("finds lines that come to share a key by a correction, and lets go those that do not any more (C-H3, C-P1)", async () => {
    it = await testWorkspace();
    const planned = await it.plan(PEOPLE, { set: new Map([["inFile", "fail"]]) });
    const fix = async (value: string) =>
      accepted(await fixCells(it.ports, planned.ref, { cells: [cell(2, "E-Mail", value)], everywhere: [], by: "ann" }));
    expect(await outcomes(await fix("ann@example.com"))).toEqual([
      [2, "failed", "duplicate_email"],
      [3, "created"],
      [4, "failed", "duplicate_email"],
    ]);
    expect(await outcomes(await fix("zoe@example.com"))).toEqual([
      [2, "created"],
      [3, "created"],
      [4, "created"],
    ]);
  });

  test("takes a value for another wherever it stands, and the last word on a cell counts (C-P1)", async () => {
    it = await testWorkspace();
    const { ref } = await it.plan(PEOPLE);
    const say = async (request: Partial<Parameters<typeof fixCells>[2]>) =>
      accepted(await fixCells(it.ports, ref, { cells: [], everywhere: [], by: "ann", ...request }));
    await say({ everywhere: [rule("City", "Pariss", "Paris")], cells: [cell(2, "E-Mail", "a@example.com")] });
    await say({ cells: [cell(4, "City", "Lyon"), cell(4, "City", "Nice")] });
    const { settings } = await say({ everywhere: [rule("City", "Nice", "Nizza"), rule("#3", "Paris", "París")] });
    expect(settings.fixes).toMatchObject({ rules: 3, cells: 2 });
    accepted(await runImport(it.ports, ref));
    expect((await valuesOf()).map(({ city }) => city)).toEqual(["París", "París", "Nizza"]);
  });

  test("says of a corrected value what the file says, who corrected it and when (C-X6)", async () => {
    it = await testWorkspace();
    const { ref, settings } = await it.plan(PEOPLE);
    const request = { cells: [cell(2, "E-Mail", "zoe@example.com")], everywhere: [], by: "bea" };
    accepted(await fixCells(it.ports, ref, request));
    const done = accepted(await runImport(it.ports, ref));
    const contact = (await it.contacts()).find(({ values }) => values.get("email") === "zoe@example.com");
    const card = await contactCard(it.ports, it.workspace, contact!);
    const origin = card.values.find(({ key }) => key === "email")?.origin;
    expect(origin).toMatchObject({ raw: "ann@", corrected: { value: "zoe@example.com", by: "bea" } });
    const options = { choice: { outcome: "created" as const, problem: null }, words: { contact: String }, limit: 1 };
    let text = "";
    for await (const piece of errorFile(it.ports, done, options)) text += piece;
    expect(text).toContain(
      "zoe@example.com,Ann,Pariss,2,E-Mail was corrected by bea on 2026-01-01; the file says “ann@”.",
    );
    expect(done.receipt).not.toBe((await it.import(PEOPLE)).receipt);
    expect(settings.fixes).toBeUndefined();
  });

  test("is not corrected on a line or in a column that is not there, nor once it has run (C-P1)", async () => {
    it = await testWorkspace();
    const { ref } = await it.plan(PEOPLE);
    const code = async (...cells: ReturnType<typeof cell>[]) => {
      const fixed = await fixCells(it.ports, ref, { cells, everywhere: [], by: "ann" });
      return fixed.ok ? fixed.value.state : fixed.refusal.code;
    };
    expect(await code(cell(2, "Name", "Zoe"), cell(5, "Name", "blank"))).toBe("line_unknown");
    expect(await code(cell(2, "Nmae", "Zoe"))).toBe("mapping_invalid");
    expect(await code(cell(2, "Name", "Zoe"))).toBe("planned");
    accepted(await runImport(it.ports, ref));
    expect(await code(cell(2, "Name", "Zoe"))).toBe("import_state_invalid");
  });
});

test.each([
  { thread: false, batchRows: 7 },
  { thread: true, batchRows: 500, halvedScanBytes: 1 },
])("thousands of corrections are the file as it would be with them: %j (C-P1, C-X5)", async (options) => {
  it = await testWorkspace(options);
  const rows = Array.from({ length: 6000 }, (_, at) => ({ line: at + 2, email: at % 3 === 0 ? "x@" : `p${at}@e.com` }));
  const csv = (emailOf: (row: (typeof rows)[number]) => string): string =>
    `email,full_name\n${rows.map((row) => `${emailOf(row)},P${row.line}`).join("\n")}\n`;
  const fixedEmail = ({ line, email }: (typeof rows)[number]): string =>
    email === "x@" ? `f${line % 4000}@e.com` : email;
  const { ref } = await it.plan(csv(({ email }) => email));
  const cells = rows.filter(({ email }) => email === "x@").map((row) => cell(row.line, "email", fixedEmail(row)));
  // Said in two halves and out of order: they are kept in the order of the file.
  for (const part of [cells.slice(1000).reverse(), cells.slice(0, 1000)]) {
    accepted(await fixCells(it.ports, ref, { cells: part, everywhere: [], by: "ann" }));
  }
  const stopping = new AbortController();
  const stopped = accepted(
    await runImport(it.ports, ref, { signal: stopping.signal, onProgress: () => stopping.abort() }),
  );
  expect(importJson(stopped)).toMatchObject({ state: "interrupted", total: rows.length });
  const done = accepted(await runImport(it.ports, ref));
  expect(importJson(done)).not.toHaveProperty("total");
  const fixed = await outcomes(done);
  await it.undo(done);
  expect(fixed).toEqual(await outcomes(await it.import(csv(fixedEmail))));
});
