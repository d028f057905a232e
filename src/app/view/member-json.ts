/** Members as programs read them. */

import type { Member } from "../../core/member/member.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Workspace } from "../ports.ts";

export const memberJson = ({ idKey }: Workspace, { number, email, name, role, ...member }: Member) => ({
  member: encodeId("mem", idKey, number),
  ...{ email, name, role },
  formerEmails: member.formerEmails,
  createdAt: new Date(member.createdAt).toISOString(),
  removedAt: member.removedAt === null ? null : new Date(member.removedAt).toISOString(),
});
