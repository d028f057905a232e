/** A member as both databases keep them. */
import type { Member, Role } from "../../core/member/member.ts";
import { type Result, refuseWith } from "../../core/problem/refusal.ts";
import type { DbRow } from "../db-row.ts";

export const MEMBER_COLUMNS = "member_id, email, name, role, former_emails, created_at, removed_at";

export const memberTaken = (email: string): Result<never> =>
  refuseWith("member_exists", `${email} is a member of this workspace already, or was one.`);

export const asMember = ([number, email, name, role, formerEmails, createdAt, removedAt]: DbRow): Member => ({
  number: Number(number),
  email: String(email),
  name: String(name),
  role: String(role) as Role,
  formerEmails: JSON.parse(String(formerEmails)) as readonly string[],
  createdAt: Number(createdAt),
  removedAt: removedAt === null ? null : Number(removedAt),
});
