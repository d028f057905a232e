/** Who is told what of an import, where, and that nobody is told twice: with real mail, Slack and webhook receivers. */
import { describe, expect, test } from "vitest";
import { listNotifications, markRead } from "../../src/app/notify/notifications.ts";
import { notifyDuplicates, notifyEnded, notifyInvited } from "../../src/app/notify/notify-ended.ts";
import { changeProfile, profileOf } from "../../src/app/notify/profile.ts";
import type { ImportRecord } from "../../src/app/ports.ts";
import { addEndpoint, removeEndpoint, rotateSecret } from "../../src/app/workflow/webhook-endpoints.ts";
import { type EffectsConfig, readEffectsConfig } from "../../src/config/effects.ts";
import type { Role } from "../../src/core/member/member.ts";
import { GERMAN } from "../../src/core/notify/german-notifications.ts";
import { renderNotification } from "../../src/core/notify/render-notification.ts";
import { makeSenders } from "../../src/effects/senders.ts";
import { signWebhook } from "../../src/effects/webhook-signature.ts";
import { workspaces } from "../scenario/story.ts";
import { keyOfMail, mailServer } from "../support/mail-server.ts";
import { receiver } from "../support/receiver.ts";
import { recordingSenders, work } from "../support/workflow-story.ts";
import { accepted, type TestWorkspace } from "../support/workspace.ts";

const open = workspaces();
/** Not a day after the tests' clock begins. */
const LATER = 1_767_225_600_000 + 3 * 3_600_000;
const ABOUT = { userAgent: "muster/test", now: () => LATER };
const LOCAL = { MUSTER_ALLOWED_ADDRESSES: "127.0.0.1" };
const GOOD = "Name,Email\nAnn Lee,ann.lee@example.com\n";
const BAD = `${GOOD}Bob Ray,secret-cell\n`;

const config = (env: Readonly<Record<string, string>>): EffectsConfig => accepted(readEffectsConfig(env));

/** A workspace of an admin, Ada, and an editor, Ed. */
async function staffed() {
  const bench = await open();
  const { ports, workspace } = bench;
  const add = async (name: string, role: Role) => {
    const email = `${name.toLowerCase()}@example.com`;
    return accepted(await ports.store.members.add(workspace.number, { email, name, role, createdAt: 1 }));
  };
  const { number: ada } = await add("Ada", "admin");
  const member = await add("Ed", "editor");
  return { bench, ports, workspace, ada, ed: member.number, asEd: { actor: { kind: "member", member } } as const };
}

const toldTo = async ({ ports, workspace }: TestWorkspace, member: number) =>
  accepted(
    await listNotifications(ports, workspace, { member, unreadOnly: false, cursor: null, limit: 50 }),
  ).notifications.map(({ event }) => event);

describe("who is told (C-N3)", () => {
  test("whoever started it; of failures the admins too; of what the operator or a key did the admins", async () => {
    const { bench, ports, ada, ed, asEd } = await staffed();
    await notifyEnded(ports, await bench.import(GOOD, asEd), "run");
    expect([await toldTo(bench, ed), await toldTo(bench, ada)]).toEqual([["import_done"], []]);
    await notifyEnded(ports, await bench.import(BAD, asEd), "run");
    await notifyEnded(ports, await bench.plan(`${GOOD}\n`, {}), "plan");
    expect(await toldTo(bench, ed)).toEqual(["import_done_with_failures", "import_done"]);
    expect(await toldTo(bench, ada)).toEqual(["import_planned", "import_done_with_failures"]);
  });

  test("nobody twice, however often a worker says that a job has ended, and of each event of an import", async () => {
    const { bench, ports, ed, asEd } = await staffed();
    const planned = await bench.plan(BAD, asEd);
    for (let time = 0; time < 3; time++) await notifyEnded(ports, planned, "plan");
    const record = await bench.import(BAD, asEd);
    expect(await notifyEnded(ports, record, "run")).toBe(2);
    expect(await notifyEnded(ports, record, "run")).toBe(0);
    await notifyDuplicates(ports, record, 4);
    const undone = await bench.undo(record);
    await notifyEnded(ports, undone, "undo");
    await notifyEnded(ports, undone, "undo");
    expect(await toldTo(bench, ed)).toEqual([
      "undo_done",
      "duplicates_found",
      "import_done_with_failures",
      "import_planned",
    ]);
  });

  test("a file that was turned away, a stop on the way, an invitation", async () => {
    const { bench, ports, workspace, ed, asEd } = await staffed();
    const record = await bench.import(GOOD, asEd);
    const refusal = { code: "file_empty", message: "ann@example.com is in it", fix: "" } as const;
    await notifyEnded(ports, { ...record, state: "refused", refusal }, "run");
    const stopped: ImportRecord = { ...record, state: "interrupted", progress: null };
    await notifyEnded(ports, stopped, "run");
    await notifyEnded(ports, { ...record, state: "interrupted" }, "run");
    await notifyInvited(ports, workspace, { email: "ed@example.com", by: "Ada" });
    await notifyEnded(ports, { ...record, state: "cancelled" }, "run");
    expect(await toldTo(bench, ed)).toEqual([
      ...["invited", "import_interrupted", "import_interrupted", "import_refused"],
    ]);
  });
});

describe("what is told (C-N3)", () => {
  test("counts and the way to the import, never a cell; until it is read", async () => {
    const { bench, ports, workspace, ed, asEd } = await staffed();
    const record = await bench.import(BAD, asEd);
    await notifyEnded(ports, record, "run");
    const page = { member: ed, unreadOnly: true, cursor: null, limit: 5 };
    const { notifications, unread, next } = accepted(await listNotifications(ports, workspace, page));
    expect({ unread, next }).toEqual({ unread: 1, next: null });
    expect(notifications).toMatchObject([
      {
        title: "contacts.csv is imported, but not all of its lines",
        text: expect.stringContaining("Lines: 2. Created: 1. Updated: 0."),
        import: record.id,
        path: `/imports/${record.id}`,
        readAt: null,
      },
    ]);
    expect(JSON.stringify(notifications)).not.toMatch(/secret-cell|ann\.lee/);
    const ids = notifications.map(({ id }) => id);
    expect(accepted(await markRead(ports, workspace, { member: ed, ids }))).toBe(1);
    expect(accepted(await listNotifications(ports, workspace, page)).notifications).toEqual([]);
    expect(await markRead(ports, workspace, { member: ed, ids: ["ntf_x"] })).toMatchObject({
      refusal: { code: "notification_unknown" },
    });
  });

  test("a plan that would change nothing does not wait for anybody, and says so in both languages", async () => {
    const { bench, ports, workspace, ed, asEd } = await staffed();
    await bench.import(GOOD, asEd);
    await notifyEnded(ports, await bench.plan(GOOD, asEd), "plan");
    const page = { member: ed, unreadOnly: true, cursor: null, limit: 5 };
    const { notifications } = accepted(await listNotifications(ports, workspace, page));
    expect(notifications[0]).toMatchObject({
      title: "contacts.csv is planned, and would change nothing",
      text: expect.stringContaining(
        "There is nothing to start: no line would change anything. Lines: 1. Unchanged: 1.",
      ),
    });
    const told = { event: "import_planned", params: { file: "a.csv", changes: "nothing" } } as const;
    expect(renderNotification(told, GERMAN).title).toBe("a.csv ist geplant und würde nichts ändern");
  });

  test("as the profile says: a mail and a post arrive once, with a link, and a name in the file's name does nothing", async () => {
    const { mails, env } = await mailServer();
    const slack = await receiver();
    const { bench, ports, workspace, ed, asEd } = await staffed();
    const set = [["import_done", "mail,slack"]] as const;
    accepted(await changeProfile(ports, workspace, { member: ed, set }));
    const record = await bench.import(GOOD, asEd);
    const source = { ...record.settings.source, name: "<!channel>\r\nBcc: x@y.z.csv" };
    const named = { ...record, settings: { ...record.settings, source } };
    const told = { ...ports, publicUrl: "https://muster.test" };
    for (let time = 0; time < 2; time++) await notifyEnded(told, named, "run");
    const senders = makeSenders(config({ ...env, MUSTER_SLACK_URL: slack.url }), ABOUT);
    expect(await work(bench, LATER, senders)).toMatchObject({ sent: 2 });
    expect(await toldTo(bench, ed)).toEqual([]);
    expect(mails.map(({ to }) => to)).toEqual([["ed@example.com"]]);
    expect(mails[0]?.text).toMatch(/^Subject: <!channel> Bcc: x@y.z.csv is imported\r$/m);
    expect(mails[0]?.text).toContain(`https://muster.test/imports/${record.id}`);
    const [post] = slack.got.map(({ body }) => JSON.parse(body).text);
    expect(post).toContain("*Ed: &lt;!channel&gt; Bcc: x@y.z.csv is imported*");
    expect(post).toContain(`<https://muster.test/imports/${record.id}|Open the import>`);
    expect(keyOfMail(mails[0]!)).toMatch(new RegExp(`^${record.id}-import_done-mem_\\w+-mail$`));
  });

  test("by default a mail only where it needs somebody, or took longer than five minutes", async () => {
    const { bench, ports, asEd } = await staffed();
    const record = await bench.import(GOOD, asEd);
    const quick = { ...record, startedAt: 0, finishedAt: 60_000 };
    await notifyEnded(ports, quick, "run");
    const { senders, sent } = recordingSenders();
    await work(bench, LATER, senders);
    expect(sent).toEqual([]);
    const slow = await bench.import(`${GOOD}\n`, asEd);
    await notifyEnded(ports, { ...slow, startedAt: 0, finishedAt: 301_000 }, "run");
    await notifyEnded(ports, await bench.import(BAD, asEd), "run");
    await work(bench, LATER, senders);
    expect(sent.map(({ to }) => to).sort()).toEqual(["ada@example.com", "ed@example.com", "ed@example.com"]);
  });

  test("a member's own Slack address is called unsigned, and never a private one that the operator has not listed", async () => {
    const slack = await receiver();
    const { bench, ports, workspace, ed, asEd } = await staffed();
    const change = { member: ed, set: [["import_done", "slack"]], slackUrl: `${slack.url}/T0/secret` } as const;
    expect(accepted(await changeProfile(ports, workspace, change)).slack).toBe(new URL(slack.url).host);
    const secret = { MUSTER_WEBHOOK_SECRET: `whsec_${"A".repeat(32)}` };
    for (const [env, calls] of [
      [secret, 0],
      [{ ...secret, ...LOCAL }, 1],
    ] as const) {
      await notifyEnded(ports, await bench.import(`${GOOD}${"\n".repeat(calls)}`, asEd), "run");
      await work(bench, LATER, makeSenders(config(env), ABOUT));
      expect(slack.got).toHaveLength(calls);
    }
    expect(slack.got[0]?.headers["webhook-signature"]).toBeUndefined();
    expect(JSON.parse(slack.got[0]?.body ?? "").text).toMatch(/^\*contacts\.csv is imported\*/);
  });
});

describe("what was given up (C-O3)", () => {
  test("is told to the admins once a day for each receiver, and a notice about it makes no other", async () => {
    const gone = await receiver((_, response) => response.writeHead(404).end());
    const { bench, ports, workspace, ada, ed, asEd } = await staffed();
    for (const path of ["a", "b"])
      accepted(await addEndpoint(ports, workspace, { url: `${gone.url}/${path}`, events: [], by: "Ada" }));
    await notifyEnded(ports, await bench.import(GOOD, asEd), "run");
    const senders = makeSenders(config({ ...LOCAL, MUSTER_SLACK_URL: gone.url }), ABOUT);
    expect(await work(bench, LATER, senders)).toMatchObject({ dead: 2 });
    expect([await toldTo(bench, ada), await toldTo(bench, ed)]).toEqual([["effect_given_up"], ["import_done"]]);
    accepted(await changeProfile(ports, workspace, { member: ed, set: [["import_done", "slack"]] }));
    await notifyEnded(ports, await bench.import(`${GOOD}\n`, asEd), "run");
    expect(await work(bench, LATER, { slack: senders.slack! })).toMatchObject({ dead: 1 });
    expect(await toldTo(bench, ada)).toEqual(["effect_given_up", "effect_given_up"]);
  });
});

describe("webhooks of a workspace (C-O3)", () => {
  test("are told of done, failed and undone as they have asked, each signed with its own secret, by the former one too for a day", async () => {
    const { got, url } = await receiver();
    const { bench, ports, workspace, asEd } = await staffed();
    const request = { url: `${url}/all`, events: [], by: "Ada" };
    const all = accepted(await addEndpoint(ports, workspace, request));
    accepted(await addEndpoint(ports, workspace, { url: `${url}/undone`, events: ["import.undone"], by: "Ada" }));
    const record = await bench.import(BAD, asEd);
    for (let time = 0; time < 2; time++) await notifyEnded(ports, record, "run");
    const rotated = accepted(await rotateSecret(ports, workspace, all.url));
    const senders = makeSenders(config(LOCAL), ABOUT);
    await work(bench, LATER, senders);
    await notifyEnded(ports, await bench.undo(record), "undo");
    await work(bench, LATER, senders);
    const seen = got.map(({ path, body }) => [path, JSON.parse(body).type]);
    expect(seen.sort()).toEqual([
      ["/all", "import.done"],
      ["/all", "import.undone"],
      ["/undone", "import.undone"],
    ]);
    const [call] = got;
    expect(JSON.parse(call?.body ?? "").data).toMatchObject({
      ...{ workspace: "default", import: record.id, state: "done", lines: 2 },
      ...{ outcomes: { created: 1, failed: 1 }, problems: { email_invalid: 1 } },
    });
    const signed = { id: String(call?.headers["webhook-id"]), seconds: LATER / 1000, body: call?.body ?? "" };
    const secrets = rotated.secrets.map(({ secret }) => secret);
    expect(secrets).toEqual([expect.stringMatching(/^whsec_.{44}$/), all.secrets[0]?.secret]);
    expect(call?.headers["webhook-signature"]).toBe(signWebhook(secrets, signed));
  });

  test("one that was removed is called no more, not even for what waits", async () => {
    const { got, url } = await receiver();
    const { bench, ports, workspace } = await staffed();
    accepted(await addEndpoint(ports, workspace, { url, events: ["import.done"], by: "Ada" }));
    await notifyEnded(ports, await bench.import(GOOD, {}), "run");
    accepted(await removeEndpoint(ports, workspace, url));
    await work(bench, LATER, makeSenders(config(LOCAL), ABOUT));
    expect(got).toEqual([]);
  });

  test.each([
    ["ftp://example.com", []],
    ["https://ann:secret@example.com/", []],
    ["https://example.com/", ["import.begun"]],
  ])("%s with %j is refused", async (url, events) => {
    const { ports, workspace } = await open();
    expect(await addEndpoint(ports, workspace, { url, events, by: "Ada" })).toMatchObject({
      refusal: { code: "endpoint_invalid" },
    });
  });
});

test("a profile is changed event by event, given back to its default, and refused where it says nothing", async () => {
  const { ports, workspace, ed } = await staffed();
  const change = (...set: readonly (readonly [string, string])[]) =>
    changeProfile(ports, workspace, { member: ed, set });
  const before = await profileOf(ports, workspace, ed);
  accepted(await change(["import-done", "Slack, mail-if-long"], ["undo_done", "none"]));
  const shown = await profileOf(ports, workspace, ed);
  expect(shown.events.filter(({ isOwn }) => isOwn).map(({ event, channels }) => `${event}=${channels}`)).toEqual([
    ...["import_done=mail-if-long,slack", "undo_done=none"],
  ]);
  accepted(await change(["import_done", "default"], ["undo_done", "default"]));
  expect(await profileOf(ports, workspace, ed)).toEqual(before);
  for (const [event, channels] of [
    ["import_done", "pigeon"],
    ["import_done", "none,app"],
    ["lunch", "app"],
  ] as const)
    expect(await change([event, channels])).toMatchObject({ refusal: { code: "profile_invalid" } });
  const url = { member: ed, set: [], slackUrl: "javascript:alert(1)" };
  expect(await changeProfile(ports, workspace, url)).toMatchObject({ refusal: { code: "profile_invalid" } });
});
