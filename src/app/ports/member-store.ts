/** The port for members of workspaces: one of those in `ports.ts`. */
import type { Member } from "../../core/member/member.ts";
import type { Result } from "../../core/problem/refusal.ts";

export type NewMember = Pick<Member, "email" | "name" | "role" | "createdAt">;

/** How many objects name somebody: contacts as owner or follower, opportunities as owner. */
export type Named = { readonly contacts: number; readonly opportunities: number };

export type HandOver = { readonly member: Member; readonly from: string; readonly to: string };

export interface MemberStore {
  /** By name; those who were removed, too. */
  list(workspace: number): Promise<readonly Member[]>;
  /** Who has the address, in lower case; also one who was removed. */
  byEmail(workspace: number, email: string): Promise<Member | null>;
  /** Numbers of the workspaces in which somebody with this address is a member now. */
  workspacesOf(email: string): Promise<readonly number[]>;
  add(workspace: number, member: NewMember): Promise<Result<Member>>;
  /** Where the address changes, whatever names the old one names the new one from then on. */
  change(workspace: number, member: Member): Promise<Result<Member>>;
  owned(workspace: number, email: string): Promise<Named>;
  /** Changes the member, and what names `from` names `to` instead: both, or neither. */
  handOver(workspace: number, handOver: HandOver): Promise<Result<{ readonly member: Member; readonly given: Named }>>;
}
