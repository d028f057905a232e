/** `muster tags`: the tags a workspace has, with the contacts that have them; `add` and `remove`. */

import type { Command } from "commander";
import type { Tag } from "../../app/ports/tag-store.ts";
import { addTag, removeTag } from "../../app/workspace/tags.ts";
import type { SharedOptions } from "../../config.ts";
import type { Result } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import type { RemoteWork } from "../remote/remote-session.ts";
import { remoteTagAdded, remoteTagRemoved, remoteTags } from "../remote/settings.ts";
import { examples, withWorkspaceOptions } from "../shared-options.ts";
import { renderTable } from "../words/table.ts";
import { number } from "../words/text.ts";

export function registerTags(program: Command, cli: Cli): void {
  const tags = withWorkspaceOptions(
    program
      .command("tags")
      .enablePositionalOptions()
      .summary("list the workspace's tags with their contacts; add and remove tags")
      .description(
        "Lists the tags that the workspace has and how many contacts have each. Imports make tags where the policy lets them (createTags). With --json one object a line.",
      ),
  )
    .addHelpText(
      "after",
      examples("muster tags", "muster tags add 'spring fair'", "muster import fair.csv --tag 'spring fair'"),
    )
    .action((options: SharedOptions) => cli.look(options, listTags, { remote: remoteTags }));
  registerPart(tags, cli, {
    name: "list",
    says: "list the tags",
    example: "muster tags list --json",
    run: (session) => listTags(session),
    remote: () => remoteTags,
  });
  registerPart(tags, cli, {
    name: "add",
    remote: remoteTagAdded,
    argument: "a short name: spring fair",
    says: "make a tag",
    example: "muster tags add 'spring fair'",
    run: (session, tag) =>
      answer(session, addTag(session.ports, session.workspace, tag), ({ name }) => ({
        json: { added: name },
        text: `${shown(name)} is one of the workspace's tags now.`,
      })),
  });
  registerPart(tags, cli, {
    name: "remove",
    remote: remoteTagRemoved,
    argument: "a tag that no contact has",
    says: "remove a tag that no contact has",
    example: "muster tags remove 'spring fair'",
    run: (session, tag) =>
      answer(session, removeTag(session.ports, session.workspace, tag), ({ name }) => ({
        json: { removed: name },
        text: `${shown(name)} is removed.`,
      })),
  });
}

type Part = {
  readonly name: string;
  /** What the argument is; absent = there is none. */
  readonly argument?: string;
  readonly says: string;
  readonly example: string;
  readonly run: (session: Session, tag: string) => Promise<ExitCode>;
  readonly remote: (tag: string) => RemoteWork;
};

function registerPart(tags: Command, cli: Cli, { name, argument, says, example, run, remote }: Part): void {
  const command = withWorkspaceOptions(tags.command(name).summary(says));
  command.description(`${says.charAt(0).toUpperCase()}${says.slice(1)}.`).addHelpText("after", examples(example));
  if (argument !== undefined) command.argument("<tag>", argument);
  command.action((...given: readonly unknown[]) => {
    const tag = argument === undefined ? "" : String(given[0]);
    const options = command.optsWithGlobals<SharedOptions>();
    const work = (session: Session): Promise<ExitCode> => run(session, tag);
    const from = remote(tag);
    // Without a tag they are listed.
    return argument === undefined
      ? cli.look(options, work, { remote: from })
      : cli.inWorkspace(options, work, { action: "change_contacts", remote: from });
  });
}

async function listTags({ ports, workspace, terminal }: Session): Promise<ExitCode> {
  const tags = await ports.store.tags.list(workspace.number);
  if (terminal.json) for (const tag of tags) await terminal.printJson({ tag: tag.name, contacts: tag.contacts });
  else if (tags.length === 0) terminal.note("There are no tags yet. Make one with: muster tags add NAME");
  else {
    const heads = [{ head: "Tag" }, { head: "Contacts", align: "right" as const }];
    const rows = tags.map(({ name, contacts }) => [shown(name), number(contacts)]);
    await terminal.print(...renderTable(heads, rows, terminal.width));
  }
  return 0;
}

async function answer(
  { terminal, refuse }: Session,
  done: Promise<Result<Tag>>,
  words: (tag: Tag) => { readonly json: unknown; readonly text: string },
): Promise<ExitCode> {
  const result = await done;
  if (!result.ok) return refuse(result.refusal);
  const { json, text } = words(result.value);
  if (terminal.json) await terminal.printJson(json);
  else await terminal.print(text);
  return 0;
}
