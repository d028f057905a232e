/** What comes next after an import was shown, planned or run: commands, as they can be copied. */
import { awaitsDisclaimer } from "../app/import/accept-disclaimer.ts";
import type { ImportRecord } from "../app/ports.ts";
import { type Config, shellWord } from "../config.ts";
import { isDoNotTouch } from "../core/mapping/do-not-touch.ts";
import { changesSomething, type Tally } from "../core/plan/outcome.ts";
import type { ProblemCode } from "../core/problem/catalogue.ts";
import { withData } from "./import-text.ts";
import type { Terminal } from "./terminal.ts";
import { count } from "./text.ts";

type Around = {
  readonly config: Config;
  readonly terminal: Terminal;
  readonly duplicates?: number;
  /** It is on its way, and no process works on it. */
  readonly isLeft?: boolean;
  /** Later imports have put right every line that failed. */
  readonly isMended?: boolean;
  /** Path of the file as it was given to this command; absent = only its name is known, and not its folder. */
  readonly file?: string | undefined;
};

/** Fewer are slips of their own. */
const MANY_PHONES = 3;

type Next = readonly [command: string, what: string];

export function nextLines(
  record: ImportRecord,
  tally: Tally,
  { config, terminal, ...around }: Around,
): readonly string[] {
  const next = nextCommands(record, tally, around);
  if (next.length === 0) return [];
  const asOperator = { ...config, sameData: config.sameFolder };
  const commands = next.map(([command]) =>
    withData(command, command.startsWith("muster worker") ? asOperator : config),
  );
  const width = Math.max(...commands.map((command) => command.length));
  return [
    "",
    terminal.style("bold", "Next"),
    ...next.map(([, what], at) => `  ${(commands[at] ?? "").padEnd(width)}  ${terminal.style("dim", what)}`),
  ];
}

function nextCommands(
  record: ImportRecord,
  tally: Tally,
  { duplicates = 0, isLeft = false, isMended = false, file }: Omit<Around, "config" | "terminal">,
): readonly Next[] {
  const { id, state, settings } = record;
  const next: Next[] = [
    ...countryCommands(record, tally, file),
    ...goOnCommands(record, isLeft),
    ...(isMended ? [] : failedCommands(record, tally)),
  ];
  if (state === "done" && linesWith("date_order_unknown", tally) > 0) {
    next.push([
      `muster import ${fileWord(file)} --date-order DMY`,
      "add the dates that were left out; MDY if the month is first",
    ]);
  }
  if (duplicates > 0) next.push([`muster duplicates ${id}`, `see ${count(duplicates, "possible duplicate")}`]);
  if (["done", "cancelled", "interrupted"].includes(state) && changesSomething(tally)) {
    next.push([`muster undo ${id}`, "take it back"]);
  }
  const isQueued = settings.workflow && !isDoNotTouch(settings.constants ?? []);
  if (state === "done" && tally.outcomes.created > 0 && isQueued)
    next.push(["muster worker --once", "run its workflow, as far as it is due"]);
  return next;
}

/** One country puts right what would else be a correction for each line. */
function countryCommands({ state, settings }: ImportRecord, tally: Tally, file: string | undefined): readonly Next[] {
  const isOpen = state === "planned" || state === "done";
  if (!isOpen || settings.country !== "" || linesWith("phone_unreadable", tally) < MANY_PHONES) return [];
  return [
    [
      `muster import ${fileWord(file)} --country XX`,
      "read phone numbers without + as those of a country, such as US or DE",
    ],
  ];
}

function goOnCommands({ id, state, settings }: ImportRecord, isLeft: boolean): readonly Next[] {
  const accepting = awaitsDisclaimer(settings) ? " --accept-disclaimer" : "";
  if (state === "planned")
    return [
      [`muster resume ${id}${accepting}`, "import it"],
      [`muster lines ${id}`, "see what would become of each line"],
    ];
  if (state !== "interrupted" && !isLeft) return [];
  return [[`muster resume ${id}${accepting}`, "go on where it stopped"]];
}

function failedCommands({ id, state }: ImportRecord, { outcomes }: Tally): readonly Next[] {
  if (outcomes.failed === 0) return [];
  if (state === "planned")
    return [[`muster fix ${id} --line N --column HEADER --value TEXT`, "correct a cell before it is imported"]];
  return [
    [`muster lines ${id} --outcome failed`, "see the lines that failed"],
    [`muster lines ${id} --outcome failed --format csv > errors.csv`, "fix them, import the file again"],
  ];
}

const linesWith = (code: ProblemCode, { problems, warnings }: Tally): number =>
  (problems[code] ?? 0) + (warnings[code] ?? 0);

/** From standard input it cannot be read again, and control characters cannot be typed. */
const fileWord = (file = "-"): string => (file === "-" || /\p{Cc}/u.test(file) ? "FILE" : shellWord(file));
