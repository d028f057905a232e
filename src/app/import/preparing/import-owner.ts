/** Who owns the contacts of an import whose row names nobody, and whether those that it names for all rows are members. */
import type { Constant } from "../../../core/mapping/constant.ts";
import type { Actor } from "../../../core/member/actor.ts";
import { findMember, indexMembers, type MemberIndex } from "../../../core/member/find-member.ts";
import type { Member } from "../../../core/member/member.ts";
import type { EffectivePolicy } from "../../../core/policy/effective-policy.ts";
import { accept, type Result, refuseNaming } from "../../../core/problem/refusal.ts";
import { shown } from "../../../core/problem/shown-text.ts";
import type { Ports, Workspace } from "../../ports.ts";

export type OwnerRequest = {
  /** As a person said it; null = nobody was said. */
  readonly owner: string | null;
  readonly actor: Actor;
  readonly policy: EffectivePolicy;
  readonly constants: readonly Constant[];
};

/** A member's e-mail address, or null; where a workspace has no members, what was said. */
export async function importOwner(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  { owner, actor, policy, constants }: OwnerRequest,
): Promise<Result<string | null>> {
  const index = indexMembers(await store.members.list(workspace.number));
  for (const { field, text } of index.size > 0 ? constants : []) {
    if (field !== "owner") continue;
    const named = memberNamed(index, text);
    if (!named.ok) return named;
  }
  if (owner !== null) {
    if (index.size === 0) return accept(owner);
    const named = memberNamed(index, owner);
    return named.ok ? accept(named.value.email) : named;
  }
  return accept(policy.overrideOwners ? uploader(actor, index) : null);
}

/** Who overrides owners takes over the contacts whose row names none; the operator and keys are nobody's colleagues. */
function uploader(actor: Actor, index: MemberIndex): string | null {
  if (actor.kind === "member") return actor.member.email;
  return index.size === 0 && actor.kind === "operator" && actor.name !== "" ? actor.name : null;
}

/** A member that a person has named by address or name. */
export function memberNamed(index: MemberIndex, text: string): Result<Member> {
  const search = findMember(index, text, "both");
  switch (search.found) {
    case "one":
      return accept(search.member);
    case "none":
      return refuseNaming("member_unknown", [text], `No member of the workspace is “${shown(text)}”.`);
    case "several": {
      const emails = search.members.map(({ email }) => email).join(" and ");
      return refuseNaming("member_ambiguous", [text], `“${shown(text)}” may be ${emails}.`);
    }
  }
}
