/** The plan is what the run does; and what every written value can say about where it came from. */
import { describe, expect, test } from "vitest";
import { runImport } from "../../src/app/import/run-import.ts";
import { changesOf, counts, people, set, told, workspaces } from "../scenario/story.ts";
import { accepted } from "../support/workspace.ts";

const open = workspaces({ batchRows: 2, thread: true });

const FILE = `Name,Email,City
Anna,ann@example.com,Oslo
Bob,bob@example.com,
Bob,bob@example.com,Rome
Cy,cy@,
`;

describe("a plan", () => {
  test("writes nothing, and the run after it does the same line by line (C-P1, C-P2, C-P3)", async () => {
    const workspace = await open();
    await workspace.import("Name,Email\nAnn,ann@example.com\n");
    const plan = await workspace.plan(FILE);
    const shown = await told(workspace, plan);
    expect(await people(workspace, "full_name")).toEqual(["Ann"]);
    expect(await changesOf(workspace, plan, 2)).toEqual({ full_name: "Ann -> Anna", city: "- -> Oslo" });
    const record = accepted(await runImport(workspace.ports, plan.ref));
    expect(await told(workspace, record)).toEqual(shown);
    expect(record.progress?.tally).toEqual(plan.planned);
  });

  test("can be made anew: the second says what is true then (C-P2)", async () => {
    const workspace = await open();
    expect(counts(await workspace.plan(FILE))).toBe("2 created, 1 updated, 1 failed");
    await workspace.import("Name,Email,City\nAnna,ann@example.com,Oslo\n");
    expect(counts(await workspace.plan(FILE))).toBe("1 created, 1 updated, 1 unchanged, 1 failed");
  });
});

describe("a contact that changed between plan and run", () => {
  test("is planned again, and the line says that it came otherwise (C-P2)", async () => {
    const workspace = await open();
    await workspace.import("Name,Email,City\nAnn,ann@example.com,Rome\n");
    const plan = await workspace.plan("Name,Email,City\nAnn,ann@example.com,Oslo\nBob,bob@example.com,\n");
    await workspace.import("Email,City\nann@example.com,Bergen\n");
    const record = accepted(await runImport(workspace.ports, plan.ref));
    expect(await told(workspace, record)).toEqual(["2 updated: planned_differently", "3 created"]);
    expect(await changesOf(workspace, record, 2)).toEqual({ city: "Bergen -> Oslo" });
    expect(record.progress?.tally.warnings).toEqual({ planned_differently: 1 });
  });

  test("by being created meanwhile, or deleted: the same (C-P2)", async () => {
    const workspace = await open();
    const first = await workspace.import("Name,Email\nAnn,ann@example.com\n");
    const plan = await workspace.plan("Name,Email\nAnna,ann@example.com\nBob,bob@example.com\n");
    await workspace.import("Name,Email\nBob,bob@example.com\n");
    await workspace.undo(first);
    const record = accepted(await runImport(workspace.ports, plan.ref));
    expect(await told(workspace, record)).toEqual([
      "2 created: planned_differently",
      "3 unchanged: planned_differently",
    ]);
  });

  test("a change of other fields changes nothing of the plan (C-P2)", async () => {
    const workspace = await open();
    await workspace.import("Name,Email,City\nAnn,ann@example.com,Rome\n");
    const plan = await workspace.plan("Email,City\nann@example.com,Oslo\n");
    await workspace.import("Email,Phone\nann@example.com,+14155550101\n");
    const record = accepted(await runImport(workspace.ports, plan.ref));
    expect(await told(workspace, record)).toEqual(["2 updated"]);
  });
});

describe("the ledger", () => {
  test("lists every line once, in order, and balances (C-X1)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      'Name,Email,Notes\nAnn,ann@example.com,"two\nlines"\n\nBob,bob@,\nCy,cy@example.com,\nCy,cy@example.com,\n,,x\n',
    );
    const lines = await workspace.lines(record);
    expect(lines.map(({ line }) => line)).toEqual([2, 5, 6, 7, 8]);
    expect(counts(record)).toBe("2 created, 1 unchanged, 2 failed");
    expect(record.scan).toMatchObject({ lines: 5, blankLines: 1 });
  });

  test("knows the import and line that wrote each value, and where the raw text stands (C-X6)", async () => {
    const workspace = await open();
    const header = "Email,Phone,City\n";
    const first = await workspace.import(`${header}bob@example.com,,\nann@example.com,(415) 555-0101,Rome\n`, {
      country: "US",
    });
    const second = await workspace.import(`${header}Ann@Example.com,,Oslo\n`);
    const events = await workspace.ports.store.ledger.history(workspace.workspace.number, 2);
    expect(events.map(({ import: number, line, kind, changes }) => ({ number, line, kind, changes }))).toEqual([
      { number: second.ref.import, line: 2, kind: "updated", changes: { city: ["Rome", "Oslo"] } },
      { number: first.ref.import, line: 3, kind: "created", changes: null },
    ]);
    const created = events[1]!;
    const raw = await workspace.ports.files.slice(first.settings.source.key, created.offset, 100);
    expect(new TextDecoder().decode(raw)).toBe("ann@example.com,(415) 555-0101,Rome\n");
    const columns = first.settings.mapping.map(({ header: name, target }) => [
      name,
      target.to === "field" ? target.field : "",
    ]);
    expect(columns).toEqual([
      ["Email", "email"],
      ["Phone", "phone"],
      ["City", "city"],
    ]);
  });

  test("keeps what an undo did in the contact's history (C-Q3, C-U1)", async () => {
    const workspace = await open();
    await workspace.import("Email,City\nann@example.com,Rome\n");
    const record = await workspace.import("Email,City\nann@example.com,Oslo\n");
    await workspace.undo(record);
    const events = await workspace.ports.store.ledger.history(workspace.workspace.number, 1);
    expect(events.map(({ kind }) => kind).sort()).toEqual(["created", "undone", "updated"]);
  });
});

test("the receipt is the same for the same file, policy and workspace, and another for another (C-X8)", async () => {
  const receipts = [];
  for (const keys of [[], [], ["emptyCells=clear"]]) {
    const workspace = await open();
    receipts.push((await workspace.import("Email\nann@example.com\n", set(...keys))).receipt);
  }
  expect(receipts[0]).toMatch(/^sha256:/);
  expect(receipts[1]).toBe(receipts[0]);
  expect(receipts[2]).not.toBe(receipts[0]);
});
