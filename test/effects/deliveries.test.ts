/** Mails, posts and calls as they arrive at real servers on this machine, and what becomes of those that do not. */
import { createHmac } from "node:crypto";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { SMTPServer } from "smtp-server";
import { describe, expect, onTestFinished, test } from "vitest";
import { type EffectsConfig, readEffectsConfig } from "../../src/config/effects.ts";
import { MOST_ATTEMPTS } from "../../src/core/workflow/retry-delay.ts";
import { AddressGuard } from "../../src/effects/address-guard.ts";
import { deliveryOf } from "../../src/effects/post-delivery.ts";
import { makeSenders } from "../../src/effects/senders.ts";
import { webhookSender } from "../../src/effects/webhook-sender.ts";
import { workspaces } from "../scenario/story.ts";
import { receiver } from "../support/receiver.ts";
import { add, recordingSenders, work } from "../support/workflow-story.ts";
import { accepted, type TestWorkspace } from "../support/workspace.ts";

const open = workspaces({ policy: { effectHold: 0 } });
const NOW = 2_000_000_000_000;
const SECRET = `whsec_${Buffer.from("a secret of thirty-two characters").toString("base64")}`;
const ABOUT = { userAgent: "muster/test", now: () => NOW };
const LOCAL = { MUSTER_ALLOWED_ADDRESSES: "127.0.0.1" };
const config = (env: Readonly<Record<string, string>>): EffectsConfig => accepted(readEffectsConfig(env));

const effects = (workspace: TestWorkspace) =>
  workspace.ports.store.outbox.list(workspace.workspace.number, {
    ...{ import: null, states: ["queued", "sending", "sent", "failed", "dead", "cancelled"], after: 0, limit: 100 },
  });

async function withWebhook(url: string): Promise<TestWorkspace> {
  const workspace = await open();
  await add(workspace, "Call", { do: "call_webhook", url });
  await workspace.import("Name,Email\nAnn Lee,ann@example.com\n", { workflow: "Call" });
  return workspace;
}

describe("webhooks (C-O3)", () => {
  test("are signed as Standard Webhooks says, with the effect's key as their id", async () => {
    const { got, url } = await receiver();
    const workspace = await withWebhook(`${url}/hook?a=1`);
    await work(workspace, NOW, makeSenders(config({ ...LOCAL, MUSTER_WEBHOOK_SECRET: SECRET }), ABOUT));
    const [call] = got;
    const id = String(call?.headers["webhook-id"]);
    expect(id).toBe((await effects(workspace))[0]?.key);
    expect(call).toMatchObject({ path: "/hook?a=1", headers: { "webhook-timestamp": String(NOW / 1000) } });
    const signed = createHmac("sha256", "a secret of thirty-two characters")
      .update(`${id}.${NOW / 1000}.${call?.body}`)
      .digest("base64");
    expect(call?.headers["webhook-signature"]).toBe(`v1,${signed}`);
    expect(JSON.parse(call?.body ?? "")).toMatchObject({ contact: { fields: { email: "ann@example.com" } } });
  });

  test("go to no private address that the operator has not listed, by name or by number, and are given up", async () => {
    const { got, port } = await receiver();
    for (const host of ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"]) {
      const workspace = await withWebhook(`http://${host}:${port}/`);
      await work(workspace, NOW, makeSenders(config({}), ABOUT));
      const [effect] = await effects(workspace);
      expect(`${host} ${effect?.state} ${effect?.error}`).toMatch(/dead it leads to a private address/);
    }
    expect(got).toEqual([]);
  });

  test("do not follow a redirect, wherever it leads", async () => {
    const inner = await receiver();
    const outer = await receiver((_, response) => response.writeHead(307, { location: inner.url }).end());
    const workspace = await withWebhook(outer.url);
    await work(workspace, NOW, makeSenders(config(LOCAL), ABOUT));
    expect(await effects(workspace)).toMatchObject([{ state: "dead", error: "HTTP 307: redirects are not followed" }]);
    expect(inner.got).toEqual([]);
  });

  test("that answer with 20 MB or never are cut off", async () => {
    const large = await receiver((_, response) => {
      response.writeHead(200);
      const piece = Buffer.alloc(64 * 1024);
      let left = 320;
      const more = (): void => {
        while (left-- > 0) if (!response.write(piece)) return void response.once("drain", more);
        response.end();
      };
      more();
    });
    const silent = await receiver(() => undefined);
    const guard = new AddressGuard(config(LOCAL).allowedAddresses);
    const send = webhookSender({ ...ABOUT, secrets: [], guard, timeoutMs: 300 });
    const to = (url: string) => send({ effect: { kind: "webhook", url, body: "{}" }, key: "k", at: 0 });
    expect(await to(large.url)).toEqual({ ok: true });
    expect(await to(silent.url)).toMatchObject({ ok: false, permanent: false, error: "no answer within 0.3 s" });
  });
});

describe("what an undo finds in the hands of a worker", () => {
  const sending = async () => {
    const workspace = await open();
    await add(workspace, "Call", { do: "call_webhook", url: "https://x.test/" });
    const record = await workspace.import("Name,Email\nAnn Lee,ann@example.com\n", { workflow: "Call" });
    await work(workspace, NOW, {});
    const claim = (now: number) =>
      workspace.ports.store.outbox.claim(workspace.workspace.number, {
        ...{ kinds: ["webhook"], limit: 9, now, holder: "host:1", isGone: () => false },
      });
    const [claimed] = await claim(NOW);
    if (!claimed) throw new Error("nothing to send");
    await workspace.undo(record);
    return { workspace, record, claim, claimed };
  };
  /** States, and texts that are still there. */
  const kept = ({ folder }: TestWorkspace) => {
    const database = new DatabaseSync(join(folder, "data", "muster.db"), { readOnly: true });
    try {
      return database.prepare("select state, effect from outbox").all();
    } finally {
      database.close();
    }
  };

  test("is cancelled once the worker is gone: not sent again, not counted as sent, its text forgotten", async () => {
    const { workspace, record, claim } = await sending();
    expect(await claim(NOW)).toEqual([]);
    expect(kept(workspace)).toMatchObject([{ state: "sending" }]);
    expect(await claim(NOW + 3_600_000)).toEqual([]);
    expect(kept(workspace)).toEqual([{ state: "cancelled", effect: null }]);
    expect(await workspace.ports.store.workflows.tally(record.ref, null)).toMatchObject({ waiting: 0, sent: 0 });
  });

  test("is cancelled when it fails, its text forgotten", async () => {
    const { workspace, claimed } = await sending();
    const end = { state: "failed", error: "HTTP 500", dueAt: NOW } as const;
    await workspace.ports.store.outbox.end(workspace.workspace.number, claimed, end);
    expect(kept(workspace)).toEqual([{ state: "cancelled", effect: null }]);
  });
});

describe("what fails", () => {
  test("is tried again later, under the same key, and then given up; a person can have it tried anew (C-O3)", async () => {
    const { got, url } = await receiver((_, response) =>
      response.writeHead(got.length <= MOST_ATTEMPTS ? 500 : 200).end(),
    );
    const workspace = await withWebhook(url);
    const senders = makeSenders(config(LOCAL), ABOUT);
    let at = NOW;
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      expect(await work(workspace, at - 1, attempt === 1 ? {} : senders)).toMatchObject({
        sent: 0,
        failed: 0,
        dead: 0,
      });
      await work(workspace, at, senders);
      const [effect] = await effects(workspace);
      expect(effect).toMatchObject({ attempts: attempt, error: "HTTP 500" });
      expect(effect?.state).toBe(attempt < MOST_ATTEMPTS ? "failed" : "dead");
      at = Math.max(at, effect?.dueAt ?? 0);
    }
    expect(await work(workspace, at + 1e9, senders)).toMatchObject({ sent: 0 });
    const { outbox } = workspace.ports.store;
    expect(await outbox.retry(workspace.workspace.number, "all", at)).toBe(1);
    expect(await work(workspace, at, senders)).toMatchObject({ sent: 1 });
    expect(new Set(got.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(got.map(({ body }) => body)).size).toBe(1);
  });

  test.each([
    [400, true],
    [404, true],
    [410, true],
    [301, true],
    [408, false],
    [429, false],
    [500, false],
    [503, false],
  ])("HTTP %i is final: %s", (status, permanent) => {
    expect(deliveryOf({ kind: "answer", status, retryAfter: null, body: "" }, 0)).toMatchObject({
      ok: false,
      permanent,
    });
  });

  test.each([
    ["120", 120_000],
    ["Thu, 01 Jan 1970 00:10:00 GMT", 600_000],
    ["soon", null],
    ["-5", null],
    ["999999999", 86_400_000],
  ])("Retry-After %s is kept", (retryAfter, retryAfterMs) => {
    expect(deliveryOf({ kind: "answer", status: 429, retryAfter, body: "" }, 0)).toMatchObject({ retryAfterMs });
  });

  test("is cancelled when its import is undone while it is being sent", async () => {
    const workspace = await withWebhook("https://example.com/");
    const [record] = await workspace.ports.store.imports.list(workspace.workspace.number, { limit: 1, before: null });
    await work(workspace, NOW, {
      async webhook() {
        await workspace.undo(record!);
        return { ok: false, error: "HTTP 500", permanent: false, retryAfterMs: null };
      },
    });
    expect(await effects(workspace)).toMatchObject([{ state: "cancelled" }]);
  });
});

describe("a worker that died while it was sending", () => {
  test("leaves the effect to the next one, under the same key; on another machine once its time is over", async () => {
    const workspace = await withWebhook("https://example.com/");
    await work(workspace, NOW);
    const { outbox } = workspace.ports.store;
    const claim = (holder: string, now: number, gone: boolean) =>
      outbox.claim(workspace.workspace.number, {
        ...{ kinds: ["webhook"], limit: 8, now, holder },
        isGone: () => gone,
      });
    const [first] = await claim("a:1", NOW, false);
    expect(await claim("b:1", NOW + 59_999, false)).toEqual([]);
    const [second] = await claim("b:1", NOW + 1, true);
    expect(second).toEqual({ ...first, attempts: 2 });
    const [third] = await claim("c:1", NOW + 60_001, false);
    expect(third).toEqual({ ...first, attempts: 3 });
    await outbox.end(workspace.workspace.number, first!, { state: "sent", at: NOW });
    expect((await effects(workspace))[0]?.state).toBe("sending");
  });
});

describe("mails and posts", () => {
  test("a mail arrives once with its text, from whom it is said to be, and a Message-ID made of its key", async () => {
    const mails: { readonly to: readonly string[]; readonly text: string }[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData(stream, session, done) {
        let text = "";
        stream.on("data", (piece) => {
          text += piece;
        });
        stream.on("end", () => {
          mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.server.address() as AddressInfo;
    const workspace = await open();
    await add(workspace, "Mail", { do: "send_email", subject: "Hello {{first_name}} ✓", text: "Grüße,\n.\nMuster" });
    await workspace.import('First name,Email\n"Ann, eve@example.com",ann@example.com\n', { workflow: "Mail" });
    const env = { MUSTER_SMTP_URL: `smtp://127.0.0.1:${port}`, MUSTER_MAIL_FROM: "Muster <muster@example.com>" };
    expect(await work(workspace, NOW, makeSenders(config(env), ABOUT))).toMatchObject({ sent: 1 });
    const [effect] = await effects(workspace);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to).toEqual(["ann@example.com"]);
    expect(mails[0]?.text).toContain(`Message-ID: <${effect?.key}@example.com>`);
    expect(mails[0]?.text).toContain("From: Muster <muster@example.com>");
    expect(mails[0]?.text).toContain("Auto-Submitted: auto-generated");
  });

  test("a mail server that is not there, or refuses, is told without the address", async () => {
    const workspace = await open();
    await add(workspace, "Mail", { do: "send_email", subject: "Hello", text: "Hi" });
    await workspace.import("Email\nann@example.com\n", { workflow: "Mail" });
    const env = { MUSTER_SMTP_URL: "smtp://127.0.0.1:1", MUSTER_MAIL_FROM: "muster@example.com" };
    await work(workspace, NOW, makeSenders(config(env), ABOUT));
    const [effect] = await effects(workspace);
    expect(effect).toMatchObject({ state: "failed", attempts: 1 });
    expect(effect?.error).toMatch(/^[A-Z]+$/);
  });

  test("a post has the text that Slack takes", async () => {
    const { got, url } = await receiver();
    const workspace = await open();
    await add(workspace, "Post", { do: "post_to_slack", text: "New: {{full_name}}" });
    await workspace.import("Name,Email\n<!channel> Lee,ann@example.com\n", { workflow: "Post" });
    await work(workspace, NOW, makeSenders(config({ MUSTER_SLACK_URL: url }), ABOUT));
    expect(got.map(({ body }) => JSON.parse(body))).toEqual([{ text: "New: &lt;!channel&gt; Lee" }]);
  });

  test("what nothing is set up for waits, and is lost by nobody (C-O3)", async () => {
    const workspace = await open();
    await add(workspace, "Post", { do: "post_to_slack", text: "{{email}}" });
    await workspace.import("Email\nann@example.com\n", { workflow: "Post" });
    expect(await work(workspace, NOW, makeSenders(config({}), ABOUT))).toMatchObject({ sent: 0, failed: 0, dead: 0 });
    expect(await effects(workspace)).toMatchObject([{ state: "queued", attempts: 0 }]);
    const { senders, sent } = recordingSenders();
    await work(workspace, NOW, senders);
    expect(sent).toHaveLength(1);
  });
});

describe("settings", () => {
  test.each([
    [{ MUSTER_SMTP_URL: "mail.of-mine.example", MUSTER_MAIL_FROM: "a@b.co" }, "MUSTER_SMTP_URL"],
    [{ MUSTER_SMTP_URL: "smtp://mail.example.com" }, "MUSTER_MAIL_FROM"],
    [{ MUSTER_SLACK_URL: "hooks.of-mine.example" }, "MUSTER_SLACK_URL"],
    [{ MUSTER_WEBHOOK_SECRET: "secret" }, "MUSTER_WEBHOOK_SECRET"],
    [{ MUSTER_ALLOWED_ADDRESSES: "127.0.0.1,example.com" }, "MUSTER_ALLOWED_ADDRESSES"],
    [{ MUSTER_ALLOWED_ADDRESSES: "10.0.0.0/33" }, "MUSTER_ALLOWED_ADDRESSES"],
    [{ MUSTER_ENRICHMENT_URL: "ftp://x" }, "MUSTER_ENRICHMENT_URL"],
    [{ MUSTER_ENRICHMENT_PER_SECOND: "many" }, "MUSTER_ENRICHMENT_PER_SECOND"],
  ])("%j names its variable", (env, name) => {
    const refused = readEffectsConfig(env);
    expect(refused.ok ? "" : refused.refusal.message).toContain(name);
    expect(JSON.stringify(refused)).not.toContain(Object.values(env)[0]);
  });

  test.each([
    ["93.184.215.14", true],
    ["2606:4700::1111", true],
    ["10.1.2.3", true],
    ["10.2.0.1", false],
    ["100.64.0.1", false],
    ["169.254.169.254", false],
    ["192.168.1.1", false],
    ["172.31.0.1", false],
    ["0.0.0.0", false],
    ["::1", false],
    ["::", false],
    ["fe80::1", false],
    ["fd00::1", false],
    ["::ffff:10.2.0.1", false],
    ["64:ff9b::a02:1", false],
    ["2002:a02:1::", false],
    ["nobody", false],
  ])("%s may be called: %s", (address, permitted) => {
    const guard = new AddressGuard(config({ MUSTER_ALLOWED_ADDRESSES: "10.1.0.0/16" }).allowedAddresses);
    expect(guard.permits(address)).toBe(permitted);
  });
});
