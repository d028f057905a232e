/** `muster effects`: what workflows send to the outside: held, sent, failed, given up; tried again or cancelled. */

import { type Command, InvalidArgumentError } from "commander";
import { EFFECTS_PAGE } from "../../app/limits.ts";
import type { EffectPick } from "../../app/ports/effect-ports.ts";
import { effectJson } from "../../app/view/effect-json.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import type { SharedOptions } from "../../config.ts";
import { accept, type Result, refuse, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { decodeId, encodeId } from "../../core/public-id.ts";
import { EFFECT_STATES, type EffectState } from "../../core/workflow/effect-state.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { noneToChange, type PickedEffects, remoteEffects, remoteEffectsChanged } from "../remote/effects.ts";
import { collected, examples, withWorkspaceOptions } from "../shared-options.ts";
import { effectTable, NO_EFFECTS } from "../words/effect-table.ts";
import { withData } from "../words/import-text.ts";
import { count } from "../words/text.ts";

type ListOptions = SharedOptions & { readonly state?: readonly EffectState[]; readonly import?: string };
type PickOptions = SharedOptions & { readonly import?: string; readonly all?: boolean };

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
    .action((options: ListOptions) => listWith(cli, options));
  withWorkspaceOptions(effects.command("list").summary("list them, newest last"))
    .description("Lists mails, posts and calls with their state. With --json one object a line.")
    .option("--state <state>", `only those that are ${EFFECT_STATES.join(", ")}; repeatable`, stateOption)
    .option("--import <import>", "only those that this import has caused")
    .addHelpText("after", examples("muster effects list --state dead", "muster effects list --import latest --json"))
    .action((_: ListOptions, command: Command) => listWith(cli, command.optsWithGlobals<ListOptions>()));
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

const listWith = (cli: Cli, options: ListOptions): Promise<void> =>
  cli.look(options, (session) => list(session, options), { remote: remoteEffects(options) });

type Change = { readonly how: "retry" | "cancel"; readonly summary: string; readonly description: string };

function registerChange(effects: Command, cli: Cli, { how, summary, description }: Change): void {
  withWorkspaceOptions(effects.command(how).argument("[effect]", "id of one of them").summary(summary))
    .description(description)
    .option("--import <import>", "all that this import has caused")
    .option("--all", "all of the workspace")
    .addHelpText("after", examples(`muster effects ${how} eff_0123456789`, `muster effects ${how} --import latest`))
    .action((id: string | undefined, _: PickOptions, command: Command) => {
      const options = command.optsWithGlobals<PickOptions>();
      const pick = picked(id, options);
      return cli.inWorkspace(options, (session) => change(session, how, pick), {
        action: "change_effects",
        remote: (session) => (pick.ok ? remoteEffectsChanged(how, pick.value)(session) : session.refuse(pick.refusal)),
      });
    });
}

function stateOption(text: string, before: readonly EffectState[] | undefined): readonly EffectState[] {
  const state = EFFECT_STATES.find((known) => known === text.toLowerCase());
  if (state === undefined) throw new InvalidArgumentError(`Allowed choices are ${EFFECT_STATES.join(", ")}.`);
  return collected(state, before) as readonly EffectState[];
}

async function list(session: Session, options: ListOptions): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const of = options.import === undefined ? null : await findImport(ports, workspace, options.import);
  if (of !== null && !of.ok) return session.refuse(of.refusal);
  const workflows = new Map(
    (await ports.store.workflows.list(workspace.number)).map(({ number, workflow }) => [
      encodeId("wfl", workspace.idKey, number),
      workflow.name,
    ]),
  );
  let after = 0;
  let shownAny = false;
  for (;;) {
    const page = await ports.store.outbox.list(workspace.number, {
      ...{ after, limit: EFFECTS_PAGE, states: options.state ?? EFFECT_STATES },
      import: of === null ? null : of.value.ref.import,
    });
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.number;
    const effects = page.map((effect) => effectJson(workspace, effect));
    if (terminal.json) for (const effect of effects) await terminal.printJson(effect);
    else await terminal.print(...effectTable(effects, workflows, terminal.width).slice(shownAny ? 1 : 0));
    shownAny = true;
  }
  if (!shownAny && !terminal.json) terminal.note(NO_EFFECTS);
  return 0;
}

async function change(session: Session, how: "retry" | "cancel", said: Result<PickedEffects>): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const pick = said.ok ? await pickOf(session, said.value) : said;
  if (!pick.ok) return session.refuse(pick.refusal);
  const { outbox } = ports.store;
  const changed =
    how === "retry"
      ? await outbox.retry(workspace.number, pick.value, ports.now())
      : await outbox.cancel(workspace.number, pick.value);
  if (changed === 0 && said.ok && "effect" in said.value) return session.refuse(noneToChange(said.value.effect));
  if (terminal.json) await terminal.printJson({ [how === "retry" ? "retried" : "cancelled"]: changed });
  else if (how === "cancel") await terminal.print(`${count(changed, "effect")} cancelled.`);
  else
    await terminal.print(
      `${count(changed, "effect")} due now. Send with: ${withData("muster worker --once", session.config)}`,
    );
  return 0;
}

/** What was said, before anybody looks whether there is such a thing. */
function picked(id: string | undefined, options: PickOptions): Result<PickedEffects> {
  const said = [id !== undefined, options.import !== undefined, options.all === true].filter(Boolean).length;
  if (said !== 1) {
    return refuse({
      code: "arguments_invalid",
      message: "It is not said which effects are meant.",
      fix: "Give the id of one, or --import IMPORT, or --all.",
    });
  }
  if (options.all) return accept({ all: true });
  return accept(options.import === undefined ? { effect: id ?? "" } : { import: options.import });
}

async function pickOf({ ports, workspace }: Session, said: PickedEffects): Promise<Result<EffectPick>> {
  if ("all" in said) return accept("all");
  if ("import" in said) {
    const found = await findImport(ports, workspace, said.import);
    return found.ok ? accept({ import: found.value.ref.import }) : found;
  }
  const number = decodeId("eff", workspace.idKey, said.effect);
  return number === null
    ? refuseWith("effect_unknown", `${shown(said.effect)} is no effect's id.`)
    : accept({ number });
}
