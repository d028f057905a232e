/** `muster read FILE`: how a file is read. Writes nothing, and needs no data folder. */
import type { Command } from "commander";
import type { Conversion, Converted } from "../app/converter.ts";
import type { InputFile } from "../app/ports.ts";
import { sniffTable } from "../app/read-table.ts";
import type { SharedOptions } from "../config.ts";
import { catalogue } from "../core/problem/catalogue.ts";
import type { Refusal } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import { CsvReader } from "../core/tabular/csv-reader.ts";
import { describeDialect } from "../core/tabular/describe-dialect.ts";
import type { Dialect } from "../core/tabular/dialect.ts";
import { dialectJson } from "../core/tabular/dialect-json.ts";
import { isRagged } from "../core/tabular/ragged-row.ts";
import type { Row } from "../core/tabular/row.ts";
import { type Cli, type ExitCode, refuse } from "./cli.ts";
import { type DialectOptions, dialectOverrides, withDialectOptions } from "./dialect-options.ts";
import { examples, withOutputOptions } from "./shared-options.ts";
import { renderTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { count, number, printable } from "./text.ts";

type Options = SharedOptions & DialectOptions & { readonly sheet?: string };

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
  return terminal.json ? printRows(terminal, input, dialect.value) : printTable(terminal, input, dialect.value);
}

/** Rows in batches. The refusal that ended the reading comes as the last word. */
async function* rowsOf(input: InputFile, reader: CsvReader): AsyncGenerator<readonly Row[], Refusal | null> {
  for await (const bytes of input.bytes()) {
    yield reader.push(bytes);
    if (reader.refusal !== null) return reader.refusal;
  }
  yield reader.end();
  return reader.refusal ?? (await input.changed());
}

async function printRows(terminal: Terminal, input: InputFile, dialect: Dialect): Promise<ExitCode> {
  await terminal.printJson({ dialect: dialectJson(dialect) });
  const reader = new CsvReader(dialect);
  const rows = rowsOf(input, reader);
  let width = -1;
  for (;;) {
    const next = await rows.next();
    if (next.done) {
      warnOfBytes(reader, dialect, terminal);
      return next.value === null ? 0 : refuse(terminal, next.value);
    }
    let text = "";
    for (const { line, cells } of next.value) {
      const isFirst = width < 0;
      if (isFirst) width = cells.length;
      const row = isFirst && dialect.header ? { line, header: true, cells } : { line, cells };
      text += `${JSON.stringify(isRagged(cells, width) ? { ...row, problem: "ragged_row" } : row)}\n`;
    }
    await terminal.write(text);
  }
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

async function printTable(terminal: Terminal, input: InputFile, dialect: Dialect): Promise<ExitCode> {
  const reader = new CsvReader(dialect);
  const reading = await readAll(input, reader, dialect);
  await terminal.print(
    terminal.style("bold", `${describeDialect(dialect)}.`),
    ...(terminal.quiet ? [] : dialect.evidence.map(({ says }) => `  ${printable(says)}`)),
    "",
    ...firstRows(reading, terminal),
    "",
    `${count(reading.rows, "row")}, ${count(reading.width, "column")}${reading.blankLines > 0 ? `, ${count(reading.blankLines, "blank line")}` : ""}`,
    ...raggedLines(reading),
  );
  warnOfBytes(reader, dialect, terminal);
  return reading.refusal ? refuse(terminal, reading.refusal) : 0;
}

/** What was found only on the way through the file, behind the bytes that the dialect was found by. */
function warnOfBytes(
  { encodingContradiction, droppedNuls }: CsvReader,
  { encoding }: Dialect,
  terminal: Terminal,
): void {
  if (encodingContradiction !== null) {
    terminal.complain(
      `Line ${encodingContradiction.line} has bytes that are not ${encoding}: say how the file is encoded with --encoding.`,
    );
  }
  if (droppedNuls > 0)
    terminal.note(`${count(droppedNuls, "NUL character was", "NUL characters were")} left out of cells.`);
}

/** To the end, so that what is wrong further down is known before anything is imported. */
async function readAll(input: InputFile, reader: CsvReader, dialect: Dialect): Promise<Reading> {
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
  const rows = rowsOf(input, reader);
  for (;;) {
    const next = await rows.next();
    if (next.done)
      return { ...reading, blankLines: reader.blankLines, width: Math.max(0, reading.width), refusal: next.value };
    for (const row of next.value) noteRow(reading, row, dialect);
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
