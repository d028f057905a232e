/**
 * What the Pollock benchmark does to a clean file, and more of the kind: one thing changed at a time, in tables of
 * different nature, at different places. Where nobody can know what was there before, naming the row counts as reading it.
 */
import { CLEAN_TABLES, type CleanTable } from "./clean-tables.ts";
import { type HardCase, hardCase, linesOf, type Style, written, writtenLine } from "./hard-case.ts";

const encoder = new TextEncoder();

/** The same table whatever the style of the file. */
function stylePollutions(table: CleanTable): readonly HardCase[] {
  const styles: readonly (readonly [string, Style])[] = [
    ["clean", {}],
    ["everything quoted", { quoteAll: true }],
    ["no final line end", { finalNewline: false }],
    ...["\r\n", "\r", "\n\r"].map((newline) => [`lines end ${JSON.stringify(newline)}`, { newline }] as const),
    ...[";", "\t", "|", "~", "^", ":", "*", "#", "!", "\x01", "\x1f", "¦", "§"].map(
      (delimiter) => [`delimiter ${JSON.stringify(delimiter)}`, { delimiter }] as const,
    ),
    ...["||", "::", "~~", "|~|", "^|^", "[|]"].map((delimiter) => [`delimiter ${delimiter}`, { delimiter }] as const),
    ["delimiter || all quoted", { delimiter: "||", quoteAll: true }],
    ["delimiter space, all quoted", { delimiter: " ", quoteAll: true }],
    ["delimiter slash, all quoted", { delimiter: "/", quoteAll: true }],
    ["single quotes", { quote: "'" }],
    ["single quotes everywhere", { quote: "'", quoteAll: true }],
    ["single quotes, semicolons", { quote: "'", delimiter: ";", quoteAll: true }],
    ["backslash escapes", { escape: "\\" }],
    ["backslash escapes everywhere", { escape: "\\", quoteAll: true }],
    ["comma and space", { delimiter: ", ", quoteAll: true }],
  ];
  return styles.map(([name, style]) => hardCase(`${table.name}: ${name}`, written(table, style), table));
}

/** Lines that belong to no row, above and below. */
function framePollutions(table: CleanTable): readonly HardCase[] {
  const body = written(table);
  const wide = (text: string): string => text + ",".repeat(table.header.length - 1);
  const above: readonly (readonly [string, string])[] = [
    ["title", "Contact list\n"],
    ["title and blank line", "Contact list\n\n"],
    ["three lines", "PREAMBLE\nPREAMBLE\nPREAMBLE\n"],
    ["three lines, delimited", `${wide("PREAMBLE")}\n`.repeat(3)],
    ["three lines, delimited, and an empty row", `${`${wide("PREAMBLE")}\n`.repeat(3)}${wide("")}\n`],
    ["comments", "# exported by a tool\n# 2024-01-05, all rows\n"],
    ["sentences with commas", "Report of 5 January, 2024\nMade by Ann, Bob, and Cid for you\n\n"],
    ["names and values", "Report:,Customers\nDate:,2024-01-05\nUser:,ann@example.com\n\n"],
    ["twelve lines", Array.from({ length: 12 }, (_, at) => `Note ${at + 1} about this export\n`).join("")],
    ["sep line", "sep=,\n"],
    ["blank lines", "\n\n\n"],
  ];
  const below: readonly (readonly [string, string])[] = [
    ["total", `Total: ${table.rows.length}\n`],
    ["rows affected", `\n(${table.rows.length} rows affected)\n`],
    ["end mark", "-- end --\n"],
    ["three lines", "FOOTNOTE\nFOOTNOTE\nFOOTNOTE\n"],
    ["total, delimited", `${wide(`Total: ${table.rows.length}`)}\n`],
    ["blank lines", "\n\n\n"],
    ["delimiters alone", `${wide("")}\n${wide("")}\n`],
    ["Ctrl-Z", "\x1a"],
    ["NULs", "\0\0\0\0"],
  ];
  return [
    ...above.map(([name, text]) => hardCase(`${table.name}: above: ${name}`, text + body, table)),
    ...below.map(([name, text]) => hardCase(`${table.name}: below: ${name}`, body + text, table)),
    hardCase(`${table.name}: byte order mark`, `\ufeff${body}`, table),
    hardCase(`${table.name}: two files in one`, body + body, { ...table, rows: [...table.rows, ...table.rows] }),
    hardCase(`${table.name}: two files with marks in one`, `\ufeff${body}\ufeff${body}`, {
      ...table,
      rows: [...table.rows, ...table.rows],
    }),
    hardCase(
      `${table.name}: header only`,
      written({ ...table, rows: [] }),
      { ...table, rows: [] },
      { mayBeRefused: true },
    ),
    hardCase(`${table.name}: one row`, written({ ...table, rows: table.rows.slice(0, 1) }), {
      ...table,
      rows: table.rows.slice(0, 1),
    }),
  ];
}

function headerPollutions(table: CleanTable): readonly HardCase[] {
  const renamed = (name: string, header: readonly string[]): HardCase =>
    hardCase(`${table.name}: header: ${name}`, written({ ...table, header }), { ...table, header });
  const replaced = (at: number, text: string): readonly string[] => table.header.with(at, text);
  const [first = ""] = table.header;
  return [
    renamed("first empty", replaced(0, "")),
    renamed("last empty", replaced(-1, "")),
    renamed("two alike", replaced(1, first)),
    renamed("odd characters", replaced(1, "HEAD/%R")),
    renamed("long", replaced(1, "HEADER".repeat(1000))),
    renamed(
      "upper case",
      table.header.map((cell) => cell.toUpperCase()),
    ),
    renamed(
      "spaces around",
      table.header.map((cell) => ` ${cell} `),
    ),
    renamed(
      "snake case",
      table.header.map((cell) => cell.toLowerCase().replaceAll(" ", "_")),
    ),
    ...(table.name === "words"
      ? []
      : [hardCase(`${table.name}: no header`, written({ ...table, header: null }), { ...table, header: null })]),
  ];
}

/** Changes of a single row, at the start, in the middle and at the end. */
function rowPollutions(table: CleanTable): readonly HardCase[] {
  const lines = linesOf(table);
  return [1, 2, Math.floor(lines.length / 2), lines.length - 1].flatMap((at) => {
    const cells = lines[at] ?? [];
    const row = at - 1;
    const changed = (name: string, text: string, damaged: boolean, rows = table.rows): HardCase => {
      const file = lines.map((line, index) => (index === at ? text : `${writtenLine(line)}\n`)).join("");
      return hardCase(
        `${table.name}: row ${at}: ${name}`,
        file,
        { ...table, rows },
        damaged ? { damaged: new Set([row]) } : {},
      );
    };
    return [
      changed("fewer cells", `${writtenLine(cells.slice(0, Math.ceil(cells.length / 2)))}\n`, true),
      changed("more cells", `${writtenLine([...cells, "extra", "extra"])}\n`, true),
      changed("more empty cells", `${writtenLine([...cells, "", ""])}\n`, false),
      changed("ends in CRLF", `${writtenLine(cells)}\r\n`, false),
      changed("semicolons", `${writtenLine(cells, { delimiter: ";" })}\n`, true),
      changed("single quotes", `${writtenLine(cells, { quote: "'", quoteAll: true })}\n`, true),
      changed("everything quoted", `${writtenLine(cells, { quoteAll: true })}\n`, false),
      changed("blank line before", `\n${writtenLine(cells)}\n`, false),
      changed("no quotes", `${cells.join(",").replaceAll("\n", " ")}\n`, true),
      // The quote that was put in is a character of its cell.
      ...cells.flatMap((cell, column) => {
        if (cell === "") return [];
        const polluted = cells.map((one, index) =>
          writtenLine([one]).replace(/^"?/, (open) => (index === column ? `${open}"` : open)),
        );
        const text = `${polluted.join(",")}\n`;
        const rows = table.rows.with(row, cells.with(column, `"${cell}`));
        return changed(`quote in front of cell ${column}`, text, true, rows);
      }),
      ...[1, cells.length - 1].map((column) =>
        changed(
          `delimiter missing before cell ${column}`,
          `${writtenLine(cells.slice(0, column))}${writtenLine(cells.slice(column))}\n`,
          true,
        ),
      ),
    ];
  });
}

function encodingPollutions(table: CleanTable): readonly HardCase[] {
  const text = written(table);
  const utf16 = (little: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(2 * text.length + 2));
    for (const [at, char] of [...`\ufeff${text}`].entries()) view.setUint16(2 * at, char.charCodeAt(0), little);
    return new Uint8Array(view.buffer);
  };
  const latin = Uint8Array.from(text, (char) => char.charCodeAt(0));
  return [
    hardCase(`${table.name}: UTF-16 LE`, utf16(true), table),
    hardCase(`${table.name}: UTF-16 BE`, utf16(false), table),
    hardCase(`${table.name}: Latin-1`, latin, table),
    hardCase(`${table.name}: UTF-8 with mark`, encoder.encode(`\ufeff${text}`), table),
  ];
}

function tablePollutions(table: CleanTable): readonly HardCase[] {
  const other = {
    header: ["Code", "Team"],
    rows: [
      ["A1", "Sales"],
      ["B2", "Support"],
      ["C3", "Field"],
    ],
  };
  const wider = {
    header: [...table.header, "Extra 1", "Extra 2"],
    rows: table.rows.slice(0, 8).map((row) => [...row, "x", "y"]),
  };
  const second = (name: string, text: string): HardCase =>
    hardCase(`${table.name}: second table: ${name}`, written(table) + text, table, { mayBeRefused: true });
  return [
    second("narrower", `\n${written(other)}`),
    second("wider", `\n${written(wider)}`),
    second("narrower, without a blank line", written(other)),
    second("with a title", `\nTeams\n${written(other)}`),
  ];
}

export const POLLUTIONS: Readonly<Record<string, readonly HardCase[]>> = {
  "one style for the whole file": CLEAN_TABLES.flatMap(stylePollutions),
  "lines above and below": CLEAN_TABLES.flatMap(framePollutions),
  headers: CLEAN_TABLES.flatMap(headerPollutions),
  "one row changed": CLEAN_TABLES.flatMap(rowPollutions),
  encodings: CLEAN_TABLES.flatMap(encodingPollutions),
  "several tables": CLEAN_TABLES.flatMap(tablePollutions),
};
