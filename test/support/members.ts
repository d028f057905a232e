/** Members for tests. */
import type { Actor } from "../../src/core/member/actor.ts";
import type { Member } from "../../src/core/member/member.ts";
import { accepted, type TestWorkspace } from "./workspace.ts";

export const member = (said: Partial<Member> & Pick<Member, "email">): Member => ({
  number: 1,
  name: said.email,
  role: "editor",
  formerEmails: [],
  createdAt: 0,
  removedAt: null,
  ...said,
});

/** Adds members to a workspace: `Ann Smith <ann@example.com>`, or with a role behind it. */
export async function addMembers(
  { ports, workspace }: TestWorkspace,
  ...people: readonly string[]
): Promise<readonly Member[]> {
  const added: Member[] = [];
  for (const text of people) {
    const [, name = "", email = "", role = "editor"] = /^(.+) <(.+)>(?: (\w+))?$/.exec(text) ?? [];
    const made = { name, email, role: role as Member["role"], createdAt: 0 };
    added.push(accepted(await ports.store.members.add(workspace.number, made)));
  }
  return added;
}

export const acting = (of: Member): { readonly actor: Actor } => ({ actor: { kind: "member", member: of } });
