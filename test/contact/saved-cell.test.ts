/** C-Q2: a cell that a spreadsheet program has saved is the same cell. */
import { expect, test } from "vitest";
import { isSavedAs } from "../../src/core/contact/types/saved-cell.ts";

test.each([
  ["01.03.2019", "2019-03-01"],
  ["3/1/2019", "2019-03-01"],
  ["03/01/2019", "3/1/2019"],
  ["1.234,50", "1234.5"],
  ["1,234.50", "1234.5"],
  ["2.10", "2.1"],
  ["12,5", "12.5"],
  ["-", "-"],
])("%s may be saved as %s", (before, now) => expect(isSavedAs(before, now)).toBe(true));

test.each([
  ["01.03.2019", "2019-04-01"],
  ["1.234,50", "1234.6"],
  ["12", "21"],
  ["", "0"],
  ["n/a", "-"],
  ["Gold", "gold"],
  ["1234", "01234"],
  ["01234", "1234"],
  ["1234", "1.234"],
  ["2.1", "2.10"],
])("%s is not saved as %s", (before, now) => expect(isSavedAs(before, now)).toBe(false));
