/** `muster policy`: how imports of the workspace may behave; `set`, `reset` and `preset` change it. */
import type { Command } from "commander";
import { ownPolicy, type PolicyChange, resetPolicy, setPolicyKey, takePreset } from "../app/change-policy.ts";
import type { SharedOptions } from "../config.ts";
import { POLICY_KEY_NAMES, POLICY_KEYS } from "../core/policy/policy-keys.ts";
import { findPolicyKey, renderPolicyValue } from "../core/policy/set-policy.ts";
import type { Result } from "../core/problem/refusal.ts";
import type { Cli, ExitCode, Session } from "./cli.ts";
import { examples, withWorkspaceOptions } from "./shared-options.ts";
import { renderTable } from "./table.ts";
import { printable } from "./text.ts";

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
      ),
    )
    .action((key: string | undefined, options: SharedOptions) =>
      cli.inWorkspace(options, (session) => (key === undefined ? showPolicy(session) : showKey(session, key))),
    );
  registerSet(policy, cli);
  registerReset(policy, cli);
  registerPreset(policy, cli);
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
      cli.inWorkspace(command.optsWithGlobals<SharedOptions>(), (session) =>
        changed(session, setPolicyKey(session.ports, session.workspace, { key, value })),
      ),
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
      cli.inWorkspace(command.optsWithGlobals<SharedOptions>(), (session) =>
        changed(session, resetPolicy(session.ports, session.workspace, key ?? null)),
      ),
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
    .action((id: string, _: SharedOptions, command: Command) =>
      cli.inWorkspace(command.optsWithGlobals<SharedOptions>(), (session) =>
        changed(session, takePreset(session.ports, session.workspace, id)),
      ),
    );
}

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
  const { workspace, terminal } = session;
  const found = findPolicyKey(name);
  if (!found.ok) return session.refuse(found.refusal);
  const key = found.value;
  const { says, kind } = POLICY_KEYS[key];
  const value = renderPolicyValue(key, workspace.policy[key]);
  const from = ownPolicy(workspace).find((difference) => difference.key === key)?.from ?? value;
  if (terminal.json)
    await terminal.printJson({ key, value: workspace.policy[key], text: value, preset: from, says, takes: kind.takes });
  else {
    const mark = from === value ? "" : ` (preset: ${printable(from)})`;
    await terminal.print(
      terminal.style("bold", `${key} = ${printable(value)}`) + mark,
      `  ${says}`,
      `  Takes ${kind.takes}.`,
    );
  }
  return 0;
}

async function changed(session: Session, change: Promise<Result<PolicyChange>>): Promise<ExitCode> {
  const { terminal } = session;
  const result = await change;
  if (!result.ok) return session.refuse(result.refusal);
  const { preset, policy, changed } = result.value;
  if (terminal.json) await terminal.printJson({ preset, policy, changed, differences: ownPolicy({ preset, policy }) });
  else if (changed.length === 0) terminal.note("Nothing to change: it is so already.");
  else
    await terminal.print(
      ...changed.map(({ key, from, to }) => `${key} is now ${printable(to)} (was ${printable(from)})`),
    );
  return 0;
}
