/** `muster read FILE`: how a file is read. Writes nothing, and needs no data folder. */
import type { Command } from "commander";
import type { Conversion, Converted } from "../../app/ports/converter.ts";
import type { InputFile } from "../../app/ports.ts";
import { sniffTable } from "../../app/table/read-table.ts";
import { TableRows } from "../../app/table/table-rows.ts";
import type { SharedOptions } from "../../config.ts";
import { mayBeDoubleEncoded } from "../../core/contact/double-encoding.ts";
import { DoubleEncodingEvidence, doubleEncodingSays } from "../../core/contact/double-encoding-evidence.ts";
import { catalogue } from "../../core/problem/catalogue.ts";
import type { Refusal } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { describeDialect } from "../../core/tabular/describe-dialect.ts";
import type { Dialect } from "../../core/tabular/dialect.ts";
import { dialectJson } from "../../core/tabular/dialect-json.ts";
import { dialectOverrides } from "../../core/tabular/dialect-words.ts";
import { speaksAgainstDialect } from "../../core/tabular/rows/ragged-row.ts";
import type { Row } from "../../core/tabular/rows/row.ts";
import { type RowFinding, rowFinding, type TableNames, tableNames } from "../../core/tabular/rows/row-finding.ts";
import { type Cli, type ExitCode, refuse } from "../cli.ts";
import { type DialectOptions, withDialectOptions } from "../dialect-options.ts";
import { examples, withOutputOptions } from "../shared-options.ts";
import type { Terminal } from "../terminal.ts";
import { renderTable } from "../words/table.ts";
import { count, number, printable } from "../words/text.ts";

type Options = SharedOptions & DialectOptions & { readonly sheet?: string };

/** Rows and columns that a person is shown. */
const SHOWN_ROWS = 10;
const SHOWN_COLUMNS = 30;
const MOST_LISTED = 10;

export function registerRead(program: Command, cli: Cli): void {
  withOutputOptions(
    withDialectOptions(
      program
        .command("read")
        .argument("<file>", "the file to read; - reads standard input")
        .summary("show how a file is read: dialect, header, rows")
        .description(
          "Shows how a file is read: its format, encoding, delimiter, quotes and header, with the evidence, and its rows. With --json every row, one object a line. Writes nothing.",
        ),
    ),
  )
    .option("--sheet <name>", "sheet of a workbook")
    .addHelpText(
      "after",
      examples(
        "muster read contacts.csv",
        "muster read contacts.xlsx --sheet Customers",
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
    const conversion = await cli.edges.converter.open(input, { sheet: options.sheet ?? null });
    if (!conversion.ok) return await refuse(terminal, conversion.refusal);
    if (conversion.value === null) return await readTable(terminal, input, { options, converted: null });
    return await readConverted(cli, terminal, { input, conversion: conversion.value, options });
  } finally {
    await input.close();
  }
}

/** Converted as a whole before the first row is shown, so that a file that is damaged further down is known to be. */
async function readConverted(
  cli: Cli,
  terminal: Terminal,
  {
    input,
    conversion,
    options,
  }: { readonly input: InputFile; readonly conversion: Conversion; readonly options: Options },
): Promise<ExitCode> {
  const table = await cli.edges.scratch(input.path, conversion.bytes());
  try {
    const converted = conversion.result();
    const wrong = converted.ok ? await input.changed() : converted.refusal;
    if (wrong) return await refuse(terminal, wrong);
    return await readTable(terminal, table, { options, converted: converted.ok ? converted.value : null });
  } finally {
    await conversion.close();
    await table.close();
  }
}

async function readTable(
  terminal: Terminal,
  input: InputFile,
  { options, converted }: { readonly options: Options; readonly converted: Converted | null },
): Promise<ExitCode> {
  const dialect = await sniffTable(input, dialectOverrides(options), converted);
  if (!dialect.ok) return refuse(terminal, dialect.refusal);
  const rows = new TableRows(input, dialect.value);
  return terminal.json ? printRows(terminal, input, rows) : printTable(terminal, input, rows);
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
  let names: TableNames | null = null;
  for (;;) {
    const next = await rows.next();
    if (dialect !== table.dialect) {
      dialect = table.dialect;
      await terminal.printJson({ dialect: dialectJson(dialect) });
    }
    if (next.done) {
      warnOfBytes(table, terminal);
      return next.value === null ? 0 : refuse(terminal, next.value);
    }
    let text = "";
    for (const row of next.value) {
      text += `${JSON.stringify(names === null && dialect.header ? headerLine(row) : rowLine(row, names))}\n`;
      names ??= namesOf(row, dialect);
    }
    await terminal.write(text);
  }
}

const namesOf = ({ cells }: Row, { header }: Dialect): TableNames => tableNames(header ? cells : null, cells.length);

const headerLine = ({ line, cells }: Row) => ({ line, header: true, cells });

/** What is wrong with a row is said beside it: its shape, or the cells whose bytes are not of the file's encoding. */
function rowLine(row: Row, names: TableNames | null) {
  const { line, cells, mended, wrong } = row;
  const wrongBytes = wrong?.map(({ column, raw }) => ({ column: names?.headers?.[column] || `#${column + 1}`, raw }));
  const marked = wrongBytes === undefined ? { line, cells } : { line, cells, wrongBytes };
  const problem = names === null ? null : rowFinding(row, names);
  if (problem !== null) return { ...marked, problem };
  const isLost = wrong?.some(({ column }) => cells[column]?.includes("\ufffd"));
  if (isLost) return { ...marked, problem: "text_undecodable" };
  return mended === undefined ? marked : { ...marked, warning: "row_mended" };
}

type Finding = RowFinding | "row_mended";

type Reading = {
  rows: number;
  blankLines: number;
  header: readonly string[] | null;
  width: number;
  names: TableNames;
  readonly first: Row[];
  /** Lines by what was found on them. */
  readonly found: Map<Finding, number[]>;
  /** Text that was encoded twice: shown as it stands, and put right where it is imported. */
  readonly doubled: DoubleEncodingEvidence;
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
    ...foundLines(reading),
    ...doubledLines(reading),
    ...doubts(reading),
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
    names: { headers: null, columns: 0 },
    first: [],
    found: new Map(),
    doubled: new DoubleEncodingEvidence(),
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
    reading.names = namesOf(row, dialect);
    if (dialect.header) {
      reading.header = row.cells;
      return;
    }
  }
  reading.rows++;
  for (const [column, cell] of row.cells.entries())
    if (mayBeDoubleEncoded(cell)) reading.doubled.observe(cell, column, row.line);
  if (reading.first.length < SHOWN_ROWS) reading.first.push(row);
  const finding = rowFinding(row, reading.names) ?? (row.mended && "row_mended");
  if (!finding) return;
  const lines = reading.found.get(finding);
  if (lines) lines.push(row.line);
  else reading.found.set(finding, [row.line]);
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

/** The whole file may speak against what its start told. */
function doubts({ found, rows }: Reading): readonly string[] {
  const ragged = found.get("ragged_row")?.length ?? 0;
  if (!speaksAgainstDialect(ragged, rows)) return [];
  return [
    "So many rows do not fit that another delimiter or quote may be meant: say which with --delimiter and --quote.",
  ];
}

const FOUND: Readonly<Record<Finding, (lines: number) => string>> = {
  line_unreadable: (lines) => `${count(lines, "line", "lines")} could not be read`,
  ragged_row: (lines) => `${count(lines, "row has", "rows have")} more or fewer cells than the header`,
  repeated_header: (lines) => `${count(lines, "row repeats", "rows repeat")} the header`,
  group_title: (lines) => `${count(lines, "row names", "rows name")} the group below it`,
  footer_line: (lines) => `${count(lines, "row is", "rows are")} a total or note of the export`,
  row_mended: (lines) => `${count(lines, "row was", "rows were")} put right`,
};

/** Shown as it stands, because nothing is put right by reading. */
const doubledLines = ({ doubled, header }: Reading): readonly string[] =>
  doubled.findings.flatMap((finding) =>
    doubleEncodingSays(finding, "would be").map(
      (says) => `${shown(header?.[finding.column] ?? "") || `#${finding.column + 1}`}: ${printable(says)}`,
    ),
  );

function foundLines({ found }: Reading): readonly string[] {
  return [...found].flatMap(([finding, lines]) => {
    const more = lines.length > MOST_LISTED ? ", …" : "";
    const where = `on ${lines.length === 1 ? "line" : "lines"} ${lines.slice(0, MOST_LISTED).map(number).join(", ")}${more}`;
    return [`${FOUND[finding](lines.length)}, ${where}`, `  ${catalogue[finding].fix}`];
  });
}
