/** `muster worker`: does what is wanted in the background, until it is stopped or, with --once, until nothing is left to do. */
import type { Command } from "commander";
import type { EffectCount } from "../../app/ports/effect-ports.ts";
import type { Job, Ports, Workspace } from "../../app/ports.ts";
import type { WorkspaceFault } from "../../app/workspace/workspace-fault.ts";
import { type EffectsConfig, readEffectsConfig } from "../../config/effects.ts";
import { wantsTraces } from "../../config/tracing.ts";
import type { SharedOptions } from "../../config.ts";
import type { EffectKind } from "../../core/workflow/effect.ts";
import type { Cli, ExitCode, Session, WorkTally } from "../cli.ts";
import { examples, withFolderOptions } from "../shared-options.ts";
import { withData } from "../words/import-text.ts";
import { count, moment, printable } from "../words/text.ts";

type Options = SharedOptions & { readonly once?: boolean };

export function registerWorker(program: Command, cli: Cli): void {
  withFolderOptions(
    program
      .command("worker")
      .summary("do what is wanted in the background, in all workspaces of the data folder")
      .description(
        "Plans, runs and undoes the imports that this was asked of, and goes on with those whose process has died. Queues the new contacts of finished imports into their workflows, runs the steps that are due, and sends the mails, Slack posts and webhook calls whose hold is over. Runs until it is stopped; any number of workers may run at once.",
      ),
  )
    .option("--once", "stop as soon as there is nothing to do")
    .addHelpText(
      "after",
      `${examples("muster worker", "muster worker --once --json")}

Environment:
  MUSTER_SMTP_URL, MUSTER_MAIL_FROM     where mails go, and whom they are from
  MUSTER_SLACK_URL                      incoming webhook of Slack
  MUSTER_WEBHOOK_SECRET                 signs webhook calls: whsec_…
  MUSTER_ALLOWED_ADDRESSES              private addresses that webhooks may call: 127.0.0.1,10.1.0.0/16`,
    )
    .action((options: Options) =>
      cli.inWorkspace(options, (session) => work(cli, session, options.once ?? false), {
        action: "run_worker",
        resumes: false,
      }),
    );
}

async function work(cli: Cli, session: Session, once: boolean): Promise<ExitCode> {
  const { ports, terminal } = session;
  const effects = readEffectsConfig(cli.edges.env);
  if (!effects.ok) return session.refuse(effects.refusal);
  const traces = wantsTraces(cli.edges.env);
  if (!traces.ok) return session.refuse(traces.refusal);
  if (!once) terminal.note("Working. Ctrl-C stops it.");
  const tally = await withPorts(cli, session, (own) =>
    cli.edges.interrupts.during((signal) =>
      cli.edges.work({ imports: own, effects: ports }, effects.value, {
        ...{ once, signal, dataFolder: session.config.dataFolder },
        onRound: (soFar) => {
          if (!once) terminal.note(tallyText(soFar));
        },
        onFault: (job, error) => void tellFault(session, job, error),
        onWorkspaceFault: (fault) => tellWorkspaceFault(session, fault),
        onOutage: (error) => tellOutage(session, error),
      }),
    ),
  );
  const waiting = await waitingEffects(session);
  if (terminal.json) await terminal.printJson({ ...tally, waiting });
  else if (!terminal.quiet) await terminal.print(tallyText(tally), ...waitingLines(session, effects.value, waiting));
  return 0;
}

/** A batch of an import and a delivery are in no transaction together. */
async function withPorts<T>(cli: Cli, { config }: Session, use: (ports: Ports) => Promise<T>): Promise<T> {
  const ports = await cli.edges.openPorts(config.dataFolder);
  try {
    return await use(ports);
  } finally {
    await ports.drafts.close();
    await ports.store.close();
  }
}

async function tellFault({ ports, terminal }: Session, { ref, wish }: Job, error: unknown): Promise<void> {
  // Where the database is what stopped it, nothing can be looked up.
  const record = await ports.store.imports.get(ref).catch(() => null);
  const message = error instanceof Error ? error.message : String(error);
  terminal.complain(`muster: the ${wish.kind} of ${record?.id ?? "an import"} stopped: ${printable(message)}`);
}

function tellWorkspaceFault({ terminal }: Session, { workspace, work, error }: WorkspaceFault): void {
  const message = error instanceof Error ? error.message : String(error);
  terminal.complain(`muster: ${work} of ${workspace.slug}: ${printable(message)}; tried again in a minute`);
}

function tellOutage({ terminal }: Session, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  terminal.complain(`muster: ${printable(message)} The worker waits for it and then goes on.`);
}

const tallyText = ({ jobs, moved, sent, failed, dead }: WorkTally): string =>
  [
    ...(jobs > 0 ? [`${count(jobs, "import job")} done`] : []),
    `${count(moved, "run")} moved on`,
    `${sent} sent`,
    ...(failed > 0 ? [`${failed} failed, to be tried again`] : []),
    ...(dead > 0 ? [`${dead} given up`] : []),
  ].join(", ");

type Waiting = EffectCount & { readonly workspace: string };

async function waitingEffects({ ports }: Session): Promise<readonly Waiting[]> {
  const inWorkspace = async ({ number, slug }: Workspace): Promise<readonly Waiting[]> =>
    (await ports.store.outbox.counts(number)).map((counted) => ({ ...counted, workspace: slug }));
  const all = await Promise.all((await ports.store.workspaces.list()).map(inWorkspace));
  return all.flat().filter(({ state }) => state === "queued" || state === "failed" || state === "dead");
}

/** What is left, and what it waits for. */
function waitingLines(
  { config, ports }: Session,
  effects: EffectsConfig,
  waiting: readonly Waiting[],
): readonly string[] {
  return waiting.map(({ kind, state, count: left, dueAt, workspace }) => {
    const what = `  ${workspace}: ${count(left, WORDS[kind].one, WORDS[kind].many)}`;
    if (state === "dead") return `${what} given up: ${withData("muster effects list --state dead", config)}`;
    const missing = missingSetting(effects, kind);
    if (missing !== null) return `${what} waiting: ${missing} is not set`;
    if (dueAt <= ports.now()) return `${what} due`;
    return `${what} ${state === "queued" ? "held until" : "to be tried again at"} ${moment(dueAt)} or later`;
  });
}

const WORDS: Readonly<Record<EffectKind, { readonly one: string; readonly many: string }>> = {
  email: { one: "mail", many: "mails" },
  slack: { one: "Slack post", many: "Slack posts" },
  webhook: { one: "webhook call", many: "webhook calls" },
};

function missingSetting({ smtpUrl, slackUrl }: EffectsConfig, kind: EffectKind): string | null {
  if (kind === "email" && smtpUrl === null) return "MUSTER_SMTP_URL";
  return kind === "slack" && slackUrl === null ? "MUSTER_SLACK_URL" : null;
}
