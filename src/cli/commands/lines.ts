/** `muster lines IMPORT`: the ledger, or the plan, line by line. */

import { type Command, Option } from "commander";
import { errorFile, type LineChoice, ledgerPages } from "../../app/export/error-lines.ts";
import { linesOf, mappingOf } from "../../app/import/import-parts.ts";
import { rowsNotKept } from "../../app/import/kept-file.ts";
import type { ImportRecord } from "../../app/ports.ts";
import { earlierLines } from "../../app/view/earlier-lines.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import { linesJson, problemWordsOf } from "../../app/view/ledger-json.ts";
import { lineCells } from "../../app/view/line-cells.ts";
import type { SharedOptions } from "../../config.ts";
import { type LedgerLine, OUTCOMES, type Outcome } from "../../core/plan/outcome.ts";
import { unknownProblem } from "../../core/problem/unknown-problem.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { remoteLines } from "../remote/history.ts";
import { examples, positive, withWorkspaceOptions } from "../shared-options.ts";
import {
  isNamed,
  lineTable,
  moreLines,
  NO_LINES,
  objectsOf,
  TABLE_LINES,
  type TableLine,
} from "../words/line-table.ts";

type Options = SharedOptions & {
  readonly outcome?: Outcome;
  readonly problem?: string;
  readonly format?: "table" | "csv" | "json";
  readonly limit?: number;
};

export function registerLines(program: Command, cli: Cli): void {
  withWorkspaceOptions(
    program
      .command("lines")
      .argument("<import>", "id of the import, or latest")
      .summary("the ledger, line by line; lines with errors as CSV to fix and import again")
      .description(
        "Lists what became of each line of an import, or would become of it while it is planned. As csv: the failed lines with their original cells, and their line, error and fix behind them, in UTF-8 and with the file's own delimiter.",
      ),
  )
    .addOption(new Option("--outcome <outcome>", "only lines of this outcome").choices(OUTCOMES))
    .option("--problem <code>", "only lines with this problem or warning")
    .addOption(
      new Option("--format <format>", "table, csv or json (one object a line)").choices(["table", "csv", "json"]),
    )
    .option("--limit <n>", `how many lines (table: ${TABLE_LINES}, otherwise all)`, positive)
    .addHelpText(
      "after",
      examples(
        "muster lines latest --outcome failed",
        "muster lines latest --outcome failed --format csv > errors.csv",
        "muster lines latest --problem email_invalid --format json",
      ),
    )
    .action((id: string, options: Options) =>
      cli.look(options, (session) => listLines(session, id, options), { remote: remoteLines(id, options) }),
    );
}

async function listLines(session: Session, id: string, options: Options): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const wrong = unknownProblem(options.problem, "arguments_invalid");
  if (wrong) return session.refuse(wrong);
  const found = await findImport(ports, workspace, id);
  if (!found.ok) return session.refuse(found.refusal);
  const record = found.value;
  const format = options.format ?? (terminal.json ? "json" : "table");
  const choice: LineChoice = { outcome: options.outcome ?? null, problem: options.problem ?? null };
  if (format === "csv") {
    const gone = rowsNotKept(record);
    if (gone) return session.refuse(gone);
    const words = problemWordsOf(record, workspace.idKey);
    const unsaid = choice.outcome === null && choice.problem === null;
    const failed: LineChoice = unsaid ? { ...choice, outcome: "failed" } : choice;
    for await (const text of errorFile(ports, record, { choice: failed, words, limit: options.limit ?? null })) {
      await terminal.write(text);
    }
  } else if (format === "json") await printJson(session, record, { choice, limit: options.limit ?? Infinity });
  else await printTable(session, record, { choice, limit: options.limit ?? TABLE_LINES });
  return 0;
}

type Listing = { readonly choice: LineChoice; readonly limit: number };

async function printJson(session: Session, record: ImportRecord, { choice, limit }: Listing): Promise<void> {
  const { ports, workspace, terminal } = session;
  let left = limit;
  for await (const page of ledgerPages(ports, record, choice)) {
    const lines = page.slice(0, left);
    left -= lines.length;
    const json = await linesJson(ports, record, { lines, idKey: workspace.idKey });
    await terminal.print(...json.map((line) => JSON.stringify(line)));
    if (left <= 0) return;
  }
}

async function printTable(session: Session, record: ImportRecord, { choice, limit }: Listing): Promise<void> {
  const { terminal } = session;
  const mapping = mappingOf(record.settings);
  const beside = tableLines(session, record);
  let left = limit;
  let objects: readonly string[] | null = null;
  for await (const page of ledgerPages(session.ports, record, choice)) {
    const items = await beside(page.slice(0, left));
    if (items.length > 0) {
      const isFirst = objects === null;
      objects ??= objectsOf(items, linesOf(record));
      await terminal.print(...lineTable(items, { mapping, objects, isFirst, width: terminal.width }));
    }
    left -= items.length;
    if (page.length > items.length) return terminal.note(moreLines(limit));
  }
  if (objects === null) terminal.note(NO_LINES);
}

/** With what stands beside a line in a table. */
function tableLines({ ports, workspace: { idKey } }: Session, record: ImportRecord) {
  const earlierThan = earlierLines(ports, record);
  return async (lines: readonly LedgerLine[]): Promise<readonly TableLine[]> => {
    const json = await linesJson(ports, record, { lines, idKey });
    const named = lines.filter((_, at) => json[at] !== undefined && isNamed(json[at]));
    const rows = await lineCells(ports, record, named);
    const cells = new Map(named.map(({ line }, at) => [line, rows[at]?.cells]));
    const earlier = await earlierThan(lines);
    return json.map((line) => ({ ...line, cells: cells.get(line.line), earlier: earlier.get(line.line) }));
  };
}
