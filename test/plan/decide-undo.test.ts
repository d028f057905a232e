/** What undoing one line does: a table of what was, what the import wrote and what is there now. */
import { describe, expect, test } from "vitest";
import { decideUndo } from "../../src/core/plan/undo.ts";

const RULES = { includeEdited: false, isList: (field: string) => field === "tags" };
const now = (values: Readonly<Record<string, string>>, editedByOthers = false) => ({
  values: new Map(Object.entries(values)),
  editedByOthers,
});

describe("undoing an update compares each field (C-U1)", () => {
  test.for<{
    readonly name: string;
    readonly wrote: readonly [string | null, string | null];
    readonly field?: string;
    readonly holds: string | null;
    readonly result: string;
    readonly goesBackTo?: string | null;
  }>([
    {
      name: "a field that still holds what was written goes back",
      wrote: ["Rome", "Oslo"],
      holds: "Oslo",
      result: "restored",
      goesBackTo: "Rome",
    },
    {
      name: "a field that was empty is empty again",
      wrote: [null, "Oslo"],
      holds: "Oslo",
      result: "restored",
      goesBackTo: null,
    },
    {
      name: "a field that was cleared is filled again",
      wrote: ["Rome", null],
      holds: null,
      result: "restored",
      goesBackTo: "Rome",
    },
    { name: "a field edited since is kept and listed", wrote: ["Rome", "Oslo"], holds: "Bergen", result: "kept" },
    { name: "a field cleared since is kept and listed", wrote: ["Rome", "Oslo"], holds: null, result: "kept" },
    {
      name: "a field that was cleared and filled since is kept",
      wrote: ["Rome", null],
      holds: "Bergen",
      result: "kept",
    },
    {
      name: "a field that somebody put back already needs nothing",
      wrote: ["Rome", "Oslo"],
      holds: "Rome",
      result: "restored",
    },
    {
      name: "a list goes back item by item: what was added since stays",
      field: "tags",
      wrote: ['["a"]', '["a","b"]'],
      holds: '["a","b","c"]',
      result: "restored",
      goesBackTo: '["a","c"]',
    },
    {
      name: "of a list, what the import took away comes back",
      field: "tags",
      wrote: ['["a","b"]', '["b"]'],
      holds: '["b","c"]',
      result: "restored",
      goesBackTo: '["b","c","a"]',
    },
    {
      name: "of a list, what somebody removed since does not come back",
      field: "tags",
      wrote: ['["a"]', '["a","b"]'],
      holds: '["b"]',
      result: "restored",
      goesBackTo: null,
    },
    {
      name: "a list emptied since stays empty",
      field: "tags",
      wrote: [null, '["b"]'],
      holds: null,
      result: "restored",
    },
  ])("$name", ({ wrote, field = "city", holds, result, goesBackTo }) => {
    const decision = decideUndo(
      { outcome: "updated", changes: { [field]: wrote } },
      now(holds === null ? {} : { [field]: holds }),
      RULES,
    );
    expect(decision.result).toBe(result);
    expect(decision.kept).toEqual(result === "kept" ? [field] : []);
    if (goesBackTo !== undefined) expect([...decision.restore]).toEqual([[field, goesBackTo]]);
  });

  test("a line of which one field was edited since is undone in part (C-U1)", () => {
    const changes = { city: ["Rome", "Oslo"], phone: [null, "+14155550101"] } as const;
    const decision = decideUndo({ outcome: "updated", changes }, now({ city: "Bergen", phone: "+14155550101" }), RULES);
    expect(decision).toEqual({ result: "partly", kept: ["city"], restore: new Map([["phone", null]]) });
  });
});

describe("undoing a creation (C-U1)", () => {
  const created = { outcome: "created", changes: null } as const;

  test("deletes the contact", () => {
    expect(decideUndo(created, now({ city: "Rome" }), RULES).result).toBe("deleted");
  });
  test("keeps a contact that was edited since", () => {
    expect(decideUndo(created, now({ city: "Rome" }, true), RULES).result).toBe("kept");
  });
  test("deletes it all the same where that was asked for", () => {
    expect(decideUndo(created, now({}, true), { ...RULES, includeEdited: true }).result).toBe("deleted");
  });
  test("of a contact that is gone already is done", () => {
    expect(decideUndo(created, null, RULES).result).toBe("gone");
  });
});
