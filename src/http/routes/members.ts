/** Members of a workspace. */

import { notifyInvited } from "../../app/notify/notify-ended.ts";
import { memberJson } from "../../app/view/member-json.ts";
import { addMember, changeMember, removeMember } from "../../app/workspace/change-members.ts";
import { inviteMember, withdrawInvitation } from "../../app/workspace/invite-member.ts";
import { actorName } from "../../core/member/actor.ts";
import { isPresent } from "../../core/member/member.ts";
import { accept } from "../../core/problem/refusal.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Bind } from "../bind.ts";
import * as contract from "../contract/workspaces.ts";

export function bindMembers(bind: Bind): void {
  bind(contract.listMembers, async ({ ports, workspace, query: { removed } }) => {
    const all = await ports.store.members.list(workspace.number);
    return accept({ items: (removed ? all : all.filter(isPresent)).map((member) => memberJson(workspace, member)) });
  });

  bind(contract.addMember, async ({ body: { email, name, role }, ...hand }) => {
    const added = await addMember(hand, {
      email,
      ...(name === undefined ? {} : { name }),
      ...(role === undefined ? {} : { role }),
    });
    return added.ok ? accept(memberJson(hand.workspace, added.value)) : added;
  });

  bind(contract.changeMember, async ({ params, body: { email, name, role }, ...hand }) => {
    const changed = await changeMember(hand, params.id, {
      ...(email === undefined ? {} : { email }),
      ...(name === undefined ? {} : { name }),
      ...(role === undefined ? {} : { role }),
    });
    return changed.ok ? accept(memberJson(hand.workspace, changed.value)) : changed;
  });

  bind(contract.inviteMember, async ({ params, parts, ...hand }) => {
    const invited = await inviteMember({ ...hand, invitations: parts.signIn }, params.id);
    if (!invited.ok) return invited;
    const { member, mailed, link } = invited.value;
    await notifyInvited(hand.ports, hand.workspace, { email: member.email, by: actorName(hand.actor) });
    return accept({ member: encodeId("mem", hand.workspace.idKey, member.number), email: member.email, mailed, link });
  });

  bind(contract.removeMember, async ({ params, parts, query: { giveTo }, ...hand }) => {
    const removed = await removeMember(hand, params.id, giveTo ?? null);
    if (!removed.ok) return removed;
    await withdrawInvitation({ ports: hand.ports, invitations: parts.signIn }, removed.value.member);
    const { member, contacts, opportunities, givenTo } = removed.value;
    return accept({ ...memberJson(hand.workspace, member), contacts, opportunities, givenTo: givenTo?.email ?? null });
  });
}
