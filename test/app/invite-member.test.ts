/** Invitations: who gets a link to hand over, who gets a mail, and what ends with a membership. */
import { describe, expect, test } from "vitest";
import type { Invitations, Mail } from "../../src/app/ports/invitations.ts";
import { addMember, removeMember } from "../../src/app/workspace/change-members.ts";
import { firstOwnerLink, UNNAMED_OWNER } from "../../src/app/workspace/first-owner.ts";
import { inviteMember, isMemberSomewhere, withdrawInvitation } from "../../src/app/workspace/invite-member.ts";
import { createWorkspace } from "../../src/app/workspace/open-workspace.ts";
import type { Actor } from "../../src/core/member/actor.ts";
import { workspaces } from "../scenario/story.ts";
import { acting, addMembers } from "../support/members.ts";
import { accepted, type TestWorkspace } from "../support/workspace.ts";

const open = workspaces();
const OPERATOR = { kind: "operator", name: "root" } as const;

/** Ways in that only remember what was asked of them. */
function waysIn(said: { readonly mail?: "sent" | "failing"; readonly known?: readonly string[] } = {}) {
  const mails: Mail[] = [];
  const revoked: string[] = [];
  const sendMail = async (mail: Mail) => said.mail === "sent" && mails.push(mail) > 0;
  const invitations: Invitations = {
    link: async (email, lastsMs) => `link of ${email} for ${lastsMs / 86_400_000} days`,
    sendMail: said.mail === undefined ? null : sendMail,
    isKnown: async (email) => said.known?.includes(email) ?? false,
    revoke: async (email) => void revoked.push(email),
  };
  return { invitations, mails, revoked };
}

const hand = ({ ports, workspace }: TestWorkspace, invitations: Invitations, actor: Actor = OPERATOR) => ({
  ...{ ports, workspace, invitations, actor },
});

describe("an invitation", () => {
  test("is mailed with a link of seven days, which the inviting admin does not see (C-M4)", async () => {
    const workspace = await open();
    const [ann] = await addMembers(workspace, "Ann <ann@x.test> admin", "Bob <bob@x.test>");
    const { invitations, mails } = waysIn({ mail: "sent" });
    const invited = accepted(await inviteMember(hand(workspace, invitations, acting(ann!).actor), "Bob"));
    expect(invited).toMatchObject({ member: { email: "bob@x.test" }, mailed: true, link: null });
    expect(mails).toMatchObject([{ to: "bob@x.test", text: expect.stringContaining("link of bob@x.test for 7 days") }]);
    expect(mails[0]?.text).toContain("in the role editor");
    expect(await inviteMember(hand(workspace, invitations), "nobody@x.test")).toMatchObject({
      refusal: { code: "member_unknown" },
    });
  });

  test("that the mail server does not take is refused; the operator gets the link", async () => {
    const workspace = await open();
    const [ann] = await addMembers(workspace, "Ann <ann@x.test> admin", "Bob <bob@x.test>");
    const { invitations } = waysIn({ mail: "failing" });
    expect(await inviteMember(hand(workspace, invitations, acting(ann!).actor), "Bob")).toMatchObject({
      refusal: { code: "invitation_not_sent" },
    });
    expect(accepted(await inviteMember(hand(workspace, invitations), "Bob")).link).toContain("link of bob@x.test");
  });

  test("without a mail server is a link to hand over, unless it could open what the admin may not see (C-M4)", async () => {
    const workspace = await open();
    const [ann] = await addMembers(workspace, "Ann <ann@x.test> admin", "Bob <bob@x.test>", "Cy <cy@x.test>");
    const { invitations } = waysIn({ known: ["cy@x.test"] });
    const byAnn = hand(workspace, invitations, acting(ann!).actor);
    expect(accepted(await inviteMember(byAnn, "Bob"))).toMatchObject({
      ...{ mailed: false, link: "link of bob@x.test for 7 days" },
    });
    expect(accepted(await inviteMember(byAnn, "Cy"))).toMatchObject({ mailed: false, link: null });
    expect(accepted(await inviteMember(hand(workspace, invitations), "Cy")).link).toContain("cy@x.test");
    accepted(await createWorkspace(workspace.ports, { slug: "theirs", name: "Theirs", preset: "muster" }));
    expect(await inviteMember(byAnn, "Bob")).toMatchObject({ refusal: { code: "invitation_not_sent" } });
    expect(accepted(await inviteMember(hand(workspace, invitations), "Bob")).link).toContain("bob@x.test");
  });

  test("ends with the last membership, and sessions with it", async () => {
    const workspace = await open();
    const { ports } = workspace;
    const theirs = accepted(await createWorkspace(ports, { slug: "theirs", name: "Theirs", preset: "muster" }));
    const { invitations, revoked } = waysIn();
    for (const place of [workspace.workspace, theirs])
      accepted(await addMember({ ports, workspace: place, actor: OPERATOR }, { email: "ann@x.test" }));
    for (const [place, ended] of [
      [workspace.workspace, []],
      [theirs, ["ann@x.test"]],
    ] as const) {
      expect(await isMemberSomewhere(ports.store, "Ann@x.test")).toBe(true);
      const gone = accepted(await removeMember({ ports, workspace: place, actor: OPERATOR }, "ann@x.test", null));
      await withdrawInvitation({ ports, invitations }, gone.member);
      expect(revoked).toEqual(ended);
    }
    expect(await isMemberSomewhere(ports.store, "ann@x.test")).toBe(false);
  });
});

describe("the first owner", () => {
  const links = { ownerLink: async (email: string) => `link of ${email}` };

  test("who was named is an admin of the default workspace, however often the server starts (C-M1)", async () => {
    const workspace = await open();
    await addMembers(workspace, "Ann <ann@x.test> viewer");
    for (let start = 0; start < 2; start++)
      expect(accepted(await firstOwnerLink(workspace.ports, links, "ann@x.test"))).toBe("link of ann@x.test");
    expect(await workspace.ports.store.members.list(workspace.workspace.number)).toMatchObject([{ role: "admin" }]);
    accepted(await firstOwnerLink(workspace.ports, links, "bob@x.test"));
    expect(await workspace.ports.store.members.list(workspace.workspace.number)).toHaveLength(2);
  });

  test("whom nobody has named is no member, so that imports go on as without members", async () => {
    const workspace = await open();
    expect(accepted(await firstOwnerLink(workspace.ports, links, null))).toBe(`link of ${UNNAMED_OWNER}`);
    expect(await workspace.ports.store.members.list(workspace.workspace.number)).toEqual([]);
    const none = { ownerLink: async () => null };
    expect(accepted(await firstOwnerLink(workspace.ports, none, "ann@x.test"))).toBeNull();
    expect(await workspace.ports.store.members.list(workspace.workspace.number)).toEqual([]);
  });
});
