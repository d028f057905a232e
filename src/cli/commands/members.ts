/** `muster members`: who works in the workspace, in which role; `add`, `change` and `remove`. */

import { type Command, Option } from "commander";
import type { Named } from "../../app/ports/member-store.ts";
import { memberJson } from "../../app/view/member-json.ts";
import {
  addMember,
  adoptContacts,
  changeMember,
  type MemberTexts,
  removeMember,
} from "../../app/workspace/change-members.ts";
import { type SharedOptions, shellWord } from "../../config.ts";
import { isPresent, type Member, ROLES } from "../../core/member/member.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { remoteMemberAdded, remoteMemberChanged, remoteMemberRemoved, remoteMembers } from "../remote/settings.ts";
import { examples, withFolderOptions, withWorkspaceOptions } from "../shared-options.ts";
import { withData } from "../words/import-text.ts";
import { renderTable } from "../words/table.ts";
import { count, moment } from "../words/text.ts";
import { registerMemberLink } from "./members-link.ts";

type ListOptions = SharedOptions & { readonly removed?: boolean };
type ChangeOptions = SharedOptions & MemberTexts;
type RemoveOptions = SharedOptions & { readonly giveTo?: string };

const ADD_EXAMPLE = "muster members add ann@example.com --name 'Ann Smith' --role editor";

export function registerMembers(program: Command, cli: Cli): void {
  const members = withListOptions(
    program
      .command("members")
      .enablePositionalOptions()
      .summary("list members; add, change and remove them")
      .description(
        "Lists the members of the workspace: who may own and follow contacts, and what each may do. Admins may do everything, editors import and change contacts, viewers look. With --json one object a line.",
      ),
  )
    .addHelpText("after", examples("muster members", ADD_EXAMPLE, "muster import contacts.csv --as ann@example.com"))
    .action((options: ListOptions) =>
      cli.look(options, (session) => listMembers(session, options), { remote: remoteMembers(options) }),
    );
  withListOptions(members.command("list").summary("list members, as muster members does"))
    .addHelpText("after", examples("muster members list", "muster members list --removed --json"))
    .action((_: ListOptions, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      return cli.look(options, (session) => listMembers(session, options), { remote: remoteMembers(options) });
    });
  registerAdd(members, cli);
  registerChange(members, cli);
  registerRemove(members, cli);
  registerAdopt(members, cli);
  registerMemberLink(members, cli);
}

const withListOptions = (command: Command): Command =>
  withWorkspaceOptions(command).option("--removed", "those who were removed, too");

const roleOption = (says: string): Option => new Option("--role <role>", says).choices(ROLES);

function registerAdd(members: Command, cli: Cli): void {
  withWorkspaceOptions(
    members
      .command("add")
      .argument("<email>", "the member's email address")
      .summary("make somebody a member")
      .description(
        "Makes somebody a member. From the first member on, owners and followers in files must be members: by email address or by name, as the policy key owner says.",
      ),
  )
    .option("--name <name>", "first and last name, as files write it (default: what stands before the @)")
    .addOption(roleOption("what the member may do (default: editor)"))
    .addHelpText("after", examples(ADD_EXAMPLE, "muster members add bob@example.com --name 'Bob Ray' --role admin"))
    .action((email: string, _: ChangeOptions, command: Command) => {
      const options = command.optsWithGlobals<ChangeOptions>();
      return cli.inWorkspace(options, (session) => add(session, email, options), {
        action: "change_members",
        remote: remoteMemberAdded(email, options),
      });
    });
}

function registerChange(members: Command, cli: Cli): void {
  withWorkspaceOptions(
    members
      .command("change")
      .argument("<member>", "email address, name or id")
      .summary("change a member's address, name or role")
      .description(
        "Changes a member. Where the address changes, contacts that name the old one name the new one, and files that still have the old one are understood.",
      ),
  )
    .option("--email <email>", "the new address")
    .option("--name <name>", "first and last name, as files write it")
    .addOption(roleOption("what the member may do"))
    .addHelpText(
      "after",
      examples(
        "muster members change ann@example.com --role admin",
        "muster members change 'Ann Smith' --email ann.jones@example.com --name 'Ann Jones'",
      ),
    )
    .action((who: string, _: ChangeOptions, command: Command) => {
      const options = command.optsWithGlobals<ChangeOptions>();
      return cli.inWorkspace(options, (session) => change(session, who, options), {
        action: "change_members",
        remote: remoteMemberChanged(who, options),
      });
    });
}

function registerRemove(members: Command, cli: Cli): void {
  withWorkspaceOptions(
    members
      .command("remove")
      .argument("<member>", "email address, name or id")
      .summary("end a membership; contacts stay, or go to another member")
      .description(
        "Ends a membership. Contacts keep the member as owner and follower unless they are given to another; files may not name the member any more. Added again, it is the same member.",
      ),
  )
    .option("--give-to <member>", "who owns and follows the member's contacts from now on")
    .addHelpText(
      "after",
      examples(
        "muster members remove ann@example.com",
        "muster members remove ann@example.com --give-to bob@example.com",
      ),
    )
    .action((who: string, _: RemoveOptions, command: Command) => {
      const options = command.optsWithGlobals<RemoveOptions>();
      return cli.inWorkspace(options, (session) => remove(session, who, options), {
        action: "change_members",
        remote: remoteMemberRemoved(who, options),
      });
    });
}

function registerAdopt(members: Command, cli: Cli): void {
  withFolderOptions(
    members
      .command("adopt")
      .argument("<text>", "what contacts have as owner or follower, letter by letter")
      .argument("<member>", "email address, name or id")
      .summary("give a member the contacts that name somebody by a text")
      .description(
        "Gives a member the contacts whose owner or follower is a text: a name from a file that was imported before there were members, or the address of somebody who has left.",
      ),
  )
    .addHelpText(
      "after",
      examples(
        "muster members adopt 'Logan Paul' logan@example.com",
        "muster members adopt left@example.com 'Ann Smith'",
      ),
    )
    .action((text: string, who: string, _: SharedOptions, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      return cli.inWorkspace(options, (session) => adopt(session, text, who), { action: "change_members" });
    });
}

async function listMembers({ ports, workspace, terminal, config }: Session, options: ListOptions): Promise<ExitCode> {
  const all = await ports.store.members.list(workspace.number);
  const listed = options.removed ? all : all.filter(isPresent);
  if (terminal.json) {
    for (const member of listed) await terminal.printJson(memberJson(workspace, member));
    return 0;
  }
  if (listed.length === 0) {
    terminal.note(`There are no members yet. Add the first: ${withData(ADD_EXAMPLE, config)}`);
    return 0;
  }
  const heads = ["Member", "Email", "Name", "Role", "Since", ""].map((head) => ({ head }));
  const rows = listed.map((member) => [
    encodeId("mem", workspace.idKey, member.number),
    shown(member.email),
    shown(member.name),
    member.role,
    moment(member.createdAt),
    member.removedAt === null ? "" : `removed ${moment(member.removedAt)}`,
  ]);
  await terminal.print(...renderTable(heads, rows, terminal.width));
  return 0;
}

async function add(session: Session, email: string, { name, role }: ChangeOptions): Promise<ExitCode> {
  const added = await addMember(session, {
    email,
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
  });
  if (!added.ok) return session.refuse(added.refusal);
  const member = added.value;
  const named = await session.ports.store.members.owned(session.workspace.number, member.name);
  if (total(named) > 0) {
    const command = withData(`muster members adopt ${shellWord(member.name)} ${member.email}`, session.config);
    session.terminal.note(`${counted(named)} ${verb(named)} “${shown(member.name)}”. To hand them over: ${command}`);
  }
  return say(session, added.value, `${nameOf(added.value)} is a member now, in the role ${added.value.role}.`);
}

async function change(session: Session, who: string, { email, name, role }: ChangeOptions): Promise<ExitCode> {
  const changed = await changeMember(session, who, {
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
  });
  if (!changed.ok) return session.refuse(changed.refusal);
  return say(session, changed.value, `The member is now ${nameOf(changed.value)}, in the role ${changed.value.role}.`);
}

async function remove(session: Session, who: string, { giveTo }: RemoveOptions): Promise<ExitCode> {
  const { workspace, terminal, config } = session;
  const removed = await removeMember(session, who, giveTo ?? null);
  if (!removed.ok) return session.refuse(removed.refusal);
  const { member, contacts, opportunities, givenTo } = removed.value;
  if (terminal.json) {
    const json = { ...memberJson(workspace, member), contacts, opportunities, givenTo: givenTo?.email ?? null };
    await terminal.printJson(json);
    return 0;
  }
  await terminal.print(`${nameOf(member)} is no longer a member.`);
  if (givenTo) await terminal.print(`  ${counted(removed.value)} went to ${nameOf(givenTo)}.`);
  else if (total(removed.value) > 0) {
    const list = withData(
      `muster ${contacts > 0 ? "contacts" : "opportunities"} --filter owner=${member.email}`,
      config,
    );
    await terminal.print(`  ${counted(removed.value)} still ${verb(removed.value)} them as owner or follower: ${list}`);
  }
  return 0;
}

async function adopt(session: Session, text: string, who: string): Promise<ExitCode> {
  const { workspace, terminal } = session;
  const adopted = await adoptContacts(session, text, who);
  if (!adopted.ok) return session.refuse(adopted.refusal);
  const { member, contacts, opportunities } = adopted.value;
  if (terminal.json) await terminal.printJson({ ...memberJson(workspace, member), contacts, opportunities });
  else if (total(adopted.value) === 0) await terminal.print(`No contact names “${shown(text)}” as owner or follower.`);
  else await terminal.print(`${counted(adopted.value)} that named “${shown(text)}” went to ${nameOf(member)}.`);
  return 0;
}

async function say({ workspace, terminal }: Session, member: Member, sentence: string): Promise<ExitCode> {
  if (terminal.json) await terminal.printJson(memberJson(workspace, member));
  else await terminal.print(sentence);
  return 0;
}

const total = ({ contacts, opportunities }: Named): number => contacts + opportunities;

/** `2 contacts`, `1 contact and 3 opportunities` */
const counted = ({ contacts, opportunities }: Named): string =>
  opportunities === 0
    ? count(contacts, "contact")
    : `${count(contacts, "contact")} and ${count(opportunities, "opportunity", "opportunities")}`;

const verb = (named: Named): string => (total(named) === 1 ? "names" : "name");

const nameOf = ({ name, email }: Member): string => `${shown(name)} <${shown(email)}>`;
