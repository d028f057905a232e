/** `members`, `--as`, and what each role may do from the command line. */
import { describe, expect, test } from "vitest";
import { jsonLines, scene, workbench } from "./run-muster.ts";

const withMembers = scene((bench) => {
  for (const [email, name, role] of [
    ["ann@example.com", "Ann Smith", "admin"],
    ["ed@example.com", "Ed Ito", "editor"],
    ["vic@example.com", "Vic Low", "viewer"],
  ] as const)
    bench.json(["members", "add", email, "--name", name, "--role", role]);
  return {};
});

const IMPORTED = "Email,Owner\na@x.test,Ed Ito\n";

describe("members", () => {
  test("are added, listed, changed and removed (C-M1)", () => {
    const { run, json } = workbench();
    expect(run(["members"]).err).toContain("muster members add ann@example.com");
    expect(json(["members", "add", "Ann@Example.com", "--name", "Ann Smith"])).toMatchObject({
      code: 0,
      member: expect.stringMatching(/^mem_[0-9a-z]{10}$/),
      ...{ email: "ann@example.com", name: "Ann Smith", role: "editor", removedAt: null },
    });
    expect(json(["members", "add", "ann@example.com"])).toMatchObject({ code: 2, problem: { code: "member_exists" } });
    expect(json(["members", "change", "ann smith", "--role", "admin", "--email", "ann.s@example.com"])).toMatchObject({
      ...{ email: "ann.s@example.com", role: "admin", formerEmails: ["ann@example.com"] },
    });
    const [ann] = jsonLines(run(["members", "list", "--json"]).out);
    expect(json(["members", "remove", String(ann?.member)])).toMatchObject({ code: 0, contacts: 0, givenTo: null });
    expect(run(["members", "--json"]).out).toBe("");
    expect(run(["members", "list", "--removed"]).out).toMatch(/ann\.s@example\.com +Ann Smith +admin .* removed /);
    expect(json(["members", "change", "nobody"])).toMatchObject({ code: 2, problem: { code: "member_unknown" } });
    expect(run(["members", "add", "b@x.test", "--role", "boss"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("Allowed choices are admin, editor, viewer"),
    });
  });

  test("contacts of one who leaves are counted, or given on (C-M1)", () => {
    const { run, json, file } = withMembers();
    json(["import", file("a.csv", IMPORTED), "--yes"]);
    expect(run(["members", "remove", "ed@example.com"]).out).toContain(
      "1 contact still names them as owner or follower",
    );
    expect(json(["members", "add", "ed@example.com"])).toMatchObject({ name: "Ed Ito", role: "editor" });
    const given = run(["members", "remove", "Ed Ito", "--give-to", "Ann Smith"]);
    expect(given.out).toContain("1 contact went to Ann Smith <ann@example.com>.");
    expect(json(["contacts"])).toMatchObject({ owner: "ann@example.com" });
  });
});

describe("a role", () => {
  const WRITES: readonly (readonly [who: "viewer" | "editor" | "admin", args: readonly string[]])[] = [
    ["viewer", ["import", "FILE", "--yes"]],
    ["viewer", ["plan", "FILE"]],
    ["viewer", ["undo", "latest", "--yes"]],
    ["viewer", ["resume"]],
    ["viewer", ["cancel", "latest"]],
    ["viewer", ["mappings", "remove", "x"]],
    ["editor", ["fields", "add", "plan"]],
    ["editor", ["fields", "change", "plan", "--label", "Plan"]],
    ["editor", ["fields", "remove", "plan"]],
    ["editor", ["policy", "set", "inFile", "last"]],
    ["editor", ["policy", "reset"]],
    ["editor", ["policy", "preset", "simple-crm"]],
    ["editor", ["members", "add", "b@x.test"]],
    ["editor", ["members", "change", "ed@example.com", "--role", "admin"]],
    ["viewer", ["tags", "add", "vip"]],
    ["viewer", ["fix", "latest", "--line", "2", "--column", "Email", "--value", "b@x.test"]],
    ["editor", ["sources", "add", "ERP", "--kind", "api"]],
    ["editor", ["members", "remove", "ann@example.com"]],
    ["editor", ["import", "FILE", "--yes", "--set", "minRole=editor"]],
    ["admin", ["workspaces", "create", "acme"]],
  ];
  const EMAIL = { viewer: "vic@example.com", editor: "ed@example.com", admin: "ann@example.com" };

  test("keeps from what it does not include, with exit code 2 and a fix, and nothing is written (C-M1)", () => {
    const { json, run, file } = withMembers();
    const path = file("a.csv", IMPORTED);
    json(["import", path, "--yes", "--as", "ed@example.com"]);
    const before = run(["members", "--json"]).out;
    for (const [who, args] of WRITES) {
      const answer = json([...args.map((word) => (word === "FILE" ? path : word)), "--as", EMAIL[who]]);
      expect({ args, ...answer }).toMatchObject({
        args,
        code: 2,
        problem: { code: "permission_denied", fix: expect.stringContaining("Ask ") },
      });
    }
    expect(jsonLines(run(["imports", "--json", "--as", "vic@example.com"]).out)).toMatchObject([
      { by: "ed@example.com", outcomes: { created: 1 } },
    ]);
    expect(run(["members", "--json"]).out).toBe(before);
    expect(run(["export", "contacts", "--as", "vic@example.com"]).out).toContain("a@x.test");
  });

  test("is that of the member in MUSTER_MEMBER; who is no member may not even look (C-M1, C-M4)", () => {
    const { json, run, file } = withMembers();
    const env = { MUSTER_MEMBER: "Ed@example.com" };
    expect(json(["import", file("a.csv", IMPORTED), "--yes"], { env })).toMatchObject({ by: "ed@example.com" });
    expect(json(["contacts", "--as", "who@x.test"])).toMatchObject({ code: 2, problem: { code: "member_unknown" } });
    run(["workspaces", "create", "acme"]);
    expect(jsonLines(run(["workspaces", "--json"], { env }).out).map(({ slug }) => slug)).toEqual(["default"]);
    expect(run(["contacts", "--workspace", "acme"], { env })).toMatchObject({
      code: 2,
      err: expect.stringContaining("Ed@example.com is no member of the workspace acme"),
    });
  });
});

describe("what is to be enabled or accepted first", () => {
  test("imports that are off are turned on by an admin; who and when is shown (C-M2)", () => {
    const { json, run, file } = workbench();
    const path = file("a.csv", "Customer name;Client ID;Email\nHarbor;C-17;tina@harbor.example\n");
    const importing = ["import", path, "--preset", "receivables", "--yes"];
    expect(json(importing)).toMatchObject({ code: 2, problem: { code: "import_disabled" } });
    json(["members", "add", "ann@example.com", "--role", "admin"]);
    expect(run(["policy", "set", "enabled", "yes", "--as", "ann@example.com"]).out).toContain(
      "enabled is now yes (was no)",
    );
    expect(json(["policy", "enabled"])).toMatchObject({ value: true, changed: { by: "ann@example.com" } });
    expect(run(["policy", "history"]).out).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d {2}ann@example\.com {2}enabled no → yes$/m,
    );
    expect(json(importing)).toMatchObject({ code: 0, state: "done", outcomes: { created: 1 } });
  });

  test("the disclaimer is shown, and who accepted it and when is in the import's record (C-M3)", () => {
    const { json, run, file } = workbench();
    json(["workspaces", "create", "agency", "--preset", "agency-crm"]);
    const importing = ["import", file("a.csv", "Email\na@x.test\n"), "--yes", "--workspace", "agency"];
    const refused = json(importing);
    expect(refused).toMatchObject({ code: 2, problem: { code: "disclaimer_required" } });
    expect(run(["imports", "--workspace", "agency", "--json"]).out).toBe("");
    json(["members", "add", "ann@example.com", "--role", "admin", "--workspace", "agency"]);
    json([...importing, "--as", "ann@example.com", "--accept-disclaimer"]);
    const { disclaimer } = json(["show", "latest", "--workspace", "agency"]) as { disclaimer: { text: string } };
    expect(disclaimer).toMatchObject({ by: "ann@example.com", at: expect.stringMatching(/^\d{4}-.*Z$/) });
    expect(JSON.stringify(refused)).toContain(disclaimer.text);
    expect(run(["show", "latest", "--workspace", "agency"]).out).toContain("disclaimer accepted by ann@example.com on");
  });

  test("a plan needs no disclaimer; who starts it accepts it (C-M3, C-P3)", () => {
    const { json, run, file } = workbench();
    const there = ["--workspace", "agency"];
    json(["workspaces", "create", "agency", "--preset", "agency-crm"]);
    json(["members", "add", "ann@example.com", "--role", "admin", ...there]);
    const planned = run(["plan", file("a.csv", "Email\na@x.test\n"), ...there]);
    expect(planned).toMatchObject({ code: 0, out: expect.stringMatching(/muster resume imp_\w+ --accept-disclaimer/) });
    expect(json(["resume", "latest", ...there])).toMatchObject({ code: 2, problem: { code: "disclaimer_required" } });
    const started = json(["resume", "latest", "--accept-disclaimer", ...there, "--as", "ann@example.com"]);
    expect(started).toMatchObject({ code: 0, state: "done", outcomes: { created: 1 } });
    expect(json(["show", "latest", ...there])).toMatchObject({ disclaimer: { by: "ann@example.com" } });
  });
});

test("--override-owners gives contacts to the file's owner, or to who imports (C-I5)", () => {
  const { json, run, file } = withMembers();
  json(["import", file("a.csv", IMPORTED), "--yes"]);
  const again = ["import", file("b.csv", "Email,Owner\na@x.test,\n"), "--yes", "--as", "ann@example.com"];
  expect(json(again)).toMatchObject({ outcomes: { unchanged: 1 } });
  expect(json([...again, "--override-owners"])).toMatchObject({ outcomes: { updated: 1 } });
  expect(json(["contacts"])).toMatchObject({ owner: "ann@example.com" });
  expect(run(["undo", "latest", "--yes", "--as", "ed@example.com"]).code).toBe(0);
  expect(json(["contacts"])).toMatchObject({ owner: "ed@example.com" });
  expect(run(["show", "latest"]).out).toContain("Undone by ed@example.com");
});
