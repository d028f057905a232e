/** `muster mappings`: the mappings that are remembered, by name or by the headers of the files they were made for. */

import type { Command } from "commander";
import { findMapping } from "../../app/view/find-by-id.ts";
import { mappingJson } from "../../app/view/mapping-json.ts";
import type { SharedOptions } from "../../config.ts";
import type { ColumnMapping } from "../../core/mapping/column-mapping.ts";
import { renderValueMap } from "../../core/mapping/value-map-text.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { examples, withFolderOptions } from "../shared-options.ts";
import { renderTable } from "../words/table.ts";
import { moment } from "../words/text.ts";

export function registerMappings(program: Command, cli: Cli): void {
  const mappings = withFolderOptions(
    program
      .command("mappings")
      .enablePositionalOptions()
      .summary("the mappings that are remembered; mappings remove NAME forgets one")
      .description(
        "Lists the mappings that the workspace remembers: a file with the same headers is mapped in the same way. With --json one object a line.",
      ),
  )
    .addHelpText("after", examples("muster mappings", "muster mappings remove crm-export"))
    .action((options: SharedOptions) => cli.look(options, listMappings));
  withFolderOptions(
    mappings.command("remove").argument("<mapping>", "name or id of the mapping").summary("forget a mapping"),
  )
    .addHelpText("after", examples("muster mappings remove crm-export"))
    .action((name: string, _: SharedOptions, command: Command) =>
      cli.inWorkspace(command.optsWithGlobals<SharedOptions>(), (session) => removeMapping(session, name), {
        action: "change_mappings",
      }),
    );
}

async function listMappings({ ports, workspace, terminal }: Session): Promise<ExitCode> {
  const saved = await ports.store.mappings.list(workspace.number);
  if (terminal.json) {
    for (const mapping of saved) await terminal.printJson(mappingJson(mapping));
    return 0;
  }
  if (saved.length === 0) terminal.note("No mapping is remembered yet: muster import --map 'Header=field' makes one.");
  else {
    const heads = ["Mapping", "Name", "Last used", "Columns"].map((head) => ({ head }));
    const rows = saved.map(({ fingerprint, name, usedAt, mapping, constants = [] }) => [
      fingerprint,
      shown(name ?? ""),
      moment(usedAt),
      [
        ...mapping.map((column) => `${shown(column.header)} → ${targetText(column)}`),
        ...constants.map(({ text, field }) => `“${shown(text)}” → ${field}`),
      ].join(", "),
    ]);
    await terminal.print(...renderTable(heads, rows, terminal.width));
  }
  return 0;
}

async function removeMapping(session: Session, word: string): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const found = await findMapping(ports, workspace, word);
  if (!found.ok) return session.refuse({ ...found.refusal, fix: "muster mappings lists those that are." });
  const { fingerprint, name } = found.value;
  await ports.store.mappings.remove(workspace.number, fingerprint);
  if (terminal.json) await terminal.printJson({ removed: fingerprint, name });
  else await terminal.print(`The mapping ${shown(name ?? fingerprint)} is forgotten.`);
  return 0;
}

function targetText({ target, values }: ColumnMapping): string {
  if (target.to === "ignore") return "ignored";
  const name = target.to === "field" ? target.field : `custom data “${shown(target.name)}”`;
  return values === undefined ? name : `${name}${shown(renderValueMap(values))}`;
}
