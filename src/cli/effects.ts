/** `muster effects`: what workflows send to the outside: held, sent, failed, given up; tried again or cancelled. */

import { type Command, InvalidArgumentError } from "commander";
import { EFFECTS_PAGE } from "../app/limits.ts";
import type { EffectPick, EffectState, StoredEffect } from "../app/ports/effect-ports.ts";
import { effectJson } from "../app/view/effect-json.ts";
import { findImport } from "../app/view/find-by-id.ts";
import type { SharedOptions } from "../config.ts";
import { accept, type Result, refuse, refuseWith } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import { decodeId, encodeId, type IdPrefix } from "../core/public-id.ts";
import type { EffectCause } from "../core/workflow/effect.ts";
import type { Cli, ExitCode, Session } from "./cli.ts";
import { withData } from "./import-text.ts";
import { collected, examples, withWorkspaceOptions } from "./shared-options.ts";
import { renderTable } from "./table.ts";
import { count, moment } from "./text.ts";

type ListOptions = SharedOptions & { readonly state?: readonly EffectState[]; readonly import?: string };
type PickOptions = SharedOptions & { readonly import?: string; readonly all?: boolean };

const STATES: readonly EffectState[] = ["queued", "sending", "sent", "failed", "dead", "cancelled"];

export function registerEffects(program: Command, cli: Cli): void {
  const effects = withWorkspaceOptions(
    program
      .command("effects")
      .enablePositionalOptions()
      .summary("mails, posts and webhook calls: held, sent, failed; retry and cancel them")
      .description(
        "Lists what is sent to the outside by workflows, to tell members, and to the webhooks of the workspace. muster worker sends it once its hold is over.",
      ),
  )
    .addHelpText(
      "after",
      examples("muster effects", "muster effects retry --all", "muster effects cancel eff_0123456789"),
    )
    .action((options: ListOptions) => cli.inWorkspace(options, (session) => list(session, options)));
  withWorkspaceOptions(effects.command("list").summary("list them, newest last"))
    .description("Lists mails, posts and calls with their state. With --json one object a line.")
    .option("--state <state>", `only those that are ${STATES.join(", ")}; repeatable`, stateOption)
    .option("--import <import>", "only those that this import has caused")
    .addHelpText("after", examples("muster effects list --state dead", "muster effects list --import latest --json"))
    .action((_: ListOptions, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      return cli.inWorkspace(options, (session) => list(session, options));
    });
  registerChange(effects, cli, {
    how: "retry",
    summary: "send what is held, failed or given up as soon as a worker runs",
    description: "Lets a worker send them at once, although they are held, have failed or were given up.",
  });
  registerChange(effects, cli, {
    how: "cancel",
    summary: "never send what is held, failed or given up",
    description: "Cancels what has not been sent. What is being sent at this moment goes out.",
  });
}

type Change = { readonly how: "retry" | "cancel"; readonly summary: string; readonly description: string };

function registerChange(effects: Command, cli: Cli, { how, summary, description }: Change): void {
  withWorkspaceOptions(effects.command(how).argument("[effect]", "id of one of them").summary(summary))
    .description(description)
    .option("--import <import>", "all that this import has caused")
    .option("--all", "all of the workspace")
    .addHelpText("after", examples(`muster effects ${how} eff_0123456789`, `muster effects ${how} --import latest`))
    .action((id: string | undefined, _: PickOptions, command: Command) => {
      const options = command.optsWithGlobals<PickOptions>();
      return cli.inWorkspace(options, (session) => change(session, id, { ...options, how }), {
        action: "change_effects",
      });
    });
}

function stateOption(text: string, before: readonly EffectState[] | undefined): readonly EffectState[] {
  const state = STATES.find((known) => known === text.toLowerCase());
  if (state === undefined) throw new InvalidArgumentError(`Allowed choices are ${STATES.join(", ")}.`);
  return collected(state, before) as readonly EffectState[];
}

async function list(session: Session, options: ListOptions): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const of = options.import === undefined ? null : await findImport(ports, workspace, options.import);
  if (of !== null && !of.ok) return session.refuse(of.refusal);
  const workflows = new Map(
    (await ports.store.workflows.list(workspace.number)).map(({ number, workflow }) => [number, workflow.name]),
  );
  let after = 0;
  let shownAny = false;
  for (;;) {
    const page = await ports.store.outbox.list(workspace.number, {
      ...{ after, limit: EFFECTS_PAGE, states: options.state ?? STATES },
      import: of === null ? null : of.value.ref.import,
    });
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.number;
    shownAny = true;
    if (terminal.json) for (const effect of page) await terminal.printJson(effectJson(workspace, effect));
    else await terminal.print(...effectTable(session, page, workflows));
  }
  if (!shownAny && !terminal.json)
    terminal.note(
      "Nothing was sent, and nothing waits to be. What workflows send is listed once a worker has run their steps.",
    );
  return 0;
}

async function change(
  session: Session,
  id: string | undefined,
  options: PickOptions & { readonly how: "retry" | "cancel" },
): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const pick = await pickOf(session, id, options);
  if (!pick.ok) return session.refuse(pick.refusal);
  const { outbox } = ports.store;
  const changed =
    options.how === "retry"
      ? await outbox.retry(workspace.number, pick.value, ports.now())
      : await outbox.cancel(workspace.number, pick.value);
  if (changed === 0 && id !== undefined)
    return session.refuse(refuseWith("effect_unknown", `${id} is none that waits, failed or was given up.`).refusal);
  if (terminal.json) await terminal.printJson({ [options.how === "retry" ? "retried" : "cancelled"]: changed });
  else if (options.how === "cancel") await terminal.print(`${count(changed, "effect")} cancelled.`);
  else
    await terminal.print(
      `${count(changed, "effect")} due now. Send with: ${withData("muster worker --once", session.config)}`,
    );
  return 0;
}

async function pickOf(
  { ports, workspace }: Session,
  id: string | undefined,
  options: PickOptions,
): Promise<Result<EffectPick>> {
  const said = [id !== undefined, options.import !== undefined, options.all === true].filter(Boolean).length;
  if (said !== 1) {
    return refuse({
      code: "arguments_invalid",
      message: "It is not said which effects are meant.",
      fix: "Give the id of one, or --import IMPORT, or --all.",
    });
  }
  if (options.all) return accept("all");
  if (options.import !== undefined) {
    const found = await findImport(ports, workspace, options.import);
    return found.ok ? accept({ import: found.value.ref.import }) : found;
  }
  const number = decodeId("eff", workspace.idKey, id ?? "");
  return number === null ? refuseWith("effect_unknown", `${shown(id ?? "")} is no effect's id.`) : accept({ number });
}

const FOR: Readonly<Record<EffectCause, string>> = {
  workflow: "workflow",
  notification: "notice",
  endpoint: "webhook",
};

const idOf = ({ workspace }: Session, prefix: IdPrefix, number: number | null): string | null =>
  number === null ? null : encodeId(prefix, workspace.idKey, number);

/** @param workflows their names, by number */
function effectTable(
  session: Session,
  effects: readonly StoredEffect[],
  workflows: ReadonlyMap<number, string>,
): readonly string[] {
  const { workspace, terminal } = session;
  const heads = ["Effect", "Kind", "For", "About", "To", "State", "When", "Contact", "Import", "Last error"].map(
    (head) => ({ head }),
  );
  const rows = effects.map((effect) => [
    encodeId("eff", workspace.idKey, effect.number),
    effect.kind,
    FOR[effect.cause],
    shown(aboutOf(effect, workflows)),
    shown(effect.target),
    effect.state,
    whenText(effect),
    idOf(session, "con", effect.contact) ?? "",
    idOf(session, "imp", effect.import) ?? "",
    shown(effect.error ?? ""),
  ]);
  return renderTable(heads, rows, terminal.width);
}

/** The subject of a mail is known until it is sent. */
function aboutOf({ subject, workflow, step }: StoredEffect, workflows: ReadonlyMap<number, string>): string {
  const name = workflow === null ? undefined : workflows.get(workflow);
  return [subject ?? "", name === undefined ? "" : `${name}, step ${step + 1}`]
    .filter((text) => text !== "")
    .join(" · ");
}

function whenText({ state, sentAt, dueAt, attempts }: StoredEffect): string {
  if (sentAt !== null) return moment(sentAt);
  if (state === "queued") return `not before ${moment(dueAt)}`;
  if (state === "failed") return `again ${moment(dueAt)}, ${count(attempts, "attempt")}`;
  return state === "dead" ? `given up after ${count(attempts, "attempt")}` : "";
}
