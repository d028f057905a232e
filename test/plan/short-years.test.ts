/** C-E3: years of two digits are read where the column of birthdays shows how, and refused everywhere else. */
import { afterEach, expect, test } from "vitest";
import type { ImportRequest } from "../../src/app/import/preparing/import-request.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let workspace: TestWorkspace | null = null;
afterEach(async () => {
  await workspace?.close();
  workspace = null;
});

/** The test's clock stands in 2026. */
async function birthdays(cells: readonly string[], request: Partial<ImportRequest> = {}) {
  workspace = await testWorkspace({ batchRows: 2 });
  const lines = cells.map((cell, at) => `p${at}@example.com,${cell}`);
  const record = await workspace.import(`Email,Birthday\n${lines.join("\n")}\n`, request);
  const contacts = await workspace.contacts();
  return { are: contacts.map(({ values }) => values.get("birthday") ?? "-"), record };
}

test.for([
  {
    name: "a day above twelve at the end",
    cells: ["03/04/85", "05/06/72", "25/12/90"],
    are: ["1985-04-03", "1972-06-05", "1990-12-25"],
  },
  { name: "month first", cells: ["03/04/85", "12/25/90"], are: ["1985-03-04", "1990-12-25"] },
  { name: "year first", cells: ["85-03-04", "99-12-25"], are: ["1985-03-04", "1999-12-25"] },
  { name: "a month's name", cells: ["13-Feb-85", "4-Mar-99"], are: ["1985-02-13", "1999-03-04"] },
  {
    name: "beside whole dates that show the order",
    cells: ["03/04/85", "25/12/1990"],
    are: ["1985-04-03", "1990-12-25"],
  },
  { name: "either century is none", cells: ["13/02/85", "14/02/20"], are: ["1985-02-13", "-"] },
  { name: "either order is none", cells: ["03/04/85", "05/06/72"], are: ["-", "-"] },
  { name: "two orders in one column are none", cells: ["13/02/85", "02/13/85"], are: ["-", "-"] },
])("$name", async ({ cells, are }) => {
  expect((await birthdays(cells)).are).toEqual(are);
});

test("a person may say the order", async () => {
  expect((await birthdays(["03/04/85", "05/06/72"], { dateOrder: "MDY" })).are).toEqual(["1985-03-04", "1972-05-06"]);
});

test("the reading says how it was decided", async () => {
  const { record } = await birthdays(["03/04/85", "25/12/90"]);
  expect(record.scan?.says).toEqual([
    "Birthday: years have two digits, as in 03/04/85 on line 2; where they stand is shown by 25/12/90 on line 3 and 03/04/85 on line 2",
    "Birthday: years of two digits are read as day, month, year, and in the century in which somebody can be born who is alive in 2026; where both can be, the date is not read",
  ]);
});

test("one cell that is example and proof is named once", async () => {
  const { record } = await birthdays(["25/12/90"]);
  expect(record.scan?.says[0]).toBe("Birthday: years have two digits, and 25/12/90 on line 2 shows where they stand");
});

test("where day and month may stand either way round, nothing is said to show it", async () => {
  const { are, record } = await birthdays(["03.04.85", "01.01.70"]);
  expect(are).toEqual(["-", "-"]);
  expect(record.scan?.says).toEqual([
    "Birthday: years have two digits, as in 03.04.85 on line 2",
    "Birthday: dates with years of two digits are not read: say in which order they are (--date-order)",
  ]);
});

test("dates that are no birthdays have no century", async () => {
  workspace = await testWorkspace();
  await workspace.ports.store.fields.add(workspace.workspace.number, {
    key: "since",
    label: "Since",
    type: "date",
    builtin: false,
  });
  const record = await workspace.import("Email,Since\na@example.com,25/12/20\n");
  expect((await workspace.contacts())[0]?.values.get("since")).toBeUndefined();
  expect((await workspace.lines(record))[0]?.problems.map(({ code }) => code)).toEqual(["date_unreadable"]);
});
