/** API keys: who may make which, until when they work, and what is known of a key that was sent. */
import { describe, expect, test } from "vitest";
import {
  checkKey,
  createKey,
  type KeysInHand,
  type KeyTexts,
  listKeys,
  noteKeyUse,
  revokeKey,
} from "../../src/app/workspace/api-keys.ts";
import { addMember, changeMember, removeMember } from "../../src/app/workspace/change-members.ts";
import { findActor } from "../../src/app/workspace/find-actor.ts";
import { readExpiry } from "../../src/app/workspace/key-expiry.ts";
import { actorName } from "../../src/core/member/actor.ts";
import { workspaces } from "../scenario/story.ts";
import { accepted, type TestWorkspace } from "../support/workspace.ts";

const open = workspaces();
const NOW = Date.parse("2026-03-04T05:06:07Z");
const DAY = 86_400_000;

const operator = ({ ports, workspace }: TestWorkspace): KeysInHand => ({
  ports,
  workspace,
  actor: { kind: "operator", name: "root" },
});

/** A member of this role, who makes keys. */
async function colleague(test: TestWorkspace, email: string, role: string): Promise<KeysInHand> {
  accepted(await addMember(operator(test), { email, role }));
  const who = { member: email, operator: "root" };
  return { ...operator(test), actor: accepted(await findActor(test.ports, test.workspace, who)) };
}

const make = (hand: KeysInHand, said: Partial<KeyTexts> = {}) => createKey(hand, { name: "nightly", ...said });

describe("a key", () => {
  test("is shown once, stored as a digest, and known again with its workspace, role and scopes (C-M4)", async () => {
    const workspace = await open();
    const { text, key } = accepted(await make(operator(workspace)));
    expect(text).toMatch(/^mst_[\w-]{43}$/);
    expect(JSON.stringify(await listKeys(operator(workspace)))).not.toContain(text.slice(12));
    const checked = accepted(await checkKey(workspace.ports, text));
    expect(checked).toMatchObject({ key, workspace: { slug: "default" } });
    expect(checked.actor).toEqual({
      ...{ kind: "key", name: "nightly", role: "editor", scopes: ["read", "import", "write"] },
    });
    expect(actorName(checked.actor)).toBe("key nightly");
  });

  test("that is none of ours is refused, however alike", async () => {
    const workspace = await open();
    const { text } = accepted(await make(operator(workspace)));
    const last = text.endsWith("A") ? "B" : "A";
    for (const wrong of [
      "",
      "mst_",
      `${text.slice(0, -1)}${last}`,
      `${text} `,
      text.toLowerCase(),
      `x${text}`,
      text.slice(4),
    ])
      expect(await checkKey(workspace.ports, wrong)).toMatchObject({ refusal: { code: "key_unknown" } });
  });

  test("works until it expires or is revoked", async () => {
    const workspace = await open();
    const { ports } = workspace;
    const { text, key } = accepted(await make(operator(workspace), { expires: "1d" }));
    const later = { ...ports, now: () => (key.expiresAt ?? 0) - 1 };
    expect(await checkKey(later, text)).toMatchObject({ ok: true });
    const over = { ...ports, now: () => key.expiresAt ?? 0 };
    expect(await checkKey(over, text)).toMatchObject({ refusal: { code: "key_expired" } });
    accepted(await revokeKey(operator(workspace), "nightly"));
    expect(await checkKey(ports, text)).toMatchObject({ refusal: { code: "key_revoked" } });
    expect(await revokeKey(operator(workspace), "nightly")).toMatchObject({ refusal: { code: "key_not_there" } });
    expect(await revokeKey(operator(workspace), "other")).toMatchObject({ refusal: { code: "key_not_there" } });
  });

  test("may never do more than its maker, also when the maker may do less later, or is gone (C-M1)", async () => {
    const workspace = await open();
    const ann = await colleague(workspace, "ann@x.test", "editor");
    expect(await make(ann, { role: "admin" })).toMatchObject({ refusal: { code: "key_invalid" } });
    const { text, key } = accepted(await make(ann, { scopes: ["import, admin"] }));
    expect(key).toMatchObject({ role: "editor", scopes: ["import", "admin"], createdBy: "ann@x.test" });
    accepted(await changeMember(operator(workspace), "ann@x.test", { role: "viewer" }));
    expect(accepted(await checkKey(workspace.ports, text)).actor.role).toBe("viewer");
    accepted(await removeMember(operator(workspace), "ann@x.test", null));
    expect(await checkKey(workspace.ports, text)).toMatchObject({ refusal: { code: "key_revoked" } });
    const { actor } = accepted(
      await checkKey(workspace.ports, accepted(await make(operator(workspace), { name: "other" })).text),
    );
    expect(await make({ ...ann, actor })).toMatchObject({ refusal: { code: "permission_denied" } });
  });

  test("is seen and revoked by its maker and by admins alone (C-M4)", async () => {
    const workspace = await open();
    const ann = await colleague(workspace, "ann@x.test", "editor");
    const bob = await colleague(workspace, "bob@x.test", "editor");
    accepted(await make(ann));
    expect(await listKeys(bob)).toEqual([]);
    expect(await revokeKey(bob, "nightly")).toMatchObject({ refusal: { code: "key_not_there" } });
    expect(await listKeys(await colleague(workspace, "cy@x.test", "admin"))).toHaveLength(1);
    accepted(await revokeKey(ann, "nightly"));
  });

  test("has its last use written at most once a minute", async () => {
    const workspace = await open();
    const { text } = accepted(await make(operator(workspace)));
    const useAt = async (at: number) => {
      const ports = { ...workspace.ports, now: () => at };
      await noteKeyUse(ports, accepted(await checkKey(ports, text)));
      return (await listKeys(operator(workspace)))[0]?.lastUsedAt;
    };
    const start = workspace.ports.now();
    expect(await useAt(start)).toBe(start);
    expect(await useAt(start + 59_999)).toBe(start);
    expect(await useAt(start + 60_000)).toBe(start + 60_000);
  });

  test("of an editor's role may not import where the policy wants admins (C-M1)", async () => {
    const workspace = await open({ policy: { minRole: "admin" } });
    const { actor } = accepted(await checkKey(workspace.ports, accepted(await make(operator(workspace))).text));
    expect(await workspace.prepare("Email\na@x.test\n", { actor })).toMatchObject({
      refusal: { code: "permission_denied" },
    });
  });

  test.for<readonly [said: Partial<KeyTexts>]>([
    [{ name: " " }],
    [{ name: "x".repeat(300) }],
    [{ scopes: [] }],
    [{ scopes: ["read", "everything"] }],
    [{ role: "owner" }],
    [{ expires: "0d" }],
    [{ expires: "soon" }],
    [{ expires: "2001-01-01" }],
    [{ expires: "999999999y" }],
  ])("is not made of %j", async ([said]) => {
    const workspace = await open();
    expect(await make(operator(workspace), said)).toMatchObject({ refusal: { code: "key_invalid" } });
  });
});

test.for<readonly [text: string | undefined, at: string | null]>([
  ["12h", "2026-03-04T17:06:07.000Z"],
  ["90d", new Date(NOW + 90 * DAY).toISOString()],
  ["6 W", new Date(NOW + 42 * DAY).toISOString()],
  ["1y", new Date(NOW + 365 * DAY).toISOString()],
  [undefined, new Date(NOW + 365 * DAY).toISOString()],
  ["2026-03-04", "2026-03-04T23:59:59.999Z"],
  ["never", null],
])("%s is a time for which a key works", ([text, at]) => {
  const expected = at === null ? null : Date.parse(at);
  expect(accepted(readExpiry(text, NOW))).toBe(expected);
});
