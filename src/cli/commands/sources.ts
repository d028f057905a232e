/** `muster sources`: the systems a workspace is connected to, and what each keeps for itself; `add`, `change` and `remove`. */

import type { Command } from "commander";
import { sourceJson } from "../../app/view/source-json.ts";
import { addSource, changeSource, removeSource } from "../../app/workspace/sources.ts";
import type { SharedOptions } from "../../config.ts";
import type { Ownership } from "../../core/authority/authority-matrix.ts";
import { FIELD_GROUPS, FIELDS_OF, GROUP_WORDS } from "../../core/authority/field-groups.ts";
import { groupOwners } from "../../core/authority/owned-fields.ts";
import { SOURCE_KINDS, type Source, type SourceOption } from "../../core/authority/source.ts";
import type { Result } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { examples, withFolderOptions } from "../shared-options.ts";
import { renderTable } from "../words/table.ts";

type OptionFlags = { readonly isMain?: boolean; readonly overrules?: boolean };
type SourceOptions = SharedOptions & OptionFlags & { readonly kind?: string };

const CHANGES = { action: "change_policy" } as const;

export function registerSources(program: Command, cli: Cli): void {
  const sources = withFolderOptions(
    program
      .command("sources")
      .enablePositionalOptions()
      .summary("list connected sources and the fields they own; add, change and remove sources")
      .description(
        "Lists the systems that the workspace is connected to, and which groups of fields they own: an import does not write those, and says so on the line. Who owns what is the policy key authorityMatrix.",
      ),
  )
    .addHelpText(
      "after",
      examples(
        "muster sources",
        "muster sources add QuickBooks --kind native_integration",
        "muster sources change QuickBooks --is-main",
        "muster policy set authorityMatrix 'api: positions=api'",
      ),
    )
    .action((options: SharedOptions) => cli.look(options, listSources));
  withFolderOptions(sources.command("list").summary("list the sources").description("Lists the sources."))
    .addHelpText("after", examples("muster sources list --json"))
    .action((_: SharedOptions, command: Command) => cli.look(command.optsWithGlobals<SharedOptions>(), listSources));
  withFolderOptions(
    sources
      .command("matrix")
      .summary("who owns what, for each set of sources")
      .description("Shows, for each set of sources that may be connected, what imports may write."),
  )
    .addHelpText("after", examples("muster sources matrix", "muster policy set authorityMatrix standard"))
    .action((_: SharedOptions, command: Command) => cli.look(command.optsWithGlobals<SharedOptions>(), showMatrix));
  registerAdd(sources, cli);
  registerChange(sources, cli);
  registerRemove(sources, cli);
}

function registerAdd(sources: Command, cli: Cli): void {
  withFolderOptions(
    sources
      .command("add")
      .argument("<name>", "how people call it: QuickBooks")
      .summary("say that the workspace is connected to a source")
      .description("Says that the workspace is connected to a source."),
  )
    .option("--kind <kind>", `${SOURCE_KINDS.join(", ")} (default: the name, where it is one of these)`)
    .option("--is-main", "a native integration: it chooses the main contacts")
    .option("--overrules", "an API: what it writes stands over what a file says")
    .addHelpText(
      "after",
      examples(
        "muster sources add QuickBooks --kind native_integration --is-main",
        "muster sources add 'Our ERP' --kind api --overrules",
        "muster sources add Salesforce",
      ),
    )
    .action((name: string, _: SourceOptions, command: Command) => {
      const options = command.optsWithGlobals<SourceOptions>();
      const on = Object.entries(optionsOf(options)).flatMap(([option, isOn]) => (isOn ? [option as SourceOption] : []));
      const request = { name, kind: options.kind ?? name, options: on };
      return cli.inWorkspace(
        options,
        (session) => answer(session, addSource(session.ports, session.workspace, request), "is connected"),
        CHANGES,
      );
    });
}

function registerChange(sources: Command, cli: Cli): void {
  withFolderOptions(
    sources
      .command("change")
      .argument("<name>", "name of a source")
      .summary("turn an option of a source on or off")
      .description("Turns an option of a source on or off."),
  )
    .option("--is-main", "a native integration: it chooses the main contacts")
    .option("--no-is-main", "it does not")
    .option("--overrules", "an API: what it writes stands over what a file says")
    .option("--no-overrules", "it does not")
    .addHelpText(
      "after",
      examples("muster sources change QuickBooks --is-main", "muster sources change 'Our ERP' --no-overrules"),
    )
    .action((name: string, _: SourceOptions, command: Command) => {
      const options = command.optsWithGlobals<SourceOptions>();
      return cli.inWorkspace(
        options,
        (session) =>
          answer(session, changeSource(session.ports, session.workspace, name, optionsOf(options)), "is now"),
        CHANGES,
      );
    });
}

function registerRemove(sources: Command, cli: Cli): void {
  withFolderOptions(
    sources
      .command("remove")
      .argument("<name>", "name of a source")
      .summary("say that a source is no longer connected")
      .description("Says that a source is no longer connected: imports may write what it owned."),
  )
    .addHelpText("after", examples("muster sources remove QuickBooks"))
    .action((name: string, _: SharedOptions, command: Command) =>
      cli.inWorkspace(
        command.optsWithGlobals<SharedOptions>(),
        (session) => answer(session, removeSource(session.ports, session.workspace, name), "is no longer connected"),
        CHANGES,
      ),
    );
}

const optionsOf = ({ isMain, overrules }: OptionFlags): OptionFlags => ({
  ...(isMain === undefined ? {} : { isMain }),
  ...(overrules === undefined ? {} : { overrules }),
});

async function listSources({ ports, workspace, terminal }: Session): Promise<ExitCode> {
  const sources = await ports.store.sources.list(workspace.number);
  const owners = groupOwners(workspace.policy, sources);
  const ownedBy = ({ name }: Source) => FIELD_GROUPS.filter((group) => owners.get(group)?.sources.includes(name));
  if (terminal.json) {
    for (const source of sources) await terminal.printJson({ ...sourceJson(source), owns: ownedBy(source) });
    return 0;
  }
  if (sources.length === 0) {
    terminal.note(
      "No source is connected: imports may write every field. Add one: muster sources add NAME --kind KIND",
    );
    return 0;
  }
  const heads = ["Source", "Kind", "Options", "Owns"].map((head) => ({ head }));
  const rows = sources.map((source) => [
    shown(source.name),
    source.kind,
    source.options.join(", "),
    ownedBy(source)
      .map((group) => GROUP_WORDS[group])
      .join(", "),
  ]);
  await terminal.print(...renderTable(heads, rows, terminal.width), "");
  for (const group of FIELD_GROUPS) {
    const owner = owners.get(group)?.sources.map(shown).join(", ");
    const fields = FIELDS_OF[group].join(", ");
    await terminal.print(
      `${owner === undefined ? "Imports may write" : `${owner} owns`} the ${GROUP_WORDS[group]}: ${fields}.`,
    );
  }
  if (!workspace.policy.authority) terminal.note("Sources own nothing here, because the policy key authority is no.");
  return 0;
}

async function showMatrix({ workspace, terminal }: Session): Promise<ExitCode> {
  const { authorityMatrix } = workspace.policy;
  if (terminal.json) {
    for (const row of authorityMatrix) await terminal.printJson(row);
    return 0;
  }
  const heads = ["Connected", ...FIELD_GROUPS.map((group) => GROUP_WORDS[group])].map((head) => ({ head }));
  const rows = authorityMatrix.map(({ sources, owns }) => [
    sources.join(" + "),
    ...FIELD_GROUPS.map((group) => mayWrite(owns.filter((owned) => owned.group === group))),
  ]);
  await terminal.print(...renderTable(heads, rows, terminal.width));
  return 0;
}

function mayWrite(owners: readonly Ownership[]): string {
  const always = owners.find(({ when }) => when === undefined);
  if (always) return `no: ${always.by}`;
  const [first] = owners;
  return first === undefined ? "yes" : `yes, unless ${first.by} has ${first.when}`;
}

async function answer({ terminal, refuse }: Session, done: Promise<Result<Source>>, what: string): Promise<ExitCode> {
  const result = await done;
  if (!result.ok) return refuse(result.refusal);
  const { name, kind, options } = result.value;
  if (terminal.json) await terminal.printJson(sourceJson(result.value));
  else await terminal.print(`${shown(name)} ${what}: ${[kind, ...options].join(", ")}.`);
  return 0;
}
