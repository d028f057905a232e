/**
 * How members come to their account: by a link in a mail, or handed over where there is no mail server. Whoever holds such a
 * link becomes that person, so an admin is given one only where it cannot open what the admin may not see.
 */
import { isPresent, type Member } from "../../core/member/member.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { INVITATION_MS } from "../limits.ts";
import type { Invitations, Mail } from "../ports/invitations.ts";
import type { Store, Workspace } from "../ports.ts";
import { type MembersInHand, presentMember } from "./change-members.ts";

type InvitingHand = MembersInHand & { readonly invitations: Invitations };

export type Invitation = {
  readonly member: Member;
  readonly mailed: boolean;
  /** To be handed over by whoever invites; null = nothing is to be handed over. */
  readonly link: string | null;
};

/**
 * Invites a member, or does so again: an earlier link ends.
 *
 * @param who id, e-mail address or name of a member
 */
export async function inviteMember(hand: InvitingHand, who: string): Promise<Result<Invitation>> {
  const { workspace, invitations, actor } = hand;
  const found = await presentMember(hand, who);
  if (!found.ok) return found;
  const member = found.value;
  const byOperator = actor.kind === "operator";
  const { sendMail } = invitations;
  if (sendMail !== null) {
    const link = await invitations.link(member.email, INVITATION_MS);
    const mailed = await sendMail(invitationMail(member, workspace, link));
    if (mailed) return accept({ member, mailed, link: null });
    if (byOperator) return accept({ member, mailed, link });
    return refuseWith("invitation_not_sent", `The mail to ${member.email} could not be sent.`);
  }
  if (byOperator) return accept({ member, mailed: false, link: await invitations.link(member.email, INVITATION_MS) });
  // They sign in as they always do. A link would give whoever invites what they have elsewhere.
  if (await invitations.isKnown(member.email)) return accept({ member, mailed: false, link: null });
  if ((await hand.ports.store.workspaces.list()).length > 1)
    return refuseWith("invitation_not_sent", `There is no mail server to invite ${member.email} by.`);
  return accept({ member, mailed: false, link: await invitations.link(member.email, INVITATION_MS) });
}

/** After a membership has ended: who is in no other workspace is signed out, and their links are void. */
export async function withdrawInvitation(
  { ports, invitations }: Pick<InvitingHand, "ports" | "invitations">,
  member: Pick<Member, "email" | "removedAt">,
): Promise<void> {
  if (isPresent(member)) return;
  const elsewhere = await ports.store.members.workspacesOf(member.email);
  if (elsewhere.length === 0) await invitations.revoke(member.email);
}

/** Who may have an account on the server at all. */
export const isMemberSomewhere = async ({ members }: Pick<Store, "members">, email: string): Promise<boolean> =>
  (await members.workspacesOf(email.toLowerCase())).length > 0;

const invitationMail = ({ email, role }: Member, { name }: Workspace, link: string): Mail => ({
  to: email,
  subject: `You are invited to ${name} in Muster`,
  text: `You are a member of ${name} in Muster now, in the role ${role}. This link signs you in. It works once, for ${INVITATION_MS / 86_400_000} days:

${link}
`,
});
