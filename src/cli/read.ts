/** `muster read FILE`: how a file is read. Writes nothing, and needs no data folder. */
import type { Command } from "commander";
import type { InputFile } from "../app/ports.ts";
import { sniffTable } from "../app/read-table.ts";
import { TableRows } from "../app/table-rows.ts";
import type { SharedOptions } from "../config.ts";
import { catalogue } from "../core/problem/catalogue.ts";
import type { Refusal } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import { describeDialect } from "../core/tabular/describe-dialect.ts";
import type { Dialect } from "../core/tabular/dialect.ts";
import { isRagged } from "../core/tabular/ragged-row.ts";
import type { Row } from "../core/tabular/row.ts";
import { type Cli, type ExitCode, refuse } from "./cli.ts";
import { type DialectOptions, dialectOverrides, withDialectOptions } from "./dialect-options.ts";
import { examples, withOutputOptions } from "./shared-options.ts";
import { renderTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { count, number, printable } from "./text.ts";

type Options = SharedOptions & DialectOptions;

/** Rows and columns that a person is shown. */
const SHOWN_ROWS = 10;
const SHOWN_COLUMNS = 30;
const MOST_RAGGED = 10;

export function registerRead(program: Command, cli: Cli): void {
  withOutputOptions(
    withDialectOptions(
      program
        .command("read")
        .argument("<file>", "the file to read; - reads standard input")
        .summary("show how a file is read: dialect, header, rows")
        .description(
          "Shows how a file is read: its encoding, delimiter, quotes and header, with the evidence, and its rows. With --json every row, one object a line. Writes nothing.",
        ),
    ),
  )
    .addHelpText(
      "after",
      examples(
        "muster read contacts.csv",
        "muster read export.txt --delimiter tab --encoding windows-1252",
        "muster read contacts.csv --json | head",
      ),
    )
    .action((file: string, options: Options) =>
      cli.run(options, (terminal) => readFile(cli, terminal, { file, options })),
    );
}

async function readFile(
  cli: Cli,
  terminal: Terminal,
  { file, options }: { readonly file: string; readonly options: Options },
): Promise<ExitCode> {
  const opened = await cli.edges.inputs.open(file);
  if (!opened.ok) return refuse(terminal, opened.refusal);
  const input = opened.value;
  try {
    const table = { size: input.size, slice: input.read, bytes: (offset?: number) => input.bytes(offset) };
    const dialect = await sniffTable(table, dialectOverrides(options));
    if (!dialect.ok) return await refuse(terminal, dialect.refusal);
    const rows = new TableRows(table, dialect.value);
    return await (terminal.json ? printRows(terminal, input, rows) : printTable(terminal, input, rows));
  } finally {
    await input.close();
  }
}

/** The refusal that ended the reading comes as the last word. */
async function* batchesOf(input: InputFile, rows: TableRows): AsyncGenerator<readonly Row[], Refusal | null> {
  const refusal = yield* rows.batches();
  return refusal ?? (await input.changed());
}

/** Where a later line shows another encoding, the dialect stands again in front of the first row that is read by it. */
async function printRows(terminal: Terminal, input: InputFile, table: TableRows): Promise<ExitCode> {
  let dialect: Dialect | null = null;
  const rows = batchesOf(input, table);
  let width = -1;
  let headers: readonly string[] = [];
  for (;;) {
    const next = await rows.next();
    if (dialect !== table.dialect) {
      dialect = table.dialect;
      await terminal.printJson({ dialect });
    }
    if (next.done) {
      warnOfBytes(table, terminal);
      return next.value === null ? 0 : refuse(terminal, next.value);
    }
    let text = "";
    for (const row of next.value) {
      const isFirst = width < 0;
      const isHeader = isFirst && dialect.header;
      if (isFirst) width = row.cells.length;
      if (isHeader) headers = row.cells;
      text += `${JSON.stringify(rowJson(row, { width, isHeader, headers }))}\n`;
    }
    await terminal.write(text);
  }
}

/** What is wrong with a row is said beside it: its width, or the cells whose bytes are not of the file's encoding. */
function rowJson(
  { line, cells, wrong }: Row,
  table: { readonly width: number; readonly isHeader: boolean; readonly headers: readonly string[] },
) {
  const row = table.isHeader ? { line, header: true, cells } : { line, cells };
  const wrongBytes = wrong?.map(({ column, raw }) => ({ column: table.headers[column] || `#${column + 1}`, raw }));
  const marked = wrongBytes === undefined ? row : { ...row, wrongBytes };
  if (isRagged(cells, table.width)) return { ...marked, problem: "ragged_row" };
  const isLost = wrong?.some(({ column }) => cells[column]?.includes("\ufffd"));
  return isLost ? { ...marked, problem: "text_undecodable" } : marked;
}

type Reading = {
  rows: number;
  blankLines: number;
  header: readonly string[] | null;
  width: number;
  readonly first: Row[];
  readonly ragged: number[];
  raggedRows: number;
  refusal: Refusal | null;
};

async function printTable(terminal: Terminal, input: InputFile, table: TableRows): Promise<ExitCode> {
  const reading = await readAll(input, table);
  const { dialect } = table;
  await terminal.print(
    terminal.style("bold", `${describeDialect(dialect)}.`),
    ...(terminal.quiet ? [] : dialect.evidence.map(({ says }) => `  ${printable(says)}`)),
    "",
    ...firstRows(reading, terminal),
    "",
    `${count(reading.rows, "row")}, ${count(reading.width, "column")}${reading.blankLines > 0 ? `, ${count(reading.blankLines, "blank line")}` : ""}`,
    ...raggedLines(reading),
  );
  warnOfBytes(table, terminal);
  return reading.refusal ? refuse(terminal, reading.refusal) : 0;
}

/** What was found only on the way through the file, behind the bytes that the dialect was found by. */
function warnOfBytes({ contradiction, firstWrong, counts, dialect }: TableRows, terminal: Terminal): void {
  const { encoding, fallback } = dialect;
  if (firstWrong !== null) {
    const cells = `${count(counts.wrongCells, "cell has", "cells have")} bytes that are not ${encoding}`;
    const first = `the first on line ${number(firstWrong.line)}: ${shown(firstWrong.raw)}`;
    const how = fallback === undefined ? "Say how the file is encoded with --encoding." : `Read as ${fallback}.`;
    terminal.complain(`${cells}, ${first}. ${how}`);
  } else if (contradiction !== null) {
    terminal.complain(
      `Line ${contradiction.line} has bytes that are not ${encoding}: say how the file is encoded with --encoding.`,
    );
  }
  if (counts.droppedNuls > 0)
    terminal.note(`${count(counts.droppedNuls, "NUL character was", "NUL characters were")} left out of cells.`);
}

/** To the end, so that what is wrong further down is known before anything is imported. */
async function readAll(input: InputFile, table: TableRows): Promise<Reading> {
  const reading: Reading = {
    rows: 0,
    blankLines: 0,
    header: null,
    width: -1,
    first: [],
    ragged: [],
    raggedRows: 0,
    refusal: null,
  };
  const rows = batchesOf(input, table);
  for (;;) {
    const next = await rows.next();
    if (next.done) {
      const { blankLines } = table.counts;
      return { ...reading, blankLines, width: Math.max(0, reading.width), refusal: next.value };
    }
    for (const row of next.value) noteRow(reading, row, table.dialect);
  }
}

function noteRow(reading: Reading, row: Row, dialect: Dialect): void {
  if (reading.width < 0) {
    reading.width = row.cells.length;
    if (dialect.header) {
      reading.header = row.cells;
      return;
    }
  }
  reading.rows++;
  if (reading.first.length < SHOWN_ROWS) reading.first.push(row);
  if (!isRagged(row.cells, reading.width)) return;
  reading.raggedRows++;
  if (reading.ragged.length < MOST_RAGGED) reading.ragged.push(row.line);
}

function firstRows({ header, width, first }: Reading, terminal: Terminal): readonly string[] {
  const columns = Array.from({ length: Math.min(width, SHOWN_COLUMNS) }, (_, at) => ({
    head: header === null ? `#${at + 1}` : shown(header[at] ?? ""),
  }));
  const rows = first.map(({ line, cells }) => [number(line), ...columns.map((_, at) => shown(cells[at] ?? ""))]);
  const table = renderTable([{ head: "Line", align: "right" }, ...columns], rows, terminal.width);
  const more = width > SHOWN_COLUMNS ? [`and ${count(width - SHOWN_COLUMNS, "column")} more`] : [];
  return [...table.map((line, at) => (at === 0 ? terminal.style("dim", line) : line)), ...more];
}

function raggedLines({ raggedRows, ragged }: Reading): readonly string[] {
  if (raggedRows === 0) return [];
  const more = raggedRows > ragged.length ? ", …" : "";
  const where = `on ${ragged.length === 1 ? "line" : "lines"} ${ragged.map(number).join(", ")}${more}`;
  return [
    `${count(raggedRows, "row has", "rows have")} more or fewer cells than the header, ${where}`,
    `  ${catalogue.ragged_row.fix}`,
  ];
}
