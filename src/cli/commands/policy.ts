/** `muster policy`: how imports of the workspace may behave; `set`, `reset` and `preset` change it. */

import type { Command } from "commander";
import type { PolicyChange } from "../../app/ports.ts";
import {
  changePolicy as applyChanges,
  type ChangedPolicy,
  ownPolicy,
  type PolicyInHand,
  resetPolicy,
} from "../../app/workspace/change-policy.ts";
import type { SharedOptions } from "../../config.ts";
import { actorName } from "../../core/member/actor.ts";
import { POLICY_KEY_NAMES, POLICY_KEYS } from "../../core/policy/policy-keys.ts";
import { findPolicyKey, renderPolicyValue } from "../../core/policy/set-policy.ts";
import type { Result } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import {
  type PolicyWords,
  remotePolicy,
  remotePolicyChanged,
  remotePolicyHistory,
  remotePolicyKey,
} from "../remote/policy.ts";
import { examples, withWorkspaceOptions } from "../shared-options.ts";
import { renderTable } from "../words/table.ts";
import { moment, printable } from "../words/text.ts";
import { registerPolicyDiff } from "./policy-diff.ts";

export function registerPolicy(program: Command, cli: Cli): void {
  const policy = withWorkspaceOptions(
    program
      .command("policy")
      .enablePositionalOptions()
      .argument("[key]", "only this key, with what it means and takes")
      .summary("how imports of the workspace may behave; policy set KEY VALUE changes it")
      .description("Shows every key of the workspace's policy. What differs from the preset is marked."),
  )
    .addHelpText(
      "after",
      examples(
        "muster policy",
        "muster policy inFile",
        "muster policy set inFile last",
        "muster policy reset inFile",
        "muster policy preset agency-crm",
        "muster policy diff agency-crm contacts.csv",
      ),
    )
    .action((key: string | undefined, options: SharedOptions) =>
      cli.look(options, (session) => (key === undefined ? showPolicy(session) : showKey(session, key)), {
        remote: key === undefined ? remotePolicy : remotePolicyKey(key),
      }),
    );
  registerSet(policy, cli);
  registerReset(policy, cli);
  registerPreset(policy, cli);
  registerHistory(policy, cli);
  registerPolicyDiff(policy, cli);
}

function registerSet(policy: Command, cli: Cli): void {
  withWorkspaceOptions(
    policy
      .command("set")
      .argument("<key>", "key of the policy")
      .argument("<value>", "its new value")
      .summary("change one key"),
  )
    .addHelpText(
      "after",
      examples(
        "muster policy set inFile last",
        "muster policy set requiredToCreate 'email | phone'",
        "muster policy set multiSeparators 'comma,semicolon,dot'",
      ),
    )
    .action((key: string, value: string, _: SharedOptions, command: Command) =>
      changePolicyTo(cli, command, { set: { [key]: value } }),
    );
}

function registerReset(policy: Command, cli: Cli): void {
  withWorkspaceOptions(
    policy
      .command("reset")
      .argument("[key]", "key of the policy; without it all of them")
      .summary("back to what the preset says"),
  )
    .addHelpText("after", examples("muster policy reset inFile", "muster policy reset"))
    .action((key: string | undefined, _: SharedOptions, command: Command) =>
      key === undefined
        ? changePolicy(cli, command, { words: { reset: "all" }, change: resetPolicy })
        : changePolicyTo(cli, command, { reset: [key] }),
    );
}

function registerPreset(policy: Command, cli: Cli): void {
  withWorkspaceOptions(
    policy
      .command("preset")
      .argument("<id>", "id of the preset")
      .summary("follow another preset, with every key of it"),
  )
    .addHelpText("after", examples("muster presets", "muster policy preset simple-crm"))
    .action((id: string, _: SharedOptions, command: Command) => changePolicyTo(cli, command, { preset: id }));
}

function registerHistory(policy: Command, cli: Cli): void {
  withWorkspaceOptions(policy.command("history").summary("who changed the policy, and when"))
    .description("Lists the changes of the policy, newest first: when, who, what. With --json one object a line.")
    .addHelpText("after", examples("muster policy history", "muster policy enabled   # and who changed it last"))
    .action((_: SharedOptions, command: Command) =>
      cli.look(command.optsWithGlobals<SharedOptions>(), showHistory, { remote: remotePolicyHistory }),
    );
}

async function showHistory({ ports, workspace, terminal }: Session): Promise<ExitCode> {
  const changes = await ports.store.workspaces.policyChanges(workspace.number);
  if (terminal.json) {
    for (const change of changes) await terminal.printJson(changeJson(change));
    return 0;
  }
  if (changes.length === 0) terminal.note("The policy is as the workspace was made.");
  for (const { at, by, changed } of changes)
    for (const { key, from, to } of changed)
      await terminal.print(`${moment(at)}  ${shown(by)}  ${key} ${printable(from)} → ${printable(to)}`);
  return 0;
}

const changeJson = ({ at, by, changed }: PolicyChange) => ({ at: new Date(at).toISOString(), by, changed });

async function showPolicy({ workspace, terminal }: Session): Promise<ExitCode> {
  const { preset, policy } = workspace;
  const differences = ownPolicy(workspace);
  if (terminal.json) {
    await terminal.printJson({ preset, policy, differences });
    return 0;
  }
  const own = new Map(differences.map(({ key, from }) => [key, from]));
  const rows = POLICY_KEY_NAMES.map((key) => {
    const from = own.get(key);
    const value = renderPolicyValue(key, policy[key]);
    return [
      from === undefined ? "" : "*",
      key,
      printable(value),
      from === undefined ? "" : `preset: ${printable(from)}`,
    ];
  });
  await terminal.print(
    terminal.style("bold", `Policy of ${workspace.slug}: preset ${preset}`),
    ...renderTable([{ head: "" }, { head: "Key" }, { head: "Value" }, { head: "" }], rows, terminal.width),
  );
  terminal.note(own.size > 0 ? "* differs from the preset." : "Nothing differs from the preset.");
  return 0;
}

async function showKey(session: Session, name: string): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const found = findPolicyKey(name);
  if (!found.ok) return session.refuse(found.refusal);
  const key = found.value;
  const { says, kind } = POLICY_KEYS[key];
  const value = renderPolicyValue(key, workspace.policy[key]);
  const from = ownPolicy(workspace).find((difference) => difference.key === key)?.from ?? value;
  const changes = await ports.store.workspaces.policyChanges(workspace.number);
  const last = changes.find(({ changed }) => changed.some((difference) => difference.key === key));
  if (terminal.json) {
    const { at = null, by = null } = last ? changeJson(last) : {};
    const json = { key, value: workspace.policy[key], text: value, preset: from, says, takes: kind.takes };
    await terminal.printJson({ ...json, changed: last ? { at, by } : null });
  } else {
    const mark = from === value ? "" : ` (preset: ${printable(from)})`;
    await terminal.print(
      terminal.style("bold", `${key} = ${printable(value)}`) + mark,
      `  ${says}`,
      `  Takes ${kind.takes}.`,
      ...(last ? [`  Changed last by ${shown(last.by)} on ${moment(last.at)}.`] : []),
    );
  }
  return 0;
}

const changePolicyTo = (cli: Cli, command: Command, words: Parameters<typeof applyChanges>[1]): Promise<void> =>
  changePolicy(cli, command, { words, change: (hand) => applyChanges(hand, words) });

type Change = (hand: PolicyInHand) => Promise<Result<ChangedPolicy>>;

function changePolicy(
  cli: Cli,
  command: Command,
  { words, change }: { readonly words: PolicyWords; readonly change: Change },
): Promise<void> {
  const work = async (session: Session): Promise<ExitCode> => {
    const { ports, workspace, actor } = session;
    const result = await change({ ports, workspace, by: actorName(actor) });
    return result.ok ? sayChanged(session, result.value) : session.refuse(result.refusal);
  };
  return cli.inWorkspace(command.optsWithGlobals<SharedOptions>(), work, {
    action: "change_policy",
    remote: remotePolicyChanged(words),
  });
}

async function sayChanged({ terminal }: Session, { preset, policy, changed }: ChangedPolicy): Promise<ExitCode> {
  if (terminal.json) await terminal.printJson({ preset, policy, changed, differences: ownPolicy({ preset, policy }) });
  else if (changed.length === 0) terminal.note("Nothing to change: it is so already.");
  else
    await terminal.print(
      ...changed.map(({ key, from, to }) => `${key} is now ${printable(to)} (was ${printable(from)})`),
    );
  return 0;
}
