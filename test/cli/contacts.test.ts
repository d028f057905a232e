/** `contacts`, `export` and `template`: what is in the workspace, as table, JSON and files. */
import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { jsonLines, scene, workbench } from "./run-muster.ts";

const PEOPLE =
  "email,first_name,last_name,company,tags,Shoe size\n" +
  'ann@example.com,Ann,Lee,Acme,"vip,new",38\n' +
  "bob@example.com,Bob,Ray,Acme,vip,\n" +
  "cy@example.org,Cy,,Other,,44\n";

const people = scene((bench) => {
  const imported = bench.json(["import", bench.file("people.csv", PEOPLE), "--yes"]);
  return { imported: String(imported.import) };
});

describe("contacts", () => {
  test("lists a page with the cursor of the next one on stderr, filtered and searched", () => {
    const { run } = people();
    const first = run(["contacts", "--limit", "2"]);
    expect(first.out).toMatch(
      /^Contact +Name +Email +Phone +Account +Tags\ncon_\w+ +Ann Lee +ann@example\.com +Acme +vip, new\ncon_/,
    );
    const cursor = /--cursor (con_\w+)/.exec(first.err)?.[1] ?? "";
    const second = run(["contacts", "--limit", "2", "--cursor", cursor]);
    expect(second).toMatchObject({ code: 0, err: "", out: expect.stringContaining("cy@example.org") });
    expect(second.out).not.toContain("bob@");
    const filtered = run([
      "contacts",
      "--filter",
      "tag=vip",
      "--filter",
      "email~example.com",
      "--search",
      "ray acme",
      "--json",
    ]);
    expect(jsonLines(filtered.out)).toMatchObject([{ first_name: "Bob", tags: ["vip"] }]);
  });

  test("are objects with lists and custom data in --json", () => {
    const [ann] = jsonLines(people().run(["contacts", "--json"]).out);
    expect(ann).toEqual({
      id: expect.stringMatching(/^con_/),
      account: expect.stringMatching(/^acc_/),
      email: "ann@example.com",
      first_name: "Ann",
      last_name: "Lee",
      account_name: "Acme",
      tags: ["vip", "new"],
      kept: { "Shoe size": "38" },
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: expect.stringMatching(/Z$/),
    });
  });

  test("show one with what wrote each value, and its history (C-X6, C-Q3)", () => {
    const { run, json, file, imported } = people();
    const again = json(["import", file("more.csv", "email,city\nANN@example.com,Paris\n"), "--yes"]);
    const id = String(jsonLines(run(["contacts", "--filter", "city=Paris", "--json"]).out)[0]?.id);
    const shown = json(["contacts", "show", id]);
    expect(shown).toMatchObject({
      id,
      city: "Paris",
      origins: {
        email: { import: imported, line: 2, column: "email", raw: "ann@example.com" },
        city: { import: again.import, line: 2, column: "city", raw: "Paris" },
        "kept:Shoe size": { import: imported, line: 2, column: "Shoe size", raw: "38" },
      },
      history: [
        { kind: "updated", import: again.import, file: "more.csv", line: 2, changes: { city: [null, "Paris"] } },
        { kind: "created", import: imported, file: "people.csv", line: 2, changes: {} },
      ],
    });
    const text = run(["contacts", "show", id]).out;
    expect(text).toContain(`${id}  Ann Lee`);
    expect(text).toContain("city: (empty) → Paris");
  });

  test.each([
    [["contacts", "--filter", "emal=x"], "field_unknown"],
    [["contacts", "show", "con_0000000000"], "contact_unknown"],
    [["export", "contacts", "--fields", "nothing"], "field_unknown"],
    [["export", "contacts", "--out", "list.ods"], "arguments_invalid"],
    [["export", "contacts", "--out", "/no/such/folder/list.csv"], "arguments_invalid"],
  ])("%j is refused with %s", (args, code) => {
    expect(workbench().json(args)).toMatchObject({
      code: 2,
      problem: { code, message: expect.any(String), fix: expect.any(String) },
    });
  });
});

describe("export", () => {
  test("to stdout is the file, to --out the same bytes; importing them again changes nothing (C-C2, C-C3)", () => {
    const { run, json, read, path, data } = people();
    const piped = run(["export", "contacts"]).out;
    expect(piped.split("\r\n")[0]).toBe("\ufeffContact ID,First name,Last name,Email,Account name,Tags,Shoe size");
    expect(json(["export", "contacts", "--out", path("out.csv")])).toMatchObject({ code: 0, contacts: 3 });
    expect(read("out.csv")).toBe(piped);
    expect(readdirSync(`${data}/..`).filter((name) => name.includes("part"))).toEqual([]);
    const again = json(["import", path("out.csv"), "--mode", "update", "--yes"]);
    expect(again).toMatchObject({ state: "done", outcomes: { unchanged: 3, updated: 0, created: 0, failed: 0 } });
  });

  test("has only what was asked for", () => {
    const { run } = people();
    const { out } = run(["export", "contacts", "--filter", "city=", "--filter", "tag=new", "--fields", "email,Tags"]);
    expect(out.replace(/con_\w+/, "ID")).toBe("\ufeffContact ID,Email,Tags\r\nID,ann@example.com,vip; new\r\n");
  });

  test("that fails leaves no file behind", () => {
    const { run, path } = people();
    expect(run(["export", "contacts", "--out", path("x.csv"), "--filter", "nobody=1"]).code).toBe(2);
    expect(existsSync(path("x.csv"))).toBe(false);
  });
});

describe("template", () => {
  test("has the preset's headers and the workspace's own fields, and is imported as it is (C-C1)", () => {
    const bench = workbench();
    bench.run(["fields", "add", "plan", "--type", "single_choice", "--option", "Gold", "--option", "Silver"]);
    const template = bench.run(["template", "contacts"]).out;
    expect(template).toMatch(/^\ufeffExternal ID,First name,.*,Plan\r\n.*,Gold\r\n$/);
    expect(bench.json(["import", bench.file("filled.csv", template), "--yes"])).toMatchObject({
      outcomes: { created: 1 },
      problems: {},
      warnings: {},
    });
  });
});
