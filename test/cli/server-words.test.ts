/** What is printed of an import: on a server the same as on the data folder. */
import { describe, expect, test } from "vitest";
import { remoteCli } from "../support/remote-cli.ts";
import { muster, type Ran, workbench } from "./run-muster.ts";

const PEOPLE =
  "Name,Email,Company,Phone\nAnn Lee,ann@example.com,Acme,\nBob Ray,bob@,Acme,\nCarla Poe,carla@example.com,Umbra,+14155550100\n";
const DEALS =
  "Full name,Email,Opportunity name,Value\nAnn Lee,ann@example.com,Roof,100\nBo Ek,bo@example.com,Cellar,200\n";
const ACCOUNTS = "Account,Domain\nAcme,acme.test\n,\n";

/** Without what differs between two databases: ids, times, and where the data is. */
const words = ({ out, err, code }: Ran) => ({
  code,
  lines: `${out}\n${err}`
    .replace(/\b(imp|con|acc|opp)_\w{10}\b/g, "$1")
    .replace(/ (--server|--data) \S+/g, "")
    .replace(/ in [\d.]+ s, [\d,]+ lines? a second/g, "")
    .replace(/by (key )?\S.*;/g, "by somebody;")
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, "then")
    .replace(/sha256:\w+/g, "sha256")
    .replace(/ +/g, " ")
    .split("\n"),
});

describe("an import says the same with --server as without", () => {
  test.for([
    ["contacts", PEOPLE, []],
    ["contacts with opportunities", DEALS, ["--object", "contacts,opportunities"]],
    ["accounts", ACCOUNTS, ["--object", "accounts"]],
  ] as const)("of %s", async ([, text, more]) => {
    const { run, bench } = await remoteCli();
    const here = workbench();
    const file = bench.file("lines.csv", text);
    for (const args of [
      ["plan", file, ...more],
      ["show", "latest"],
      ["import", file, ...more, "--yes"],
      ["show", "latest"],
      ["import", file, ...more, "--yes"],
      ["import", file, ...more],
    ])
      expect([args, words(await run(args))]).toEqual([args, words(here.run(args))]);
  });

  test("in the history", async () => {
    const { run, bench, server } = await remoteCli();
    expect((await run(["imports"])).out).toMatch(/^Nothing was imported yet\. Begin with: muster import FILE --server/);
    await run(["import", bench.file("people.csv", PEOPLE), "--yes"]);
    await run(["plan", bench.file("accounts.csv", ACCOUNTS), "--object", "accounts"]);
    for (const args of [["imports"], ["imports", "--limit", "1"], ["imports", "--cursor", "latest"]]) {
      const [there, local] = [await run(args), muster([...args, "--data", server.folder])];
      expect([args, words(there)]).toEqual([args, words(local)]);
    }
    expect((await run(["imports"])).out).toMatch(/Lines are[^\n]*\n[^\n]* accounts /);
  });

  test("that nothing was written, also quietly", async () => {
    const { run, bench } = await remoteCli();
    const here = workbench();
    const file = bench.file("wrong.csv", "Email,Name\nann@,Ann\nbob@,Bob\n");
    for (const args of [
      ["plan", file],
      ["import", file, "--yes"],
      ["import", file, "--yes", "--quiet", "--strict"],
    ]) {
      const there = words(await run(args));
      expect(there).toEqual(words(here.run(args)));
      expect(there.lines.join("\n")).toMatch(/Nothing (would be|was) written: every line/);
    }
  });

  test("accounts that it made, fields that it needs, what its lines are, what comes next", async () => {
    const { run, bench } = await remoteCli();
    const file = bench.file("people.csv", PEOPLE);
    const { out } = await run(["import", file, "--yes"]);
    expect(out).toMatch(/^ +accounts +2 created$/m);
    expect(out).toContain("Required to create a contact: ");
    expect(out).toMatch(/muster lines imp_\w+ --outcome failed --format csv --server \S+ > errors.csv/);
    expect((await run(["show", "latest"])).out).toContain("; its lines are contacts\n");
  });

  test("what was corrected, accepted, continued and taken back", async () => {
    const { run, bench, server } = await remoteCli({ policy: { disclaimer: true } });
    const file = bench.file("people.csv", PEOPLE);
    await run(["plan", file, "--country", "US", "--tag", "fair"]);
    await run(["fix", "latest", "--column", "Company", "--from", "Acme", "--to", "Acme Ltd"]);
    await run(["resume", "latest", "--accept-disclaimer"]);
    const errors = (await run(["lines", "latest", "--format", "csv"])).out.replace("bob@", "bob@example.com");
    await run(["import", bench.file("errors.csv", errors), "--yes", "--accept-disclaimer"]);
    const imports = (await run(["imports"])).out;
    const ids = imports.match(/imp_\w+/g) ?? [];
    await run(["undo", String(ids[1]), "--yes"]);
    for (const id of ids) {
      const [there, local] = [await run(["show", id]), muster(["show", id, "--data", server.folder])];
      expect(words(there)).toEqual(words(local));
    }
    const { out } = await run(["show", String(ids[1])]);
    for (const said of [
      "corrected by hand: 1 value",
      "disclaimer accepted by",
      "imported again",
      "those of US",
      "Undone by",
    ])
      expect(out).toContain(said);
  });
});
