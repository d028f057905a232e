/** Tables as people and report writers make them: header lines that are two, values that were not quoted, drawn tables. */
import { type HardCase, hardCase } from "./hard-case.ts";

const people = Array.from({ length: 12 }, (_, at) => [
  `Person ${"ABCDEFGHIJKL"[at]} Lee`,
  `p${at}@example.com`,
  `+1 415 555 01${String(at).padStart(2, "0")}`,
  ["Oslo", "Rome", "Paris"][at % 3] ?? "",
]);
const header = ["Name", "Email", "Phone", "City"];
const table = { header, rows: people };
const lines = (rows: readonly (readonly string[])[], delimiter = ","): string =>
  rows.map((row) => `${row.join(delimiter)}\n`).join("");

/** An unquoted value with a comma in the row at `at`, in the column at `column`. */
function unquoted(name: string, column: number, text: string): readonly HardCase[] {
  return [0, 6, 11].map((at) => {
    const rows = people.map((row, index) => (index === at ? row.with(column, text) : row));
    return hardCase(
      `unquoted ${name} in row ${at + 1}`,
      lines([header, ...rows]),
      { header, rows },
      { damaged: new Set([at]) },
    );
  });
}

const widths = [22, 24, 20, 10];
const padded = (row: readonly string[]): string =>
  row
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join("")
    .trimEnd();

export const STRUCTURES: readonly HardCase[] = [
  ...unquoted("company", 0, "Acme, Inc."),
  ...unquoted("name", 0, "Lee, Ann"),
  ...unquoted("place", 3, "Paris, France"),
  hardCase("group header above the header", `Person,,Reach,\n${lines([header, ...people])}`, table),
  hardCase(
    "group header that names are told apart by",
    `Name,Home,,Work,\n,Phone,City,Phone,City\n${lines(people.map(([name = "", , phone = "", city = ""]) => [name, phone, city, phone, city]))}`,
    {
      header: ["Name", "Home Phone", "Home City", "Work Phone", "Work City"],
      rows: people.map(([name = "", , phone = "", city = ""]) => [name, phone, city, phone, city]),
    },
  ),
  hardCase(
    "names for programs below the header",
    `${lines([header, ["name", "email_address", "phone_number", "city"], ...people])}`,
    table,
  ),
  hardCase("types below the header", `${lines([header, ["(text)", "(text)", "(text)", "(text)"], ...people])}`, table),
  hardCase(
    "explanations below the header",
    `${lines([header, ["Full name", "Primary email address", "Phone with country code", "City of residence"], ...people])}`,
    table,
  ),
  hardCase("header in the middle again", lines([header, ...people.slice(0, 5), header, ...people.slice(5)]), table),
  hardCase(
    "header again on every page with a page number",
    lines([header, ...people.slice(0, 5), ["Page 1"], header, ...people.slice(5), ["Page 2"]]),
    table,
  ),
  hardCase(
    "Markdown",
    `| ${header.join(" | ")} |\n| --- | :--- | ---: | --- |\n${people.map((row) => `| ${row.join(" | ")} |\n`).join("")}`,
    table,
    { mayBeRefused: true },
  ),
  hardCase(
    "drawn by mysql",
    `+------+-----+-----+-----+\n| ${header.join(" | ")} |\n+------+-----+-----+-----+\n${people.map((row) => `| ${row.join(" | ")} |\n`).join("")}+------+-----+-----+-----+\n${people.length} rows in set (0.00 sec)\n`,
    table,
    { mayBeRefused: true },
  ),
  hardCase(
    "drawn by psql",
    ` ${header.join(" | ")}\n------+-----+-----+-----\n${people.map((row) => ` ${row.join(" | ")}\n`).join("")}(${people.length} rows)\n\n`,
    table,
    {
      mayBeRefused: true,
    },
  ),
  hardCase("fixed width", [header, ...people].map((row) => `${padded(row)}\n`).join(""), table, { mayBeRefused: true }),
  hardCase(
    "fixed width, underlined",
    [header, widths.map((width) => "-".repeat(width - 2)), ...people].map((row) => `${padded(row)}\n`).join(""),
    table,
    { mayBeRefused: true },
  ),
  hardCase("line of dashes below the header", lines([header, ["----", "-----", "-----", "----"], ...people]), table),
  hardCase("trailing delimiters on all rows", [header, ...people].map((row) => `${row.join(",")},\n`).join(""), {
    header: [...header, ""],
    rows: people.map((row) => [...row, ""]),
  }),
  hardCase(
    "trailing delimiters on some rows",
    [header, ...people].map((row, at) => `${row.join(",")}${at % 3 === 1 ? ",," : ""}\n`).join(""),
    table,
  ),
  hardCase("form feeds and vertical tabs", lines([header, ["Ann\fLee", "a@example.com", "\v", "Oslo"]]), {
    header,
    rows: [["Ann\fLee", "a@example.com", "\v", "Oslo"]],
  }),
  hardCase("Unicode line separators", lines([header, ["Ann\u2028Lee", "a@example.com", "\u0085", "Os\u2029lo"]]), {
    header,
    rows: [["Ann\u2028Lee", "a@example.com", "\u0085", "Os\u2029lo"]],
  }),
  hardCase("quotes on whole lines", [header, ...people].map((row) => `"${row.join(",")}"\n`).join(""), table, {
    mayBeRefused: true,
  }),
  hardCase(
    "unclosed quote in one row",
    lines([header, ...people.slice(0, 4), ['"Bob', "b@example.com", "+1 415 555 0199", "Oslo"], ...people.slice(4)]),
    { header, rows: [...people.slice(0, 4), ['"Bob', "b@example.com", "+1 415 555 0199", "Oslo"], ...people.slice(4)] },
    { damaged: new Set([4]) },
  ),
  hardCase(
    "unclosed quote in the last row",
    lines([header, ...people, ["Bob", "b@example.com", "+1 415 555 0199", '"Oslo']]),
    { header, rows: [...people, ["Bob", "b@example.com", "+1 415 555 0199", '"Oslo']] },
    { damaged: new Set([12]) },
  ),
];
