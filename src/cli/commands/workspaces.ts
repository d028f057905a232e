/** `muster workspaces`: list them, make new ones. */

import type { Command } from "commander";
import type { Ports, Workspace } from "../../app/ports.ts";
import { workspaceJson } from "../../app/view/workspace-json.ts";
import { createWorkspace } from "../../app/workspace/open-workspace.ts";
import type { SharedOptions } from "../../config.ts";
import type { Actor } from "../../core/member/actor.ts";
import { isPresent } from "../../core/member/member.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { remoteWorkspaceMade, remoteWorkspaces } from "../remote/settings.ts";
import { examples, withWorkspaceOptions } from "../shared-options.ts";
import { withData } from "../words/import-text.ts";
import { renderTable } from "../words/table.ts";
import { moment, number } from "../words/text.ts";

type CreateOptions = SharedOptions & { readonly preset: string; readonly name?: string };

export function registerWorkspaces(program: Command, cli: Cli): void {
  const workspaces = withWorkspaceOptions(
    program
      .command("workspaces")
      .enablePositionalOptions()
      .summary("list workspaces; workspaces create SLUG makes one")
      .description("Lists the workspaces of the data folder. With --json one object a line."),
  )
    .addHelpText(
      "after",
      examples("muster workspaces", "muster workspaces create acme --preset simple-crm --name 'Acme Inc.'"),
    )
    .action((options: SharedOptions) => cli.look(options, listWorkspaces, { remote: remoteWorkspaces }));
  withWorkspaceOptions(
    workspaces
      .command("create")
      .alias("add")
      .argument("<slug>", "small letters, digits and hyphens: acme-sales")
      .summary("make a workspace from a preset"),
  )
    .option("--preset <id>", "preset that it starts from (see muster presets)", "muster")
    .option("--name <name>", "how people call it (default: the slug)")
    .addHelpText("after", examples("muster workspaces create acme --preset simple-crm --name 'Acme Inc.'"))
    .action((slug: string, _: CreateOptions, command: Command) => {
      const options = command.optsWithGlobals<CreateOptions>();
      return cli.inWorkspace(options, (session) => create(session, slug, options), {
        action: "create_workspaces",
        remote: remoteWorkspaceMade(slug, options),
      });
    });
}

async function listWorkspaces({ ports, terminal, actor, config }: Session): Promise<ExitCode> {
  if (ports.isEmpty) {
    if (!terminal.json) terminal.note(`There is no data yet. Begin with: ${withData("muster import FILE", config)}`);
    return 0;
  }
  const rows: (readonly string[])[] = [];
  for (const workspace of await ports.store.workspaces.list()) {
    if (!(await isSeenBy(ports, workspace, actor))) continue;
    const contacts = await ports.store.contacts.count(workspace.number);
    if (terminal.json) await terminal.printJson({ ...workspaceJson(workspace), contacts });
    const { slug, name, preset, createdAt } = workspace;
    rows.push([slug, shown(name), preset, number(contacts), moment(createdAt)]);
  }
  const heads = [
    ...["Workspace", "Name", "Preset"].map((head) => ({ head })),
    { head: "Contacts", align: "right" as const },
    { head: "Made" },
  ];
  if (!terminal.json) await terminal.print(...renderTable(heads, rows, terminal.width));
  return 0;
}

/** A member sees the workspaces that the address is a member of. */
async function isSeenBy({ store }: Ports, workspace: Workspace, actor: Actor): Promise<boolean> {
  if (actor.kind !== "member") return actor.kind === "operator";
  const members = await store.members.list(workspace.number);
  return members.some((member) => isPresent(member) && member.email === actor.member.email);
}

async function create(session: Session, slug: string, { preset, name }: CreateOptions): Promise<ExitCode> {
  const { ports, terminal, config } = session;
  const made = await createWorkspace(ports, { slug, name: name ?? slug, preset });
  if (!made.ok) return session.refuse(made.refusal);
  if (terminal.json) await terminal.printJson(workspaceJson(made.value));
  else {
    const next = withData(`muster import FILE --workspace ${slug}`, config);
    await terminal.print(`${slug} is made from the preset ${preset}. Import into it with: ${next}`);
  }
  return 0;
}
