/** The port for members of workspaces: one of those in `ports.ts`. */
import type { Member } from "../core/member/member.ts";
import type { Result } from "../core/problem/refusal.ts";

export type NewMember = Pick<Member, "email" | "name" | "role" | "createdAt">;

export interface MemberStore {
  /** By name; those who were removed, too. */
  list(workspace: number): Promise<readonly Member[]>;
  add(workspace: number, member: NewMember): Promise<Result<Member>>;
  /** Where the address changes, contacts that name the old one as owner or follower name the new one from then on. */
  change(workspace: number, member: Member): Promise<Result<Member>>;
  /** Contacts that name the address as owner or follower. */
  owned(workspace: number, email: string): Promise<number>;
  /** These contacts name another address instead; answers how many they are. */
  handOver(workspace: number, from: string, to: string): Promise<number>;
}
