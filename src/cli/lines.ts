/** `muster lines IMPORT`: the ledger, or the plan, line by line. */

import { type Command, Option } from "commander";
import { errorFile, type LineChoice, ledgerPages } from "../app/export/error-lines.ts";
import { rowsNotKept } from "../app/import/kept-file.ts";
import { mendedLines } from "../app/import/mended-lines.ts";
import type { ImportRecord } from "../app/ports.ts";
import { earlierLines } from "../app/view/earlier-lines.ts";
import { findImport } from "../app/view/find-by-id.ts";
import { linesJson, problemWordsOf } from "../app/view/ledger-json.ts";
import { lineNames } from "../app/view/line-names.ts";
import type { SharedOptions } from "../config.ts";
import { OUTCOMES, type Outcome } from "../core/plan/outcome.ts";
import { catalogue } from "../core/problem/catalogue.ts";
import { nearWords } from "../core/problem/near-words.ts";
import { type Refusal, refuseWith } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import type { ProblemWords } from "../core/problem/voice.ts";
import type { Cli, ExitCode, Session } from "./cli.ts";
import { lineRow } from "./line-text.ts";
import { remoteLines } from "./remote/history.ts";
import { examples, positive, withWorkspaceOptions } from "./shared-options.ts";
import { renderTable } from "./table.ts";
import { capitalised } from "./text.ts";

type Options = SharedOptions & {
  readonly outcome?: Outcome;
  readonly problem?: string;
  readonly format?: "table" | "csv" | "json";
  readonly limit?: number;
};

/** Lines of a table, unless `--limit` says more: a person reads no more. */
const TABLE_LINES = 100;

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
  const wrong = options.problem === undefined ? null : unknownProblem(options.problem);
  if (wrong) return session.refuse(wrong);
  const found = await findImport(ports, workspace, id);
  if (!found.ok) return session.refuse(found.refusal);
  const record = found.value;
  const words = problemWordsOf(record, workspace.idKey);
  const format = options.format ?? (terminal.json ? "json" : "table");
  const choice: LineChoice = { outcome: options.outcome ?? null, problem: options.problem ?? null };
  if (format === "csv") {
    const gone = rowsNotKept(record);
    if (gone) return session.refuse(gone);
    const unsaid = choice.outcome === null && choice.problem === null;
    const failed: LineChoice = unsaid ? { ...choice, outcome: "failed" } : choice;
    for await (const text of errorFile(ports, record, { choice: failed, words, limit: options.limit ?? null })) {
      await terminal.write(text);
    }
  } else if (format === "json") await printJson(session, record, { choice, limit: options.limit ?? Infinity });
  else await printTable(session, record, { choice, words, limit: options.limit ?? TABLE_LINES });
  return 0;
}

type Listing = { readonly choice: LineChoice; readonly words: ProblemWords; readonly limit: number };

async function printJson(
  session: Session,
  record: ImportRecord,
  { choice, limit }: Omit<Listing, "words">,
): Promise<void> {
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

async function printTable(session: Session, record: ImportRecord, { choice, words, limit }: Listing): Promise<void> {
  const { ports, terminal, workspace } = session;
  let left = limit;
  const { object = "contact" } = record.settings;
  const heads = [
    { head: "Line", align: "right" as const },
    { head: "Outcome" },
    { head: capitalised(object) },
    ...(record.settings.second === undefined ? [] : [{ head: "Opportunity" }]),
    { head: "What" },
  ];
  const earlierThan = earlierLines(ports, record);
  for await (const page of ledgerPages(ports, record, choice)) {
    const lines = page.slice(0, left);
    const mended = await mendedLines(ports, record, lines);
    const { idKey } = workspace;
    const names = await lineNames(ports, record, lines);
    const earlier = await earlierThan(lines);
    const rows = lines.map((line) => {
      const beside = { names: names.get(line.line), earlier: earlier.get(line.line) };
      return lineRow(line, { idKey, words, mendedBy: mended.get(line.line) ?? null }, beside);
    });
    const table = renderTable(heads, rows, terminal.width);
    await terminal.print(...(left === limit ? table : table.slice(1)));
    left -= lines.length;
    if (left > 0) continue;
    if (page.length > lines.length || page.length === limit)
      terminal.note(`These are the first ${limit}; --limit shows more.`);
    return;
  }
  if (left === limit) terminal.note("There are no such lines.");
}

function unknownProblem(code: string): Refusal | null {
  if (Object.hasOwn(catalogue, code)) return null;
  const near = nearWords(code, Object.keys(catalogue));
  const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  return {
    ...refuseWith("arguments_invalid", `There is no problem called ${shown(code)}.${hint}`).refusal,
    fix: "docs/problems.md lists all; muster show lists those of an import.",
  };
}
