/** What comes next after an import was shown, planned or run: commands, as they can be copied. */
import type { ImportDetail } from "../../app/view/import-detail-json.ts";
import { type Config, shellWord } from "../../config.ts";
import { isDoNotTouch } from "../../core/mapping/do-not-touch.ts";
import { changesSomething } from "../../core/plan/outcome.ts";
import { awaitsDisclaimer } from "../../core/policy/awaits-disclaimer.ts";
import type { ProblemCode } from "../../core/problem/catalogue.ts";
import type { Terminal } from "../terminal.ts";
import { withData } from "./import-text.ts";
import { count, printable } from "./text.ts";

export type NextAround = {
  readonly config: Config;
  readonly terminal: Terminal;
  readonly duplicates?: number;
  /** It is on its way, and no process works on it. */
  readonly isLeft?: boolean;
  /** Later imports have put right every line that failed. */
  readonly isMended?: boolean;
  /** Path of the file as it was given to this command; absent = only its name is known, and not its folder. */
  readonly file?: string | undefined;
  /** At a server, which has workers of its own. */
  readonly isRemote?: boolean;
};

/** Fewer are slips of their own. */
const MANY_PHONES = 3;

type Next = readonly [command: string, what: string];

export function nextLines(detail: ImportDetail, { config, terminal, ...around }: NextAround): readonly string[] {
  const next = nextCommands(detail, around);
  if (next.length === 0) return [];
  const asOperator = { ...config, sameData: config.sameFolder };
  const commands = next.map(([command]) =>
    // A server may have said any id.
    withData(printable(command), command.startsWith("muster worker") ? asOperator : config),
  );
  const width = Math.max(...commands.map((command) => command.length));
  const isWide = next.some(([, what]) => 2 + width + 2 + what.length > terminal.width);
  return [
    "",
    terminal.style("bold", "Next"),
    ...next.flatMap(([, said], at) => {
      const [command = "", what] = [commands[at], terminal.style("dim", said)];
      return isWide ? [`  ${command}`, `      ${what}`] : [`  ${command.padEnd(width)}  ${what}`];
    }),
  ];
}

function nextCommands(
  detail: ImportDetail,
  { duplicates = 0, isLeft = false, isMended = false, isRemote = false, file }: Omit<NextAround, "config" | "terminal">,
): readonly Next[] {
  const { import: id, state, outcomes, workflow, constants } = detail;
  const next: Next[] = [
    ...countryCommands(detail, file),
    ...goOnCommands(detail, isLeft),
    ...(isMended ? [] : failedCommands(detail)),
  ];
  if (state === "done" && linesWith("date_order_unknown", detail) > 0) {
    next.push([
      `muster import ${fileWord(file)} --date-order DMY`,
      "add the dates that were left out; MDY if the month is first",
    ]);
  }
  if (duplicates > 0) next.push([`muster duplicates ${id}`, `see ${count(duplicates, "possible duplicate")}`]);
  if (["done", "cancelled", "interrupted"].includes(state) && changesSomething(detail)) {
    next.push([`muster undo ${id}`, "take it back"]);
  }
  const isQueued = workflow !== null && !isDoNotTouch(constants);
  if (state === "done" && outcomes.created > 0 && isQueued && !isRemote)
    next.push(["muster worker --once", "run its workflow, as far as it is due"]);
  return next;
}

/** One country puts right what would else be a correction for each line. */
function countryCommands(detail: ImportDetail, file: string | undefined): readonly Next[] {
  const isOpen = detail.state === "planned" || detail.state === "done";
  if (!isOpen || detail.country !== "" || linesWith("phone_unreadable", detail) < MANY_PHONES) return [];
  return [
    [
      `muster import ${fileWord(file)} --country XX`,
      "read phone numbers without + as those of a country, such as US or DE",
    ],
  ];
}

function goOnCommands(detail: ImportDetail, isLeft: boolean): readonly Next[] {
  const { import: id, state } = detail;
  const resume = `muster resume ${id}${awaitsDisclaimer(detail) ? " --accept-disclaimer" : ""}`;
  if (state === "planned")
    return [
      ...(linesWith("pipeline_unknown", detail) > 0 ? PIPELINES_FIRST : []),
      ...startCommands(detail, resume),
      [`muster lines ${id}`, "see what would become of each line"],
    ];
  return state === "interrupted" || isLeft ? [[resume, "go on where it stopped"]] : [];
}

const PIPELINES_FIRST: readonly Next[] = [
  ["muster template pipelines > pipelines.csv", "name the missing pipelines and their stages in it"],
  ["muster import pipelines.csv --object pipelines", "then import them"],
];

/** Where every line would fail, only what is missing elsewhere makes it worth a start. */
function startCommands(detail: ImportDetail, resume: string): readonly Next[] {
  if (detail.outcomes.failed < detail.lines) return [[resume, "import it"]];
  return linesWith("pipeline_unknown", detail) > 0 ? [[resume, "then plan it anew, and import it"]] : [];
}

function failedCommands({ import: id, state, outcomes }: ImportDetail): readonly Next[] {
  if (outcomes.failed === 0) return [];
  if (state === "planned")
    return [[`muster fix ${id} --line N --column HEADER --value TEXT`, "correct a cell before it is imported"]];
  return [
    [`muster lines ${id} --outcome failed`, "see the lines that failed"],
    [`muster lines ${id} --outcome failed --format csv > errors.csv`, "fix them, import the file again"],
  ];
}

const linesWith = (code: ProblemCode, { problems, warnings }: ImportDetail): number =>
  (problems[code] ?? 0) + (warnings[code] ?? 0);

/** From standard input it cannot be read again, and control characters cannot be typed. */
const fileWord = (file = "-"): string => (file === "-" || /\p{Cc}/u.test(file) ? "FILE" : shellWord(file));
