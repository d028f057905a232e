/** `fields`, `tags`, `members`, `presets` and `workspaces` of a server. */
import { shown } from "../../core/problem/shown-text.ts";
import type { ExitCode } from "../cli.ts";
import { removedFieldText } from "../words/removed-field.ts";
import { count } from "../words/text.ts";
import { at, printList, valueWords } from "./listing.ts";
import type { Json } from "./remote-server.ts";
import { type RemoteSession, type RemoteWork, say } from "./remote-session.ts";

const asIs = (json: Json): Json => json;

export const remoteFields =
  ({ own = false, object }: { readonly own?: boolean; readonly object?: string }): RemoteWork =>
  async (session) => {
    const answer = await session.server.ask("listFields", { query: { object } });
    if (!answer.ok) return session.refuse(answer.refusal);
    const { items } = answer.value;
    const ours = items.filter(({ builtin }) => builtin !== true);
    const columns = [
      { head: "Field", of: at("key") },
      { head: "Label", of: at("label") },
      { head: "Type", of: at("type") },
      { head: "", of: (field: Json) => (field.externalId ? "external id" : field.builtin ? "built in" : "") },
      { head: "Options", of: at("options") },
    ];
    const none = "There are no own fields yet. Make one with: muster fields add KEY --type TYPE";
    const listed = own ? ours : [...ours, ...items.filter(({ builtin }) => builtin === true)];
    return printList(session, { items: listed }, { columns, none });
  };

type FieldWords = {
  readonly object?: string;
  readonly type?: string;
  readonly label?: string;
  readonly option?: readonly string[];
  readonly addOption?: readonly string[];
  readonly externalId?: boolean;
  readonly yes?: boolean;
};

export const remoteFieldAdded =
  (key: string, { object, type, label, option, externalId }: FieldWords): RemoteWork =>
  async (session) => {
    const body = { object, key, type, label, options: option, externalId };
    const text = (field: Json): string => `${field.key} is made: ${field.type}, “${valueWords(field.label)}”.`;
    return say(session, await session.server.ask("addField", { body }), { json: asIs, text });
  };

export const remoteFieldChanged =
  (key: string, { object, type, label, option, addOption, externalId }: FieldWords): RemoteWork =>
  async (session) => {
    const body = { object, type, label, options: option, addOptions: addOption, externalId };
    const words = ({ label: name, type: kind, options }: Json): string =>
      [name, kind, options].map(valueWords).filter(Boolean).join(", ");
    const text = (field: Json): string => `${field.key} is now: ${words(field)}.`;
    return say(session, await session.server.ask("changeField", { params: { key }, body }), { json: asIs, text });
  };

export const remoteFieldRemoved =
  (key: string, { object, yes = false }: FieldWords): RemoteWork =>
  async (session) => {
    const query = { object, confirm: yes };
    const text = ({ removed, contacts, keptAs }: Json): string =>
      removedFieldText(String(removed), Number(contacts), valueWords(keptAs));
    return say(session, await session.server.ask("removeField", { params: { key }, query }), { json: asIs, text });
  };

export const remoteTags: RemoteWork = async (session) => {
  const answer = await session.server.ask("listTags");
  if (!answer.ok) return session.refuse(answer.refusal);
  const columns = [
    { head: "Tag", of: at("tag") },
    { head: "Contacts", of: at("contacts") },
  ];
  return printList(session, answer.value, {
    columns,
    none: "There are no tags yet. Make one with: muster tags add NAME",
  });
};

export const remoteTagAdded =
  (tag: string): RemoteWork =>
  async (session) =>
    say(session, await session.server.ask("addTag", { body: { tag } }), {
      json: (added) => ({ added: added.tag }),
      text: (added) => `${valueWords(added.tag)} is one of the workspace's tags now.`,
    });

export const remoteTagRemoved =
  (tag: string): RemoteWork =>
  async (session) =>
    say(session, await session.server.ask("removeTag", { params: { tag } }), {
      json: () => ({ removed: tag }),
      text: () => `${shown(tag)} is removed.`,
    });

const person = ({ name, email }: Json): string => `${valueWords(name)} <${valueWords(email)}>`;

export const remoteMembers =
  ({ removed = false }: { readonly removed?: boolean }): RemoteWork =>
  async (session) => {
    const answer = await session.server.ask("listMembers", { query: { removed } });
    if (!answer.ok) return session.refuse(answer.refusal);
    const columns = [
      { head: "Member", of: at("member") },
      { head: "Email", of: at("email") },
      { head: "Name", of: at("name") },
      { head: "Role", of: at("role") },
      { head: "", of: ({ removedAt }: Json) => (removedAt === null ? "" : `removed ${removedAt}`) },
    ];
    return printList(session, answer.value, { columns, none: "There are no members yet." });
  };

type MemberWords = { readonly email?: string; readonly name?: string; readonly role?: string };

export const remoteMemberAdded =
  (email: string, { name, role }: MemberWords): RemoteWork =>
  async (session) =>
    say(session, await session.server.ask("addMember", { body: { email, name, role } }), {
      json: asIs,
      text: (member) => `${person(member)} is a member now, in the role ${member.role}.`,
    });

export const remoteMemberChanged =
  (id: string, { email, name, role }: MemberWords): RemoteWork =>
  async (session) =>
    say(session, await session.server.ask("changeMember", { params: { id }, body: { email, name, role } }), {
      json: asIs,
      text: (member) => `The member is now ${person(member)}, in the role ${member.role}.`,
    });

export const remoteMemberRemoved =
  (id: string, { giveTo }: { readonly giveTo?: string }): RemoteWork =>
  async (session) =>
    say(session, await session.server.ask("removeMember", { params: { id }, query: { giveTo } }), {
      json: asIs,
      text: (member) => {
        const went =
          member.givenTo === null ? "" : ` ${count(Number(member.contacts), "contact")} went to ${member.givenTo}.`;
        return `${person(member)} is no longer a member.${went}`;
      },
    });

export const remotePresets: RemoteWork = async (session) => {
  const answer = await session.server.ask("listPresets");
  if (!answer.ok) return session.refuse(answer.refusal);
  const columns = [
    { head: "Preset", of: at("id") },
    { head: "For", of: at("says") },
  ];
  return printList(session, answer.value, { columns, none: "There are no presets." });
};

/** A key is of one workspace, and sees that one. */
export async function remoteWorkspaces(session: RemoteSession): Promise<ExitCode> {
  const [who, counted] = await Promise.all([session.server.ask("whoAmI"), session.server.ask("countContacts")]);
  if (!who.ok) return session.refuse(who.refusal);
  if (!counted.ok) return session.refuse(counted.refusal);
  const items = who.value.workspaces.map(({ role: _, may: _may, labels: _labels, ...workspace }) => ({
    ...workspace,
    ...counted.value,
  }));
  const columns = [
    ...["slug", "name", "preset"].map((key) => ({ head: HEADS[key] ?? key, of: at(key) })),
    { head: "Contacts", of: at("contacts") },
  ];
  return printList<Json>(session, { items }, { columns, none: "There are no workspaces." });
}

const HEADS: Readonly<Record<string, string>> = { slug: "Workspace", name: "Name", preset: "Preset" };

export const remoteWorkspaceMade =
  (slug: string, { name, preset }: { readonly name?: string; readonly preset?: string }): RemoteWork =>
  async (session) =>
    say(session, await session.server.ask("createWorkspace", { body: { slug, name, preset } }), {
      json: asIs,
      text: (made) => `The workspace ${made.slug} is made, with the preset ${made.preset}.`,
    });
