/** What an undo would do and has done, in words: of the counts that a data folder and a server answer alike (C-U1). */
import { expect, test } from "vitest";
import { keptText, previewLines, undoEndedText } from "../../src/cli/words/undo-text.ts";

test("a preview says what goes, what stays and why, and what to do first", () => {
  const counted = { deleted: 2, restored: 1, merged: 1, erased: 1, kept: 1 };
  expect(previewLines(counted, { deleted: 1, kept: 2 }, "contacts")).toEqual([
    "  2 would be deleted: this import created them",
    "  1 line would have its changes taken back",
    "  1 was merged into other contacts, which keep their values: undo those merges first (muster merge list)",
    "  1 was erased, and is not brought back",
    "  1 would stay as it is: it was changed since",
    "  1 account made by this import would be deleted: nobody else uses it",
    "  2 changes of accounts would stay: others use them, or have changed them since",
  ]);
  expect(previewLines(null, null, "contacts")).toEqual(["  There is nothing to take back."]);
});

test("the end says what is undone, and what is in others by now", () => {
  const about = { import: "imp_1", state: "undone", object: "accounts" } as const;
  const undo = { deleted: 1, restored: 2, kept: 1, merged: 3, line: null, besides: null };
  expect(undoEndedText({ ...about, undo })).toBe(
    "imp_1 is undone: 1 account deleted, the changes of 2 lines taken back, 1 line kept what was changed since, 3 merged into others that stay as they are.",
  );
  expect(undoEndedText({ ...about, undo: { line: 4, restored: 1 } })).toContain("Line 4 of imp_1 is undone");
});

test("a line that stays says why, also where no other import is the reason", () => {
  const line = { line: 2, contact: "con_1", result: "kept", kept: [] } as const;
  expect(keptText({ ...line, keptFor: ["imp_2"] })).toBe("  line 2  con_1 stays: changed or used since by imp_2");
  expect(keptText({ ...line, keptFor: [] })).toBe("  line 2  con_1 stays: changed by hand, merged or still used");
  expect(keptText({ ...line, kept: ["phone"], keptFor: [] })).toBe("  line 2  con_1 stays phone");
});
