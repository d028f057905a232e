/** `tags`, `sources` and `--dnt`: what a workspace has and is connected to, and what an import does about it. */
import { describe, expect, test } from "vitest";
import { jsonLines, workbench } from "./run-muster.ts";

describe("tags (C-I3)", () => {
  test("are listed with their contacts, added, and removed where no contact has them", () => {
    const { run, json, file } = workbench();
    expect(json(["tags", "add", "Spring  fair"])).toMatchObject({ code: 0, added: "Spring fair" });
    expect(json(["tags", "add", "SPRING FAIR"])).toMatchObject({ code: 2, problem: { code: "tag_exists" } });
    expect(json(["tags", "add", " "])).toMatchObject({ code: 2, problem: { code: "tag_invalid" } });
    run(["import", file("a.csv", "email,tags\nann@example.com,vip\n"), "--tag", "spring fair", "--yes"]);
    expect(jsonLines(run(["tags", "--json"]).out)).toEqual([
      { tag: "Spring fair", contacts: 1 },
      { tag: "vip", contacts: 1 },
    ]);
    expect(json(["tags", "remove", "VIP"])).toMatchObject({ code: 2, problem: { code: "tag_in_use" } });
    run(["undo", "latest", "--yes"]);
    expect(run(["tags", "list"]).out).toMatch(/^Spring fair +0$/m);
    expect(json(["tags", "remove", "spring fair"])).toMatchObject({ code: 0, removed: "Spring fair" });
    expect(json(["tags", "remove", "spring fair"])).toMatchObject({ code: 2, problem: { code: "tag_not_there" } });
  });

  test("that imports may not make are named in words", () => {
    const { run, file } = workbench();
    const path = file("a.csv", 'email,tags\nann@example.com,"vip, gold"\n');
    run(["import", path, "--yes", "--set", "createTags=no"]);
    expect(run(["lines", "latest"]).out).toContain("Not one of the workspace's tags: “vip” and “gold”.");
    const refused = run(["import", path, "--yes", "--set", "createTags=no", "--tag", "fair"]);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("The workspace has no tag “fair”") });
  });
});

describe("sources (C-F5)", () => {
  test("are added, changed, listed with what they own, and removed", () => {
    const { run, json } = workbench();
    const added = json(["sources", "add", "QuickBooks", "--kind", "native-integration"]);
    expect(added).toMatchObject({ code: 0, name: "QuickBooks", kind: "native_integration", options: [] });
    expect(json(["sources", "add", "quickbooks", "--kind", "api"])).toMatchObject({
      code: 2,
      problem: { code: "source_exists" },
    });
    expect(json(["sources", "change", "QUICKBOOKS", "--is-main"])).toMatchObject({ options: ["isMain"] });
    expect(json(["sources", "change", "QuickBooks", "--overrules"])).toMatchObject({
      code: 2,
      problem: { code: "source_invalid" },
    });
    expect(json(["sources"])).toMatchObject({ owns: ["main_information", "is_main"] });
    expect(run(["sources", "list"]).out).toContain("QuickBooks owns the main information: external_id, full_name");
    expect(json(["sources", "change", "QuickBooks", "--no-is-main"])).toMatchObject({ options: [] });
    expect(json(["sources", "remove", "QuickBooks"])).toMatchObject({ code: 0, name: "QuickBooks" });
    expect(json(["sources", "remove", "QuickBooks"])).toMatchObject({ code: 2, problem: { code: "source_unknown" } });
    expect(run(["sources"])).toMatchObject({ code: 0, out: "" });
  });

  test("have a matrix that is shown, and changed by the policy", () => {
    const { run } = workbench();
    expect(run(["sources", "matrix"]).out).toMatch(
      /^salesforce \+ api +no: salesforce +yes, unless api has overrules +yes$/m,
    );
    run(["policy", "set", "authorityMatrix", "API: Positions = api | salesforce + api: none"]);
    expect(run(["sources", "matrix"]).out.split("\n").slice(1, 3)).toEqual([
      expect.stringMatching(/^api +yes +no: api +yes$/),
      expect.stringMatching(/^salesforce \+ api +yes +yes +yes$/),
    ]);
    expect(run(["policy", "set", "authorityMatrix", "api: positions=salesforce"]).code).toBe(2);
  });
});

test("--dnt marks every contact of an import, which can then be filtered (C-I6)", () => {
  const { run, file } = workbench();
  run(["import", file("a.csv", "email\nann@example.com\n"), "--yes"]);
  run(["import", file("b.csv", "email,DNT\nann@example.com,no\nbob@example.com,\n"), "--dnt", "--yes"]);
  const marked = jsonLines(run(["contacts", "--filter", "do_not_touch=yes", "--json"]).out);
  expect(marked.map(({ email }) => email)).toEqual(["ann@example.com", "bob@example.com"]);
  expect(jsonLines(run(["contacts", "--filter", "dnt!=yes", "--json"]).out)).toEqual([]);
  expect(
    run(["import", file("c.csv", "email\nc@example.com\n"), "--dnt", "--yes", "--preset", "simple-crm"]),
  ).toMatchObject({
    code: 2,
    err: expect.stringContaining("--dnt"),
  });
});
