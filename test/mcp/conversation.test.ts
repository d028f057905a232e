import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { runImport } from "../../src/app/import/run-import.ts";
import { type Assistant, assistant } from "../support/assistant.ts";
import { addMembers } from "../support/members.ts";
import { testWorkspace } from "../support/workspace.ts";

const FILE = "Email;Full name;City\nann@example.com;Ann Smith;Berlin\nbob@;Bob;Paris\ncarla@example.com;Carla;Rome\n";

async function planned(other: Assistant, content = FILE) {
  const { json, isError } = await other.ask("plan_import", { path: other.file("people.csv", content) });
  expect(isError).toBe(false);
  return json;
}

describe("a whole conversation", () => {
  test("reads, plans, explains, corrects, starts and undoes an import (C-P1, C-P2, C-U1)", async () => {
    const a = await assistant();
    const path = a.file("people.csv", FILE);

    const read = await a.ask("read_file", { path });
    expect(read.json.dialect).toMatchObject({ delimiter: ";", header: true });
    expect(read.json.columns).toMatchObject([
      { column: "Email", field: "email" },
      { column: "Full name", field: "full_name" },
      { column: "City", field: "city" },
    ]);
    expect(read.json.rows[1]).toEqual({ line: 3, cells: ["bob@", "Bob", "Paris"] });
    expect((await a.ask("list_imports")).json.items).toEqual([]);

    const plan = await a.ask("plan_import", { path, options: { tags: ["fair"] } });
    expect(plan.json).toMatchObject({ state: "planned", lines: 3, problems: { email_invalid: 1 } });
    expect(await a.test.contacts()).toEqual([]);

    const explained = await a.ask("explain_problems", { import: plan.json.import });
    expect(explained.json.problems).toMatchObject([
      { code: "email_invalid", lines: 1, title: "Invalid email address", examples: [{ line: 3, value: "bob@" }] },
    ]);

    const cells = [{ line: 3, column: "Email", value: "bob@example.com" }];
    const fixed = await a.ask("fix_cells", { import: plan.json.import, cells });
    expect(fixed.json).toMatchObject({ state: "planned", problems: {}, outcomes: { created: 3, failed: 0 } });
    expect(fixed.json.confirm).not.toBe(plan.json.confirm);

    const started = await a.ask("start_import", { import: plan.json.import, confirm: fixed.json.confirm });
    expect(started.json).toMatchObject({ state: "done", outcomes: { created: 3 }, confirm: null });
    expect(await a.test.contacts()).toHaveLength(3);

    const found = await a.ask("search_contacts", { search: "bob", filter: ["tag=fair"] });
    expect(found.json.items).toMatchObject([{ email: "bob@example.com", city: "Paris" }]);
    const shown = await a.ask("show_contact", { contact: found.json.items[0].id });
    expect(shown.json.history).toMatchObject([{ kind: "created", import: plan.json.import, line: 3 }]);

    const preview = await a.ask("preview_undo", { import: plan.json.import });
    expect(preview.json.lines).toMatchObject({ deleted: 3 });
    const undone = await a.ask("undo_import", { import: plan.json.import, confirm: preview.json.confirm });
    expect(undone.json).toMatchObject({ state: "undone", undone: { deleted: 3 } });
    expect(await a.test.contacts()).toEqual([]);
    expect(a.faults).toEqual([]);
  });

  test("plans anew with another mapping, and what was confirmed before is no longer", async () => {
    const a = await assistant();
    const first = await planned(a);
    const second = await a.ask("change_import", { import: first.import, options: { map: ["City="] } });
    expect(second.json.mapping).toContainEqual({ column: "City", field: null });
    const late = await a.ask("start_import", { import: first.import, confirm: first.confirm });
    expect(late).toMatchObject({ isError: true, json: { problem: { code: "plan_unconfirmed" } } });
  });

  test("shows lines page by page", async () => {
    const a = await assistant();
    const { import: id } = await planned(a);
    const first = await a.ask("show_lines", { import: id, limit: 2 });
    expect(first.json.items.map(({ line }: { line: number }) => line)).toEqual([2, 3]);
    const second = await a.ask("show_lines", { import: id, limit: 2, after: first.json.next });
    expect(second.json).toMatchObject({ items: [{ line: 4, outcome: "created" }], next: null });
  });
});

describe("an import is not started", () => {
  let a: Assistant;
  beforeEach(async () => {
    a = await assistant();
  });

  test.each([
    ["without a confirmation", undefined],
    ["with an empty one", ""],
    ["with one that was made up", "start-000000000000"],
    ["with the id instead", "imp_0123456789"],
  ])("%s", async (_, confirm) => {
    const { import: id } = await planned(a);
    const answer = await a.ask("start_import", { import: id, ...(confirm === undefined ? {} : { confirm }) });
    expect(answer.isError).toBe(true);
    expect(JSON.stringify(answer.json)).toMatch(/plan_unconfirmed|confirm/);
    expect((await a.ask("show_import", { import: id })).json.state).toBe("planned");
    expect(await a.test.contacts()).toEqual([]);
  });

  test("with the confirmation of another plan, even of the same file", async () => {
    const [one, other] = [await planned(a), await planned(a)];
    const answer = await a.ask("start_import", { import: one.import, confirm: other.confirm });
    expect(answer.json.problem.code).toBe("plan_unconfirmed");
  });

  test("by going on with it instead", async () => {
    const { import: id } = await planned(a);
    expect((await a.ask("resume_import", { import: id })).json.problem.code).toBe("import_state_invalid");
    expect(await a.test.contacts()).toEqual([]);
  });

  test("twice", async () => {
    const { import: id, confirm } = await planned(a);
    await a.ask("start_import", { import: id, confirm });
    expect((await a.ask("start_import", { import: id, confirm })).json.problem.code).toBe("import_state_invalid");
  });

  test("and nothing is undone with a confirmation of something else", async () => {
    const { import: id, confirm } = await planned(a);
    await a.ask("start_import", { import: id, confirm });
    const whole = await a.ask("preview_undo", { import: id });
    for (const wrong of [{ confirm }, { confirm: whole.json.confirm, line: 2 }, { confirm: "undo-0" }]) {
      const answer = await a.ask("undo_import", { import: id, ...wrong });
      expect(answer.json.problem.code).toBe("plan_unconfirmed");
    }
    expect(await a.test.contacts()).toHaveLength(2);
  });
});

test("what is said after the undo of the latest is of that import, whatever has begun meanwhile", async () => {
  let onLook = (): void => undefined;
  const prepared = await testWorkspace();
  const now = (): number => {
    const look = onLook;
    onLook = () => undefined;
    look();
    return prepared.ports.now();
  };
  let isDone: Promise<unknown> = Promise.resolve();
  const answers = (): "yes" => {
    onLook = () => {
      isDone = runImport(prepared.ports, other.ref);
    };
    return "yes";
  };
  const a = await assistant({ answers }, { ...prepared, ports: { ...prepared.ports, now } });
  onTestFinished(() => prepared.close());
  const people = Array.from({ length: 3000 }, (_, line) => `a${line}@x.test\n`).join("");
  await prepared.import(`Email\n${people}`);
  const other = await prepared.plan("Email\nb@x.test\n");
  const { confirm } = (await a.ask("preview_undo", { import: "latest" })).json;
  const undone = await a.ask("undo_import", { import: "latest", confirm });
  await isDone;
  expect(undone.json).toMatchObject({ state: "undone", undone: { deleted: 3000 } });
});

describe("where the assistant's program can ask", () => {
  test("the person is asked with the numbers, and a yes starts it", async () => {
    const a = await assistant({ answers: () => "yes" });
    const { import: id, confirm } = await planned(a);
    expect((await a.ask("start_import", { import: id, confirm })).json.state).toBe("done");
    expect(a.questions[0]).toContain("Import people.csv into the workspace default? Of its 3 lines: 2 created");
  });

  test.each(["no", "cancel"] as const)("%s starts nothing, and keeps the plan", async (answer) => {
    const a = await assistant({ answers: () => answer });
    const { import: id, confirm } = await planned(a);
    expect((await a.ask("start_import", { import: id, confirm })).json.problem.code).toBe("plan_declined");
    expect((await a.ask("show_import", { import: id })).json).toMatchObject({ state: "planned", confirm });
  });

  test("a plan that changes while the person thinks is not started", async () => {
    const known: { id: string; path: string } = { id: "", path: "" };
    const other = await testWorkspace();
    const second = await assistant({}, other);
    const first = await assistant(
      {
        async answers() {
          const cells = [{ line: 2, column: "Email", value: "new@example.com" }];
          expect((await second.ask("fix_cells", { import: known.id, cells })).isError).toBe(false);
          return "yes" as const;
        },
      },
      other,
    );
    const { import: id, confirm } = await planned(first);
    known.id = id;
    expect((await first.ask("start_import", { import: id, confirm })).json.problem.code).toBe("plan_unconfirmed");
    expect(await other.contacts()).toEqual([]);
    await other.close();
  });
});

describe("permission (C-M1)", () => {
  test("a viewer looks, and neither plans nor starts nor undoes", async () => {
    const shared = await testWorkspace();
    await addMembers(shared, "Eve Ray <eve@example.com> editor", "Vic Low <vic@example.com> viewer");
    const editor = await assistant({ as: "eve@example.com" }, shared);
    const viewer = await assistant({ as: "vic@example.com" }, shared);
    const plan = await planned(editor);
    const path = viewer.file("other.csv", FILE);
    for (const [tool, args] of [
      ["start_import", { import: plan.import, confirm: plan.confirm }],
      ["plan_import", { path }],
      ["fix_cells", { import: plan.import, cells: [{ line: 2, column: "City", value: "Bonn" }] }],
      ["undo_import", { import: plan.import, confirm: plan.confirm }],
    ] as const)
      expect((await viewer.ask(tool, args)).json.problem.code, tool).toBe("permission_denied");
    expect((await viewer.ask("show_lines", { import: plan.import })).json.items).toHaveLength(3);
    expect((await viewer.ask("show_policy")).json).toMatchObject({
      actor: "vic@example.com",
      may: ["read", "keep_views", "change_keys"],
    });
    expect(await shared.contacts()).toEqual([]);
    await shared.close();
  });

  test("is asked anew at each call: who was removed may nothing more", async () => {
    const shared = await testWorkspace();
    const [eve] = await addMembers(shared, "Eve Ray <eve@example.com> editor");
    const editor = await assistant({ as: "eve@example.com" }, shared);
    const plan = await planned(editor);
    await shared.ports.store.members.change(shared.workspace.number, { ...eve!, removedAt: 1 });
    const answer = await editor.ask("start_import", { import: plan.import, confirm: plan.confirm });
    expect(answer.isError).toBe(true);
    expect(answer.json.problem.code).toMatch(/member_unknown|permission_denied/);
    await shared.close();
  });

  test("the disclaimer is shown, and accepted before the start (C-M3)", async () => {
    const a = await assistant({ preset: "agency-crm" });
    const content = "Email,Name\nann@example.com,Ann\n";
    const plan = await planned(a, content);
    expect(plan.disclaimer).toMatch(/\w{4}/);
    const args = { import: plan.import, confirm: plan.confirm };
    expect((await a.ask("start_import", args)).json.problem.code).toBe("disclaimer_required");
    expect((await a.ask("start_import", { ...args, acceptDisclaimer: true })).json.state).toBe("done");
  });
});
