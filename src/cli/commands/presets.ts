/** `muster presets`: the policies with a name that workspaces start from. Needs no data folder. */

import type { Command } from "commander";
import { presetJson } from "../../app/view/preset-json.ts";
import type { SharedOptions } from "../../config.ts";
import { BUILTIN_FIELDS } from "../../core/contact/builtin-fields.ts";
import { fieldHeader } from "../../core/policy/field-header.ts";
import { POLICY_KEY_NAMES } from "../../core/policy/policy-keys.ts";
import type { Preset } from "../../core/policy/preset.ts";
import { PRESETS, presetNamed } from "../../core/policy/presets.ts";
import { renderPolicyValue } from "../../core/policy/set-policy.ts";
import { type Cli, type ExitCode, refuse } from "../cli.ts";
import { remotePresets } from "../remote/settings.ts";
import { examples, withOutputOptions } from "../shared-options.ts";
import type { Terminal } from "../terminal.ts";
import { renderTable } from "../words/table.ts";
import { printable } from "../words/text.ts";

export function registerPresets(program: Command, cli: Cli): void {
  const presets = withOutputOptions(
    program
      .command("presets")
      .enablePositionalOptions()
      .summary("the policies that workspaces start from; presets show ID: one of them")
      .description("Lists the presets. With --json one object a line."),
  )
    .option("--server <url>", "those of this server, with the API key in MUSTER_TOKEN")
    .addHelpText("after", examples("muster presets", "muster presets show agency-crm"))
    .action((options: SharedOptions) =>
      options.server === undefined ? cli.run(options, listPresets) : cli.onServer(options, remotePresets),
    );
  withOutputOptions(
    presets.command("show").argument("<id>", "id of the preset").summary("one preset: its template and every key"),
  )
    .addHelpText("after", examples("muster presets show simple-crm", "muster presets show muster --json"))
    .action((id: string, _: SharedOptions, command: Command) =>
      cli.run(command.optsWithGlobals<SharedOptions>(), (terminal) => showPreset(terminal, id)),
    );
}

async function listPresets(terminal: Terminal): Promise<ExitCode> {
  if (terminal.json) {
    for (const preset of PRESETS) await terminal.printJson(presetJson(preset));
    return 0;
  }
  const rows = PRESETS.map(({ id, says }) => [id, says]);
  await terminal.print(...renderTable([{ head: "Preset" }, { head: "For" }], rows, terminal.width));
  return 0;
}

async function showPreset(terminal: Terminal, id: string): Promise<ExitCode> {
  const found = presetNamed(id);
  if (!found.ok) return refuse(terminal, found.refusal);
  const preset = found.value;
  if (terminal.json) {
    await terminal.printJson(presetJson(preset));
    return 0;
  }
  const { labels, policy } = preset;
  const rows = POLICY_KEY_NAMES.map((key) => [key, printable(renderPolicyValue(key, policy[key]))]);
  await terminal.print(
    terminal.style("bold", `${preset.id}: ${preset.says}`),
    `  ${labels.list} → ${labels.add} → ${labels.importEntry}`,
    `  id column: ${preset.idHeader}; template: ${headersOf(preset).join(", ")}`,
    "",
    ...renderTable([{ head: "Key" }, { head: "Value" }], rows, terminal.width),
  );
  return 0;
}

const headersOf = (preset: Preset): readonly string[] =>
  preset.templateFields.map((key) =>
    fieldHeader(preset, BUILTIN_FIELDS.find((field) => field.key === key) ?? { key, label: key }),
  );
