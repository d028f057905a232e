/** `fields`, `policy`, `presets`, `workspaces`, `mappings`: what a workspace is like, listed and changed. */
import { describe, expect, test } from "vitest";
import { jsonLines, muster, workbench } from "./run-muster.ts";

describe("fields", () => {
  test("are added, changed, listed and removed (C-D5)", () => {
    const { run, json } = workbench();
    const plan = ["fields", "add", "plan", "--type", "single_choice", "--option", "Gold", "--option", "Silver"];
    expect(json([...plan, "--label", "Tariff"])).toMatchObject({
      key: "plan",
      label: "Tariff",
      options: ["Gold", "Silver"],
    });
    expect(run(plan)).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("There is a field plan already"),
    });
    expect(json(["fields", "add", "crm_id", "--external-id"])).toMatchObject({ type: "text", externalId: true });
    expect(json(["fields", "change", "plan", "--add-option", "Bronze"])).toMatchObject({
      options: ["Gold", "Silver", "Bronze"],
    });
    expect(json(["fields", "change", "crm_id", "--no-external-id"])).toMatchObject({ externalId: false });
    expect(jsonLines(run(["fields", "--own", "--json"]).out).map(({ key }) => key)).toEqual(["plan", "crm_id"]);
    expect(run(["fields"]).out).toMatch(/^plan +Tariff +single_choice +Gold, Silver, Bronze$/m);
    expect(json(["fields", "remove", "plan"])).toMatchObject({ code: 0, removed: "plan", contacts: 0 });
    expect(json(["fields", "remove", "plan"])).toMatchObject({ code: 2, problem: { code: "field_unknown" } });
    expect(json(["fields", "remove", "email"])).toMatchObject({ code: 2, problem: { code: "field_invalid" } });
  });

  test("with values are removed only with --yes, and the values stay as custom data", () => {
    const { run, json, file } = workbench();
    run(["fields", "add", "plan"]);
    json(["import", file("a.csv", "email,plan\nann@example.com,Gold\n"), "--yes"]);
    expect(json(["fields", "remove", "plan"])).toMatchObject({ code: 2, problem: { code: "confirmation_required" } });
    expect(json(["fields", "remove", "plan", "--yes"])).toMatchObject({ contacts: 1, keptAs: "Plan" });
    expect(json(["contacts"])).toMatchObject({ kept: { Plan: "Gold" } });
  });
});

describe("policy", () => {
  test("is shown with what differs from the preset, set, reset and taken from another preset", () => {
    const { run, json } = workbench();
    expect(json(["policy", "set", "in-file", "last"])).toMatchObject({
      code: 0,
      changed: [{ key: "inFile", from: "merge", to: "last" }],
    });
    expect(json(["policy"])).toMatchObject({
      preset: "muster",
      policy: { inFile: "last" },
      differences: [{ key: "inFile", from: "merge", to: "last" }],
    });
    expect(run(["policy"]).out).toMatch(/^\* +inFile +last +preset: merge$/m);
    expect(json(["policy", "inFile"])).toMatchObject({ key: "inFile", value: "last", preset: "merge" });
    expect(json(["policy", "reset", "inFile"])).toMatchObject({ differences: [] });
    expect(run(["policy", "preset", "simple-crm"]).out).toContain("match is now email,phone");
    expect(json(["policy"])).toMatchObject({ preset: "simple-crm", differences: [] });
  });

  test.each([
    [["policy", "set", "inFile", "newest"], "policy_value_invalid"],
    [["mappings", "remove", "nothing"], "mapping_unknown"],
    [["workspaces", "create", "Not A Slug"], "workspace_invalid"],
  ])("%j is refused with %s", (args, code) => {
    expect(workbench().json(args)).toMatchObject({ code: 2, problem: { code } });
  });
});

describe("presets", () => {
  test("are listed and shown without a data folder", () => {
    expect(jsonLines(muster(["presets", "--json"]).out).map(({ id }) => id)).toContain("agency-crm");
    expect(muster(["presets", "show", "prospecting"]).out).toContain("id column: EG-CON-ID");
    expect(muster(["presets", "show", "nobody"])).toMatchObject({ code: 2, out: "" });
  });
});

describe("workspaces", () => {
  test("are made from a preset, and keep their contacts to themselves (C-M4)", () => {
    const { run, json, file } = workbench();
    expect(json(["workspaces", "create", "acme", "--preset", "simple-crm", "--name", "Acme Inc."])).toMatchObject({
      slug: "acme",
      name: "Acme Inc.",
      preset: "simple-crm",
    });
    json(["import", file("a.csv", "email\nann@example.com\n"), "--yes", "--workspace", "acme"]);
    expect(jsonLines(run(["workspaces", "--json"]).out)).toMatchObject([
      { slug: "acme", contacts: 1 },
      { slug: "default", contacts: 0 },
    ]);
    expect(run(["contacts", "--json"]).out).toBe("");
  });
});

describe("mappings", () => {
  test("that a person made are listed, and forgotten on demand (C-D7)", () => {
    const { run, json, file } = workbench();
    const save = ["--map", "Foo=city", "--save-mapping", "foos", "--yes"];
    json(["import", file("a.csv", "email,Foo\nann@example.com,Rome\n"), ...save]);
    expect(json(["mappings"])).toMatchObject({
      name: "foos",
      columns: [{}, { header: "Foo", target: { to: "field", field: "city" } }],
    });
    expect(run(["mappings", "remove", "foos"]).code).toBe(0);
    expect(run(["mappings", "--json"]).out).toBe("");
  });
});
