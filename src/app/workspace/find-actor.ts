/** Who acts in a workspace: the member that was said, or the operator of the machine. */
import type { Actor } from "../../core/member/actor.ts";
import { findMember, indexMembers } from "../../core/member/find-member.ts";
import { accept, type Result, refuseNaming } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Ports, Workspace } from "../ports.ts";

export type WhoActs = {
  /** E-mail address of a member; null = the operator. */
  readonly member: string | null;
  /** Account of the operator on the machine. */
  readonly operator: string;
};

export async function findActor(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  { member, operator }: WhoActs,
): Promise<Result<Actor>> {
  if (member === null) return accept({ kind: "operator", name: operator });
  const search = findMember(indexMembers(await store.members.list(workspace.number)), member, "email");
  if (search.found === "one") return accept({ kind: "member", member: search.member });
  return refuseNaming("member_unknown", [member], `${shown(member)} is no member of the workspace ${workspace.slug}.`);
}
