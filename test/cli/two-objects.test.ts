/** `muster lines` of lines that hold a contact and an opportunity, on the data folder and on a server. */
import { expect, test } from "vitest";
import { remoteCli } from "../support/remote-cli.ts";
import { jsonLines, muster, workbench } from "./run-muster.ts";

const BOTH = ["--object", "contacts,opportunities"];
const PIPELINES = "pipeline_name,is_default,stage_name,position\nSales,true,New,1\nSales,true,Won,2\n";
const HEAD = "Full name,Email,Job title,Opportunity name,Value\n";
const FIRST = `${HEAD}Ann Lee,ann@example.com,Clerk,Roof,100\nBo Ek,bo@example.com,Smith,Cellar,200\n`;
const SECOND = `${HEAD}Ann Lee,ann@example.com,Clerk,Garage,300\nBo Ek,bo@example.com,Cook,Cellar,200\nAnn Lee,ann@example.com,Clerk,Roof,100\nEva Poe,eva@example.com,,Attic,5\nFay,fay@,,Barn,5\n`;

const SAID = [
  /^ +2 +created .* contact unchanged \(Ann Lee, ann@example\.com\) · opportunity created \(Garage\)/m,
  /^ +3 +updated .* contact updated \(Bo Ek, bo@example\.com\) · opportunity unchanged \(Cellar\) · job_title: Smith → Cook/m,
  /^ +4 +unchanged .* same email as line 2: ann@example\.com/m,
  /^ +5 +created .* Eva Poe · eva@example\.com · Attic/m,
];

const PARTS = [
  { contact: "unchanged", opportunity: "created" },
  { contact: "updated", opportunity: "unchanged" },
  { contact: "unchanged", opportunity: "unchanged" },
  { contact: "created", opportunity: "created" },
];

test("both are said where they differ, planned and done, here and on a server, in text and as JSON", async () => {
  const { run, bench, server } = await remoteCli({ policy: { opportunities: "on" } });
  await run(["import", bench.file("pipelines.csv", PIPELINES), "--object", "pipelines", "--yes"]);
  await run(["import", bench.file("first.csv", FIRST), ...BOTH, "--yes"]);
  await run(["plan", bench.file("second.csv", SECOND), ...BOTH]);
  for (const state of ["planned", "done"]) {
    const here = muster(["lines", "latest", "--data", server.folder]);
    for (const said of SAID) expect([state, here.out]).toEqual([state, expect.stringMatching(said)]);
    expect(await run(["lines", "latest"])).toMatchObject({ code: 0, out: here.out, err: here.err });
    const json = jsonLines((await run(["lines", "latest", "--json"])).out);
    expect(json.slice(0, 4).map(({ parts }) => parts)).toEqual(PARTS);
    expect(jsonLines(muster(["lines", "latest", "--json", "--data", server.folder]).out)).toEqual(json);
    await run(["resume", "latest"]);
  }
});

test("lines of opportunities, and lines that match somebody from before, say the same on a server", async () => {
  const { run, bench, server } = await remoteCli({ policy: { opportunities: "on" } });
  await run(["import", bench.file("pipelines.csv", PIPELINES), "--object", "pipelines", "--yes"]);
  await run(["import", bench.file("first.csv", FIRST), ...BOTH, "--yes"]);
  const deals =
    "Contact email,Opportunity name,Value\nann@example.com,Roof,100\nbo@example.com,Cellar,250\nann@example.com,Shed,1\n";
  const people = "Email,City\nann@example.com,\nbo@example.com,Rome\nann@example.com,\n";
  for (const args of [
    ["plan", bench.file("deals.csv", deals), "--object", "opportunities"],
    ["resume", "latest"],
    ["plan", bench.file("people.csv", people), "--object", "contacts"],
    ["resume", "latest"],
  ]) {
    expect((await run(args)).code).toBe(0);
    const here = muster(["lines", "latest", "--data", server.folder]);
    expect(here.out.split("\n").length).toBe(5);
    expect(await run(["lines", "latest"])).toMatchObject({ code: 0, out: here.out, err: here.err });
    const few = muster(["lines", "latest", "--limit", "2", "--data", server.folder]);
    expect(few.err).toContain("These are the first 2; --limit shows more.");
    expect(await run(["lines", "latest", "--limit", "2"])).toMatchObject({ out: few.out, err: few.err });
    expect((await run(["lines", "latest", "--limit", "3"])).err).toBe("");
  }
});

test("lines with errors continue their import, unless its contacts alone are asked for: then their opportunities can still come", () => {
  const bench = workbench();
  bench.run(["import", bench.file("pipelines.csv", PIPELINES), "--object", "pipelines", "--yes"]);
  const deals = `${HEAD.replace("Value", "Pipeline")}Ann Lee,ann@example.com,Clerk,Roof,Nowhere\n`;
  bench.run(["import", bench.file("deals.csv", deals), ...BOTH, "--yes"]);
  const errors = bench.file("errors.csv", bench.run(["lines", "latest", "--format", "csv"]).out);
  const alone = bench.run(["import", errors, "--object", "contacts", "--yes"]).out;
  expect(alone).toMatch(/created +1/);
  expect(alone).not.toContain("Puts right");
  bench.file("errors.csv", bench.read("errors.csv").replace("Nowhere", "Sales"));
  const whole = bench.run(["import", errors, "--yes"]).out;
  expect(whole).toContain("Puts right");
  expect(whole).toMatch(/opportunities +1 created/);
  expect(bench.run(["contacts", "--json"]).out.trim().split("\n")).toHaveLength(1);
});

test("an opportunity shows which import, line and column its values come from, on the data folder and on a server (C-X6)", async () => {
  const { bench, run, server } = await remoteCli();
  await run(["import", bench.file("pipelines.csv", PIPELINES), "--object", "pipelines", "--yes"]);
  const head = "Name,Email,Job title,Opportunity name,Stage,Value,Colour\n";
  const [first, second] = ["New,100,red", "Won,250,red"].map(
    (deal) => `${head}Ann Lee,ann@x.test,Clerk,Roof,${deal}\n`,
  );
  const made = jsonLines(
    (await run(["import", bench.file("deals.csv", String(first)), ...BOTH, "--yes", "--json"])).out,
  );
  const moved = jsonLines(
    (await run(["import", bench.file("won.csv", String(second)), ...BOTH, "--yes", "--json"])).out,
  );
  const [made0, moved0] = [made, moved].map(([one]) => (one as { import: string }).import);
  const show = ["opportunities", "show", "Roof"];
  const { out } = await run(show);
  expect(out).toBe(muster([...show, "--data", server.folder]).out);
  expect(out).toMatch(new RegExp(`^Name +Roof +${made0} +2 +Opportunity name +Roof *$`, "m"));
  expect(out).toMatch(new RegExp(`^Contact +Ann Lee \\(con_\\w+\\) +${made0} +2 *$`, "m"));
  expect(out).toMatch(new RegExp(`^Stage +Won +${moved0} +2 +Stage +Won *$`, "m"));
  expect(out).toMatch(new RegExp(`^Value +250 +${moved0} +2 +Value +250 *$`, "m"));
  expect(out).toMatch(new RegExp(`^Colour +red +${made0} +2 +Colour +red *$`, "m"));
  expect(out).toMatch(new RegExp(`updated by ${moved0}, line 2, won.csv\n(?: {4}.*\n)* {4}value: 100 → 250`));
  const [json] = jsonLines((await run([...show, "--json"])).out);
  expect([json]).toEqual(jsonLines(muster([...show, "--json", "--data", server.folder]).out));
  expect(json).toMatchObject({ stage: { name: "Won" }, origins: { value: { import: moved0, line: 2, raw: "250" } } });
});
