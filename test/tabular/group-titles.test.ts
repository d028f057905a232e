/** Names of groups that boards set between the rows of a table, and rows that only look like them. */
import { expect, test } from "vitest";
import { rowFinding, tableNames } from "../../src/core/tabular/rows/row-finding.ts";
import { sniffDialect } from "../../src/core/tabular/sniffing/sniff.ts";
import { sniffRows } from "../../src/core/tabular/sniffing/sniff-rows.ts";
import { encode } from "./encode.ts";
import { readAll } from "./read-all.ts";

const HEADER = ["Name", "Status", "Email"];
const BLANK: readonly string[] = ["", "", ""];
const BOARD: readonly (readonly string[])[] = [
  ...[["Leads"], ["New"], HEADER, ["Ann", "open", "a@x.test"], ["Di", "open", "d@x.test"], BLANK],
  ...[
    ["Qualified", "", ""],
    HEADER,
    ["Bo", "won", "b@x.test"],
    ["Ed", "won", "e@x.test"],
    ["Qualified", "", ""],
    ["Cy", "", ""],
  ],
];

const text = (rows: readonly (readonly string[])[]): Uint8Array =>
  encode(rows.map((cells) => `${cells.join(",")}\n`).join(""), "utf-8");

function sniffed(rows: readonly (readonly string[])[]) {
  const dialect = sniffDialect(text(rows), true);
  if (!dialect.ok) throw new Error(dialect.refusal.message);
  return dialect.value;
}

function findings(rows: readonly (readonly string[])[], pieceBytes: number): readonly (string | null)[] {
  const [, ...below] = readAll(text(rows), sniffed(rows), pieceBytes).rows;
  return below.map((row) => rowFinding(row, tableNames(HEADER, HEADER.length)));
}

test.each([1, 7, 4096])(
  "the name of a group is no row, wherever it stands alone (C-B6; pieces of %d bytes)",
  (bytes) => {
    expect(findings(BOARD, bytes)).toEqual([
      null,
      null,
      "group_title",
      "repeated_header",
      null,
      null,
      "group_title",
      null,
    ]);
  },
);

test("so it is on a sheet, whose rows end at their last cell", () => {
  const rows = BOARD.flatMap((cells, at) => {
    const width = cells.findLastIndex((cell) => cell !== "") + 1;
    return width === 0 ? [] : [`${[at + 1, ...cells.slice(0, width)].join(",")}\n`];
  });
  const from = { format: "xlsx", columns: 3, named: false, evidence: [] } as const;
  const dialect = sniffRows(encode(rows.join(""), "utf-8"), from, {});
  expect(dialect).toMatchObject({ ok: true, value: { preambleLines: 2, titles: ["Qualified"] } });
});

test.each([
  [
    "files put behind each other: the last of the first one is somebody",
    [HEADER, ["Ann", "", ""], ["Bo", "", ""], HEADER],
  ],
  ["an empty row alone", [HEADER, ["Ann", "open", ""], BLANK, ["Bo", "", ""], ["Cy", "open", ""]]],
  ["two cells", [HEADER, ["Ann", "open", ""], BLANK, ["Bo", "won", ""], HEADER, ["Cy", "open", ""]]],
])("%s", (_, rows) => {
  expect(sniffed(rows).titles).toBeUndefined();
  expect(findings(rows, 4096).filter((finding) => finding === "group_title")).toEqual([]);
});
