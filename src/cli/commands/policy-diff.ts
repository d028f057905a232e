/** `muster policy diff PRESET FILE`: what would become of a file's lines under another preset. */
import { type Command, Option } from "commander";
import type { DifferingLine, OtherValues, PlannedSide, PolicyDiff } from "../../app/import/policy-diff.ts";
import { lineJson } from "../../app/view/line-json.ts";
import { refusalJson } from "../../app/view/refusal-json.ts";
import type { SharedOptions } from "../../config.ts";
import type { LedgerLine } from "../../core/plan/outcome.ts";
import { OUTCOMES } from "../../core/plan/outcome.ts";
import type { ImportMode } from "../../core/policy/policy.ts";
import { problemMessage } from "../../core/problem/render-problem.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { ProblemWords } from "../../core/problem/voice.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { importRequest } from "../import-options.ts";
import { ProgressLine } from "../progress-line.ts";
import { collected, examples, positive, withFolderOptions } from "../shared-options.ts";
import { renderTable } from "../words/table.ts";
import { count, number, printable } from "../words/text.ts";
import { valueText } from "../words/value-text.ts";

type Options = SharedOptions & {
  readonly mode?: ImportMode;
  readonly map?: readonly string[];
  readonly country?: string;
  readonly acceptUnmapped?: boolean;
  readonly limit: number;
};

const MOST_LINES = 20;

export function registerPolicyDiff(policy: Command, cli: Cli): void {
  withFolderOptions(
    policy
      .command("diff")
      .argument("<preset>", "the preset to compare the workspace's policy with")
      .argument("<file>", "the file that would be imported")
      .summary("what would change if a file were imported under another preset")
      .description(
        "Plans a file twice, under the workspace's policy and under a preset, and shows both counts, the lines whose outcome differs, with the reason, and those that would write other values. Nothing is written, and neither plan is kept.",
      ),
  )
    .addOption(new Option("--mode <mode>", "what the import may do").choices(["create", "update", "both"]))
    .option("--map <column=field>", "say where a column goes, as for import", collected)
    .option("--country <code>", "country of phone numbers that do not say theirs, such as US")
    .option("--accept-unmapped", "leave out columns that belong to no field")
    .option("--limit <n>", "how many differing lines to list", positive, MOST_LINES)
    .addHelpText(
      "after",
      examples("muster policy diff agency-crm contacts.csv", "muster policy diff simple-crm contacts.csv --json"),
    )
    .action((preset: string, file: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      return cli.look(options, (session) => diff(session, { preset, file, options }), { action: "import" });
    });
}

type Asked = { readonly preset: string; readonly file: string; readonly options: Options };

async function diff(session: Session, { preset, file, options }: Asked): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  if (file === "-") {
    const message = "Standard input can be read only once, and the file is planned twice.";
    return session.refuse({ code: "arguments_invalid", message, fix: "Give the path of a file." });
  }
  const { mode, map, country, acceptUnmapped, limit } = options;
  const said = { mode, map, country, acceptUnmapped };
  const request = importRequest(withoutUndefined(said), session.actor);
  if (!request.ok) return session.refuse(request.refusal);
  // Only this one of the policy's commands plans a file.
  const { policyDiff } = await import("../../app/import/policy-diff.ts");
  const line = new ProgressLine(terminal, undefined);
  const compared = await policyDiff(
    ports,
    workspace,
    { preset, path: file, import: request.value, limit },
    { onProgress: (progress) => line.show(progress) },
  ).finally(() => line.clear());
  if (!compared.ok) return session.refuse(compared.refusal);
  const words: ProblemWords = { contact: (contact) => encodeId("con", workspace.idKey, Number(contact)) };
  if (terminal.json) await terminal.printJson(diffJson(compared.value, { preset, idKey: workspace.idKey, words }));
  else await terminal.print(...diffText(compared.value, session, { preset, words }));
  return 0;
}

/** Options that were not given are not there. */
const withoutUndefined = (options: object): object =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

function diffText(
  { keys, now, under, differing, lines, otherChanges, values }: PolicyDiff,
  { terminal, workspace }: Session,
  { preset, words }: { readonly preset: string; readonly words: ProblemWords },
): readonly string[] {
  const right = "right" as const;
  const heads = [{ head: "" }, { head: `now (${workspace.preset})`, align: right }, { head: preset, align: right }];
  const rows = OUTCOMES.map((outcome) => [
    outcome,
    ...[now, under].map((side) => ("tally" in side ? number(side.tally.outcomes[outcome]) : "")),
  ]);
  const refused = [now, under].flatMap((side, at) =>
    "refusal" in side
      ? [`${at === 0 ? "Now" : `Under ${preset}`} the file is refused: ${printable(side.refusal.message)}`]
      : [],
  );
  const policy = keys.map(({ key, from, to }) => `  ${key}: ${printable(from)} → ${printable(to)}`);
  const more = differing - lines.length;
  return [
    ...renderTable(heads, rows, terminal.width),
    "",
    ...refused,
    ...(refused.length > 0 ? [] : [`${count(differing, "line")} would end in another way.`]),
    ...lines.map((line) => `  ${lineText(line, words)}`),
    ...(more > 0 ? [`  and ${count(more, "line")} more; --limit shows them`] : []),
    ...(otherChanges > 0 ? [`${count(otherChanges, "line")} would write other values.`] : []),
    ...values.map((line) => `  ${valuesText(line)}`),
    ...(otherChanges > values.length
      ? [`  and ${count(otherChanges - values.length, "line")} more; --limit shows them`]
      : []),
    "",
    terminal.style("bold", keys.length > 0 ? "The policy differs in" : "The policies are the same."),
    ...policy,
  ];
}

function lineText({ line, now, under }: DifferingLine, words: ProblemWords): string {
  const why = [...reasons(now, words), ...reasons(under, words)];
  return `line ${line}: ${now.outcome} → ${under.outcome}${why.length > 0 ? `  ${why.join(" ")}` : ""}`;
}

const valuesText = ({ line, values }: OtherValues): string =>
  `line ${line}: ${Object.entries(values)
    .map(([field, [now, under]]) => `${shown(field)}: ${valueText(now)} → ${valueText(under)}`)
    .join(" · ")}`;

/** What kept a line from being written; warnings of a line that is written are no reason. */
const reasons = ({ outcome, problems }: LedgerLine, words: ProblemWords): readonly string[] =>
  outcome === "failed" || outcome === "skipped"
    ? problems.map((problem) => printable(problemMessage(problem, words)))
    : [];

function diffJson(
  { keys, now, under, differing, lines, otherChanges, values }: PolicyDiff,
  { preset, idKey, words }: { readonly preset: string; readonly idKey: number; readonly words: ProblemWords },
) {
  const json = (line: LedgerLine) => {
    const { outcome, problems, match } = lineJson(line, { idKey, words, fields: [], mendedBy: null });
    return { outcome, match, problems };
  };
  return {
    preset,
    now: sideJson(now),
    under: sideJson(under),
    ...{ differing, otherChanges },
    lines: lines.map((each) => ({ line: each.line, now: json(each.now), under: json(each.under) })),
    values,
    policy: keys,
  };
}

const sideJson = (side: PlannedSide) =>
  "tally" in side ? { ...side.tally } : { state: "refused", problem: refusalJson(side.refusal) };
