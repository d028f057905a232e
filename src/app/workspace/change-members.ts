/**
 * Members of a workspace: new ones, other roles, names and addresses, and those who leave. Nobody is ever deleted. Each
 * change is one transaction with what it is decided on: two admins at once cannot remove each other.
 */
import { collapseLine } from "../../core/contact/types/clean-text.ts";
import type { Actor } from "../../core/member/actor.ts";
import { addressIn, indexMembers } from "../../core/member/find-member.ts";
import { isPresent, type Member, ROLES, type Role } from "../../core/member/member.ts";
import { accept, type Refused, type Result, refuseNaming, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { decodeId } from "../../core/public-id.ts";
import { memberNamed } from "../import/preparing/import-owner.ts";
import { NAME_CHARS } from "../limits.ts";
import type { Named } from "../ports/member-store.ts";
import type { Ports, Workspace } from "../ports.ts";

/** A workspace's members in somebody's hands. */
export type MembersInHand = {
  readonly ports: Pick<Ports, "store" | "now">;
  readonly workspace: Workspace;
  readonly actor: Actor;
};

/** Texts as a person writes them. */
export type MemberTexts = { readonly email?: string; readonly name?: string; readonly role?: string };

/** One who was removed and is added again is the same member as before, in all that is not said anew. */
export function addMember(
  hand: MembersInHand,
  texts: MemberTexts & { readonly email: string },
): Promise<Result<Member>> {
  return hand.ports.store.transaction(hand.workspace.number, () => added(hand, texts));
}

async function added(
  { ports, workspace }: MembersInHand,
  texts: Parameters<typeof addMember>[1],
): Promise<Result<Member>> {
  const read = readTexts({ role: "editor", ...texts, name: texts.name ?? nameOf(texts.email) });
  if (!read.ok) return read;
  const { email = "", name = "", role = "editor" } = read.value;
  const { members } = ports.store;
  const known = await members.byEmail(workspace.number, email);
  if (known && !isPresent(known)) {
    const said = {
      name: texts.name === undefined ? known.name : name,
      role: texts.role === undefined ? known.role : role,
    };
    return members.change(workspace.number, { ...known, ...said, removedAt: null });
  }
  return members.add(workspace.number, { email, name, role, createdAt: ports.now() });
}

/** @param who id, e-mail address or name of a member */
export function changeMember(hand: MembersInHand, who: string, texts: MemberTexts): Promise<Result<Member>> {
  return hand.ports.store.transaction(hand.workspace.number, () => changed(hand, who, texts));
}

async function changed(hand: MembersInHand, who: string, texts: MemberTexts): Promise<Result<Member>> {
  const { ports, workspace } = hand;
  const read = readTexts(texts);
  if (!read.ok) return read;
  const all = await ports.store.members.list(workspace.number);
  const found = chosen(all, workspace, who);
  if (!found.ok) return found;
  const member = found.value;
  const next = { ...member, ...read.value };
  const lost = next.role === "admin" ? null : lastAdmin(hand, all, member);
  if (lost) return lost;
  const formerEmails = [...member.formerEmails, member.email].filter(
    (email, at, emails) => email !== next.email && emails.indexOf(email) === at,
  );
  return ports.store.members.change(workspace.number, { ...next, formerEmails });
}

/** With how much named the member. */
export type MemberRemoval = Named & {
  readonly member: Member;
  /** Who they name now; null = still the one who has left. */
  readonly givenTo: Member | null;
};

/** @param giveTo the member who takes over what names the one who leaves; null = they stay as they are */
export function removeMember(hand: MembersInHand, who: string, giveTo: string | null): Promise<Result<MemberRemoval>> {
  return hand.ports.store.transaction(hand.workspace.number, () => removed(hand, who, giveTo));
}

async function removed(hand: MembersInHand, who: string, giveTo: string | null): Promise<Result<MemberRemoval>> {
  const { ports, workspace } = hand;
  const { members } = ports.store;
  const all = await members.list(workspace.number);
  const found = chosen(all, workspace, who);
  if (!found.ok) return found;
  const heir = giveTo === null ? null : chosen(all, workspace, giveTo);
  if (heir && !heir.ok) return heir;
  const lost = lastAdmin(hand, all, found.value);
  if (lost) return lost;
  if (heir?.value.number === found.value.number)
    return refuseWith("member_invalid", `${heir.value.email} cannot take over from themselves.`);
  const leaving = { ...found.value, removedAt: ports.now() };
  const { email } = leaving;
  if (heir) {
    const done = await members.handOver(workspace.number, { member: leaving, from: email, to: heir.value.email });
    return done.ok ? accept({ member: done.value.member, ...done.value.given, givenTo: heir.value }) : done;
  }
  const left = await members.change(workspace.number, leaving);
  if (!left.ok) return left;
  return accept({ member: left.value, ...(await members.owned(workspace.number, email)), givenTo: null });
}

export type Adoption = Named & { readonly member: Member };

/**
 * What names a text as owner or follower names the member from now on: a name that a file gave them before there were
 * members, or the address of somebody who has left.
 *
 * @param who id, e-mail address or name of a member
 */
export function adoptContacts(hand: MembersInHand, text: string, who: string): Promise<Result<Adoption>> {
  return hand.ports.store.transaction(hand.workspace.number, () => adopted(hand, text, who));
}

async function adopted({ ports, workspace }: MembersInHand, text: string, who: string): Promise<Result<Adoption>> {
  const { members } = ports.store;
  const all = await members.list(workspace.number);
  const found = chosen(all, workspace, who);
  if (!found.ok) return found;
  const member = found.value;
  const line = collapseLine(text);
  const name = typeof line === "string" ? (addressIn(line) ?? line) : "";
  if (name === "") return refuseNaming("member_invalid", [text], `“${shown(text)}” is nobody's name.`);
  const holder = all.find(({ email, ...other }) => email === name && isPresent(other));
  if (holder) return refuseWith("member_invalid", `${holder.email} is a member, whose contacts stay with them.`);
  const formerEmails = [...new Set([...member.formerEmails, name])];
  const done = await members.handOver(workspace.number, {
    member: { ...member, formerEmails },
    from: name,
    to: member.email,
  });
  return done.ok ? accept({ member: done.value.member, ...done.value.given }) : done;
}

/** @param who id, e-mail address or name of a member */
export async function presentMember(
  { ports, workspace }: Pick<MembersInHand, "ports" | "workspace">,
  who: string,
): Promise<Result<Member>> {
  return chosen(await ports.store.members.list(workspace.number), workspace, who);
}

function chosen(all: readonly Member[], workspace: Workspace, who: string): Result<Member> {
  const number = decodeId("mem", workspace.idKey, who);
  const byId = number === null ? undefined : all.find((member) => member.number === number && isPresent(member));
  return byId ? accept(byId) : memberNamed(indexMembers(all), who);
}

/** The operator can always make another admin; members could not. */
function lastAdmin({ actor }: MembersInHand, all: readonly Member[], member: Member): Refused | null {
  if (actor.kind === "operator" || member.role !== "admin") return null;
  const others = all.some((other) => isPresent(other) && other.role === "admin" && other.number !== member.number);
  return others ? null : refuseWith("member_last_admin", `${member.email} is the only admin of this workspace.`);
}

type MemberValues = Partial<Pick<Member, "email" | "name" | "role">>;

function readTexts({ email, name, role }: MemberTexts): Result<MemberValues> {
  const address = email === undefined ? undefined : addressIn(email);
  if (address === null) return refuseWith("member_invalid", `“${shown(email ?? "")}” is no email address.`);
  const line = name === undefined ? undefined : collapseLine(name);
  if (line !== undefined && (typeof line !== "string" || line === "" || line.length > NAME_CHARS))
    return refuseWith("member_invalid", `“${shown(name ?? "")}” cannot be a member's name.`);
  const known = role === undefined ? undefined : ROLES.find((one) => one === role.toLowerCase());
  if (role !== undefined && known === undefined)
    return refuseNaming("member_invalid", [role], `There is no role “${shown(role)}”; there are ${ROLES.join(", ")}.`);
  return accept({
    ...(address === undefined ? {} : { email: address }),
    ...(line === undefined ? {} : { name: line }),
    ...(known === undefined ? {} : { role: known satisfies Role }),
  });
}

/** Until somebody says the name, the address stands for it: `ann.smith`. */
const nameOf = (email: string): string => (addressIn(email) ?? email).split("@", 1)[0] ?? email;
