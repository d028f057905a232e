/** The first person of a new server: an operator, who gets in by a link that the server prints when it starts. */
import { accept, type Result } from "../../core/problem/refusal.ts";
import { OPERATOR_LINK_MS } from "../limits.ts";
import type { Ports } from "../ports.ts";
import { addMember, changeMember } from "./change-members.ts";
import { DEFAULT_WORKSPACE, openWorkspace } from "./open-workspace.ts";

/** `.localhost` is nobody's (RFC 6761): no mail to it can leave the machine. */
export const UNNAMED_OWNER = "owner@muster.localhost";

type OwnerLinks = { ownerLink(email: string, lastsMs: number): Promise<string | null> };

/**
 * Null = the server has an owner who can sign in without.
 *
 * @param email null = nobody was named: the owner is an operator only, and no member. With the first member, owners in
 *   files would have to be members, too.
 */
export async function firstOwnerLink(
  ports: Ports,
  signIn: OwnerLinks,
  email: string | null,
): Promise<Result<string | null>> {
  const link = await signIn.ownerLink(email ?? UNNAMED_OWNER, OPERATOR_LINK_MS);
  if (link === null || email === null) return accept(link);
  const workspace = await openWorkspace(ports, DEFAULT_WORKSPACE);
  if (!workspace.ok) return workspace;
  const hand = { ports, workspace: workspace.value, actor: { kind: "operator", name: email } } as const;
  const present = async () =>
    (await ports.store.members.list(workspace.value.number)).find(
      (member) => member.email === email && member.removedAt === null,
    );
  const known = await present();
  if (known?.role === "admin") return accept(link);
  const made = known
    ? await changeMember(hand, email, { role: "admin" })
    : await addMember(hand, { email, role: "admin" });
  // Another server that starts at the same time may have made them meanwhile.
  return made.ok || (await present())?.role === "admin" ? accept(link) : made;
}
