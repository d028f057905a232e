/** `muster fix IMPORT`: corrects cells of a planned import and shows the plan that comes of it; without a cell, those that are corrected. */
import { type Command, InvalidArgumentError } from "commander";
import { readFixes } from "../../app/import/changing/cell-fixes.ts";
import { cellsOfRule } from "../../app/import/changing/cells-of-rule.ts";
import { fixCells } from "../../app/import/changing/fix-cells.ts";
import type { ImportRecord } from "../../app/ports.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import type { SharedOptions } from "../../config.ts";
import { mayHappen } from "../../core/import-state.ts";
import { actorName } from "../../core/member/actor.ts";
import { accept, type Result, refuse } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { refuseImport, reportPlan } from "../import-report.ts";
import { ProgressLine } from "../progress-line.ts";
import { type AskedFix, remoteFix, tooLate } from "../remote/fix.ts";
import { examples, positive, withWorkspaceOptions } from "../shared-options.ts";
import { Stopwatch } from "../stopwatch.ts";
import { renderTable } from "../words/table.ts";
import { moment } from "../words/text.ts";

type Options = SharedOptions & {
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
  readonly from?: string;
  readonly to?: string;
  readonly progress?: boolean;
};

/** Corrected cells of a table; `--json` gives all. */
const MOST_SHOWN = 100;

export function registerFix(program: Command, cli: Cli): void {
  withWorkspaceOptions(
    program
      .command("fix")
      .argument("<import>", "id of the import, or latest")
      .summary("correct cells of an import before it runs")
      .description(
        "Corrects a cell of a planned import, or a value wherever it stands in a column, and shows the new plan. The file stays as it was given. Without a cell it lists what is corrected.",
      ),
  )
    .option("--line <n>", "line of the file on which the row begins", positive)
    .option("--column <header>", "column of the cell; '#3' is the third", columnWord)
    .option("--value <text>", "what the cell should say; '' empties it")
    .option("--from <text>", "correct every cell of the column that says this")
    .option("--to <text>", "what these cells should say")
    .option("--progress", "show progress on stderr, even where it is no terminal")
    .option("--no-progress", "show no progress")
    .addHelpText(
      "after",
      examples(
        "muster fix latest --line 17 --column Email --value ann@example.com",
        "muster fix latest --column Country --from Deutchland --to Germany",
        "muster fix latest                 # what is corrected so far",
        "muster resume latest              # import it",
      ),
    )
    .action((id: string, options: Options) =>
      cli.inWorkspace(options, (session) => fix(session, { id, options }), {
        action: isListed(options) ? "read" : "import",
        looks: true,
        remote: (session) => {
          const asked = isListed(options) ? null : fixRequest(options);
          return asked?.ok === false
            ? session.refuse(asked.refusal)
            : remoteFix(cli, id, { asked: asked?.value ?? null, progress: options.progress })(session);
        },
      }),
    );
}

function columnWord(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("Give a header, or a position such as #3.");
  return text.trim();
}

async function fix(
  session: Session,
  { id, options }: { readonly id: string; readonly options: Options },
): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const found = await findImport(ports, workspace, id);
  if (!found.ok) return session.refuse(found.refusal);
  if (isListed(options)) return listFixes(session, found.value);
  const request = fixRequest(options);
  if (!request.ok) return session.refuse(request.refusal);
  const { ref, id: known, state } = found.value;
  if (!mayHappen(state, "plan")) return refuseImport(session, known, tooLate(known, state));
  const cells = await cellsCorrected(session, found.value, request.value);
  if (!cells.ok) return refuseImport(session, known, cells.refusal);
  const watch = new Stopwatch();
  const progress = new ProgressLine(terminal, options.progress);
  const fixed = await fixCells(
    ports,
    ref,
    { ...request.value, by: actorName(session.actor) },
    {
      onProgress: (made) => progress.show(made),
    },
  ).finally(() => progress.clear());
  if (!fixed.ok) return refuseImport(session, found.value.id, fixed.refusal);
  if (fixed.value.refusal) return refuseImport(session, found.value.id, fixed.value.refusal);
  if (cells.value !== null)
    terminal.note(cells.value === 1 ? "1 cell is corrected." : `${cells.value} cells are corrected.`);
  return reportPlan(session, fixed.value, { seconds: watch.seconds(), linesBefore: 0, strict: false });
}

/** Of a value that is corrected wherever it stands; null where that is not known before the file is planned anew. */
async function cellsCorrected(
  { ports }: Session,
  record: ImportRecord,
  { everywhere }: AskedFix,
): Promise<Result<number | null>> {
  const [rule] = everywhere;
  return rule === undefined ? accept(null) : cellsOfRule(ports, record, rule);
}

/** No cell is said. */
const isListed = ({ line, column, value, from, to }: Options): boolean =>
  [line, column, value, from, to].every((said) => said === undefined);

function fixRequest({ line, column, value, from, to }: Options): Result<AskedFix> {
  if (column !== undefined && line !== undefined && value !== undefined && from === undefined && to === undefined) {
    return accept({ cells: [{ line, column, value }], everywhere: [] });
  }
  if (column !== undefined && from !== undefined && to !== undefined && line === undefined && value === undefined) {
    return accept({ cells: [], everywhere: [{ column, from, value: to }] });
  }
  return refuse({
    code: "arguments_invalid",
    message: "This does not say which cell should be what.",
    fix: "Write --line N --column HEADER --value TEXT for one cell, or --column HEADER --from TEXT --to TEXT for a value wherever it stands.",
  });
}

async function listFixes({ ports, terminal }: Session, { settings }: ImportRecord): Promise<ExitCode> {
  const { fixes, mapping } = settings;
  const headerOf = (column: number): string => mapping[column]?.header || `#${column + 1}`;
  const rows: string[][] = [];
  let more = 0;
  for await (const entry of fixes === undefined ? [] : readFixes(ports.files, fixes.key)) {
    const { column, value, by, at } = "rule" in entry ? entry.rule : entry.cell;
    const where = "rule" in entry ? { from: entry.rule.from } : { line: entry.cell.line };
    if (terminal.json) {
      const when = new Date(at).toISOString();
      await terminal.print(JSON.stringify({ ...where, column: headerOf(column), value, by, at: when }));
    } else if (rows.length === MOST_SHOWN) more++;
    else {
      const place = "rule" in entry ? `every “${shown(entry.rule.from)}”` : `line ${entry.cell.line}`;
      rows.push([place, shown(headerOf(column)), shown(value), shown(by), moment(at)]);
    }
  }
  if (terminal.json) return 0;
  if (rows.length === 0) terminal.note("No cell is corrected.");
  else {
    const heads = ["Where", "Column", "Value", "By", "When"].map((head) => ({ head }));
    await terminal.print(...renderTable(heads, rows, terminal.width));
  }
  if (more > 0) terminal.note(`and ${more} more; --json gives all.`);
  return 0;
}
