/** `muster resume [IMPORT]`: goes on with what was interrupted, or runs a plan that was kept. */

import { setTimeout } from "node:timers/promises";
import type { Command } from "commander";
import { abandonedImports } from "../../app/import/abandoned-imports.ts";
import { isOutdated } from "../../app/import/changing/outdated-plan.ts";
import { existing } from "../../app/import/import-lease.ts";
import { acceptDisclaimer } from "../../app/import/preparing/accept-disclaimer.ts";
import type { ImportRecord } from "../../app/ports.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import { detailJson } from "../../app/view/import-detail-json.ts";
import type { SharedOptions } from "../../config.ts";
import { type ImportEvent, mayHappen } from "../../core/import-state.ts";
import { linesIn, NO_OUTCOMES } from "../../core/plan/outcome.ts";
import { awaitsDisclaimer } from "../../core/policy/awaits-disclaimer.ts";
import { accept, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { askStart } from "../ask-start.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { goOn, planWithProgress } from "../go-on.ts";
import {
  PLAN_HEAD,
  PLANNED_ANEW,
  printTally,
  refuseImport,
  reportEnd,
  reportUndoInterrupted,
} from "../import-report.ts";
import { remoteResume } from "../remote/moves.ts";
import { examples, withWorkspaceOptions } from "../shared-options.ts";
import { Stopwatch } from "../stopwatch.ts";
import { workerOn } from "../under-way.ts";
import { undoEndedText, undoJson } from "../words/undo-text.ts";

type Options = SharedOptions & {
  readonly acceptDisclaimer?: boolean;
  readonly progress?: boolean;
  readonly strict?: boolean;
  readonly yes?: boolean;
};

/** What going on may be. An undo that is over may be begun again, but not gone on with. */
const GOES_ON: readonly ImportEvent[] = ["plan", "start", "resume"];

/** Records looked through at a time for interrupted imports. */
const PAGE = 100;
/** How long a killed process may take to be gone: it is in the middle of a batch. */
const DYING_MS = 5_000;
const DYING_STEP_MS = 250;

export function registerResume(program: Command, cli: Cli): void {
  withWorkspaceOptions(
    program
      .command("resume")
      .alias("start")
      .argument("[import]", "id of the import, or latest; without it, all that were interrupted")
      .summary("go on with what was interrupted")
      .description(
        "Goes on with an import or undo that was interrupted, from the last line that was written; or runs a plan that was kept, which a person at a terminal is shown and asked about first. Any other command does so first with what a process left that died.",
      ),
  )
    .option("--yes", "do not ask before a plan that was kept is run")
    .option("--accept-disclaimer", "accept the workspace's disclaimer, for a plan that was made without it")
    .option("--strict", "exit with 3 when rows failed")
    .option("--progress", "show progress on stderr, even where it is no terminal")
    .option("--no-progress", "show no progress")
    .addHelpText(
      "after",
      examples("muster resume", "muster resume latest --yes", "muster resume imp_0123456789 --json"),
    )
    .action((id: string | undefined, options: Options) =>
      cli.inWorkspace(options, (session) => resume(cli, session, { id, options }), {
        looks: true,
        resumes: false,
        action: "import",
        remote: remoteResume(cli, id, options),
      }),
    );
}

async function resume(
  cli: Cli,
  session: Session,
  { id, options }: { readonly id: string | undefined; readonly options: Options },
): Promise<ExitCode> {
  const { ports, workspace } = session;
  if (id !== undefined) {
    const found = await findImport(ports, workspace, id);
    return found.ok ? resumeOne(cli, session, { record: found.value, options }) : session.refuse(found.refusal);
  }
  const { held, waitedFor } = await waitForDying(session);
  const waiting = await interruptedImports(session);
  if (waiting.length === 0 && held) {
    const message = `${workerOn(held)} is working on ${held.id}.`;
    return session.refuse(refuseWith("import_busy", message).refusal);
  }
  if (waiting.length === 0 && waitedFor) return reportOther(session, waitedFor, options.strict ?? false);
  if (waiting.length === 0) {
    return session.refuse(refuseWith("nothing_to_resume", "No import of the workspace was interrupted.").refusal);
  }
  let worst: ExitCode = 0;
  for (const record of waiting) {
    const code = await resumeOne(cli, session, { record, options });
    if (code === 130) return code;
    if (code !== 0) worst = code;
  }
  return worst;
}

type Waited = { readonly held: ImportRecord | undefined; readonly waitedFor: ImportRecord | null };

/**
 * A process that was killed a moment ago may still be dying with the lease in its hand: its import is waited for, not
 * overlooked. Answers one that is still held in the end, and the first one that was waited for.
 */
async function waitForDying({ ports, workspace, terminal }: Session): Promise<Waited> {
  let waitedFor: ImportRecord | null = null;
  for (let waitedMs = 0; ; waitedMs += DYING_STEP_MS) {
    const abandoned = new Set((await abandonedImports(ports)).map(({ id }) => id));
    const unfinished = await ports.store.imports.unfinished();
    const held = unfinished.find(({ id, ref }) => ref.workspace === workspace.number && !abandoned.has(id));
    if (!held || abandoned.size > 0 || waitedMs >= DYING_MS) return { held, waitedFor };
    waitedFor ??= held;
    if (waitedMs === 0) terminal.note(`${workerOn(held)} works on ${held.id}: waiting a moment.`);
    await setTimeout(DYING_STEP_MS);
  }
}

/** What was waited for came to its end without this command. */
async function reportOther(session: Session, waitedFor: ImportRecord, strict: boolean): Promise<ExitCode> {
  const { terminal, ports } = session;
  const record = await existing(ports, waitedFor.ref);
  if (!terminal.json) terminal.note(`${record.id} needed nothing more: ${workerOn(waitedFor)} brought it to its end.`);
  if (waitedFor.state === "undoing") return reportUndone(session, record);
  return reportEnd(session, record, { seconds: null, strict });
}

async function reportUndone({ terminal }: Session, record: ImportRecord): Promise<ExitCode> {
  if (terminal.json) await terminal.printJson(undoJson(record, []));
  else if (!terminal.quiet) await terminal.print(undoEndedText(detailJson(record)));
  return 0;
}

/** A person stopped it, or it was given up and says why. */
const waitsForPerson = ({ state, refusal }: ImportRecord): boolean =>
  state === "interrupted" || (state === "undoing" && refusal !== null);

/** Oldest first, as they were started. */
async function interruptedImports({ ports, workspace }: Session): Promise<readonly ImportRecord[]> {
  const waiting = (await abandonedImports(ports)).filter(({ ref }) => ref.workspace === workspace.number);
  let before: number | null = null;
  for (;;) {
    const page: readonly ImportRecord[] = await ports.store.imports.list(workspace.number, { limit: PAGE, before });
    waiting.push(...page.filter(waitsForPerson));
    const last = page.at(-1);
    if (last === undefined) return waiting.sort((a, b) => a.createdAt - b.createdAt);
    before = last.ref.import;
  }
}

async function resumeOne(
  cli: Cli,
  session: Session,
  { record, options }: { readonly record: ImportRecord; readonly options: Options },
): Promise<ExitCode> {
  const { terminal, ports, actor } = session;
  const watch = new Stopwatch();
  const isAsked = mayHappen(record.state, "plan") && terminal.isInteractive && !options.yes;
  if (!isAsked && options.acceptDisclaimer && awaitsDisclaimer(record.settings)) {
    const accepted = await acceptDisclaimer(ports, { ref: record.ref }, actor);
    if (!accepted.ok) return refuseImport(session, record.id, accepted.refusal);
  }
  const goesOn = record.state === "undoing" || GOES_ON.some((event) => mayHappen(record.state, event));
  if (!terminal.json && goesOn)
    terminal.note(`Going on with ${record.id} (${shown(record.settings.source.name)}), which is ${record.state}.`);
  if (isAsked) {
    const answer = await showAndAsk(session, { record, options, watch });
    if (answer !== "yes") return answer;
  }
  const ended = await goOn(ports, record, {
    terminal,
    interrupts: cli.edges.interrupts,
    progress: options.progress,
  });
  if (!ended.ok) return refuseImport(session, record.id, ended.refusal);
  if (record.state !== "undoing") {
    const linesBefore = linesIn(record.progress?.tally.outcomes ?? NO_OUTCOMES);
    return reportEnd(session, ended.value, { seconds: watch.seconds(), linesBefore, strict: options.strict ?? false });
  }
  if (ended.value.state === "undoing") return reportUndoInterrupted(session, ended.value);
  return reportUndone(session, ended.value);
}

/**
 * What `import` does before it writes. One that was cut off before it had a plan gets it first, and one whose plan the workspace
 * has outlived gets a new one: its contacts may be gone.
 */
async function showAndAsk(
  session: Session,
  { record, options, watch }: { readonly record: ImportRecord; readonly options: Options; readonly watch: Stopwatch },
): Promise<ExitCode | "yes"> {
  const { ports, terminal, config, actor } = session;
  const isStale = await isOutdated(ports, record);
  if (isStale && !terminal.json) terminal.note(PLANNED_ANEW);
  const planned =
    record.state === "planned" && !isStale
      ? accept(record)
      : await planWithProgress(ports, record, { terminal, progress: options.progress });
  if (!planned.ok) return refuseImport(session, record.id, planned.refusal);
  if (planned.value.refusal) return refuseImport(session, record.id, planned.value.refusal);
  if (!terminal.json) await printTally(session, planned.value, PLAN_HEAD, { asks: true });
  const accepts = async (): Promise<ExitCode | "yes"> => {
    const accepted = await acceptDisclaimer(ports, planned.value, actor);
    return accepted.ok ? "yes" : refuseImport(session, record.id, accepted.refusal);
  };
  const isAccepted = options.acceptDisclaimer;
  return watch.without(askStart(detailJson(planned.value), { terminal, config, isAccepted, accept: accepts }));
}
