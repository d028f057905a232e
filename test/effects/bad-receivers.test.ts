/** Receivers that hang, fail, redirect, answer without end, or lie about where they are: real servers on this machine. */

import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { notifyEnded } from "../../src/app/notify/notify-ended.ts";
import { addEndpoint } from "../../src/app/workflow/webhook-endpoints.ts";
import { type EffectsConfig, readEffectsConfig } from "../../src/config/effects.ts";
import { AddressGuard } from "../../src/effects/address-guard.ts";
import { mailSender } from "../../src/effects/mail-sender.ts";
import { makeSenders } from "../../src/effects/senders.ts";
import { slackSender } from "../../src/effects/slack-sender.ts";
import { webhookSender } from "../../src/effects/webhook-sender.ts";
import { signWebhook } from "../../src/effects/webhook-signature.ts";
import { workspaces } from "../scenario/story.ts";
import { receiver } from "../support/receiver.ts";
import { add, work } from "../support/workflow-story.ts";
import { accepted, type TestWorkspace } from "../support/workspace.ts";

const open = workspaces({ policy: { effectHold: 0 } });
const NOW = 2_000_000_000_000;
const ABOUT = { userAgent: "muster/test", now: () => NOW };
const LOCAL = { MUSTER_ALLOWED_ADDRESSES: "127.0.0.1" };
const SHORT = { timeoutMs: 300 };
const config = (env: Readonly<Record<string, string>>): EffectsConfig => accepted(readEffectsConfig(env));
const TOO_LONG = { ok: false, permanent: false, isUnreached: true, error: "no answer within 0.3 s" };

/** A server of plain bytes, and the connections that it has open. */
async function rawServer(greet: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    socket.resume();
    greet(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, sockets };
}

async function untilNone(sockets: ReadonlySet<Socket>): Promise<void> {
  while (sockets.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe("a mail server", () => {
  const mail = { effect: { kind: "email", to: "ann@example.com", subject: "s", text: "t" }, key: "k", at: 0 } as const;
  const send = (port: number) =>
    mailSender({ url: `smtp://127.0.0.1:${port}`, from: "muster@example.com", ...SHORT })(mail);

  test.each<readonly [string, (socket: Socket) => void]>([
    ["says nothing", () => undefined],
    ["greets and then hangs", (socket) => void socket.write("220 hello\r\n")],
    [
      "says a byte now and then, for ever",
      (socket) => {
        const timer = setInterval(() => socket.write("2"), 20);
        socket.on("close", () => clearInterval(timer));
      },
    ],
    [
      "takes the mail and never says so",
      (socket) => {
        socket.write("220 hello\r\n");
        let isData = false;
        socket.on("data", (piece) => {
          if (isData) return;
          isData = /^DATA/i.test(String(piece));
          socket.write(isData ? "354 go on\r\n" : "250 ok\r\n");
        });
      },
    ],
  ])("that %s is cut off, and nothing stays open (C-O3)", async (_, greet) => {
    const { port, sockets } = await rawServer(greet);
    expect(await send(port)).toMatchObject(TOO_LONG);
    await untilNone(sockets);
  });

  test.each([
    ["550 no such ann@example.com", { permanent: true, error: "SMTP 550" }],
    ["451 later, ann@example.com", { permanent: false, error: "SMTP 451" }],
  ])("that answers “%s” is there, and its words are not kept", async (answer, delivery) => {
    const { port } = await rawServer((socket) => {
      socket.write("220 hello\r\n");
      socket.on("data", (piece) => socket.write(/^RCPT/i.test(String(piece)) ? `${answer}\r\n` : "250 ok\r\n"));
    });
    const ended = await send(port);
    expect(ended).toMatchObject({ ok: false, ...delivery });
    expect(ended).not.toMatchObject({ isUnreached: true });
  });
});

describe("Slack", () => {
  const post = { effect: { kind: "slack", text: "t" }, key: "k", at: 0 } as const;

  test.each([
    [500, { permanent: false, isUnreached: false }],
    [503, { permanent: false, isUnreached: true }],
    [429, { permanent: false, isUnreached: false }],
    [404, { permanent: true, isUnreached: false }],
    [302, { permanent: true, isUnreached: false }],
  ])("that answers %i is tried again or given up (C-O3)", async (status, delivery) => {
    const { got, url } = await receiver((_, response) => response.writeHead(status, { location: "/again" }).end());
    expect(await slackSender(url, ABOUT)(post)).toMatchObject({ ok: false, ...delivery });
    expect(got.map(({ path }) => path)).toEqual(["/"]);
  });

  test("that hangs, before or within its answer, is cut off", async () => {
    const silent = await receiver(() => undefined);
    const endless = await receiver((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("."), 20);
      response.on("close", () => clearInterval(timer));
    });
    for (const { url } of [silent, endless])
      expect(await slackSender(url, { ...ABOUT, ...SHORT })(post)).toMatchObject(TOO_LONG);
  });
});

describe("a webhook", () => {
  test("whose name answers with a private address, among others even, is not called", async () => {
    const guard = new AddressGuard([]);
    const { got, port } = await receiver();
    const send = webhookSender({ ...ABOUT, secrets: [], guard });
    // Names of this machine: whatever they answer, it is checked, and the answer is what is connected to.
    for (const host of ["localhost", "localhost.", "ip6-localhost"]) {
      const delivery = await send({
        effect: { kind: "webhook", url: `http://${host}:${port}/`, body: "{}" },
        ...{ key: "k", at: 0 },
      });
      expect(delivery.ok, host).toBe(false);
    }
    expect(got).toEqual([]);
  });

  test("is signed as the published example of Standard Webhooks is, by each secret that is in use (C-O3)", () => {
    const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const signed = {
      ...{ id: "msg_p5jXN8AQM9LWM0D4loKWxJek", seconds: 1_614_265_330, body: '{"test": 2432232314}' },
    };
    const signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    expect(signWebhook([secret], signed)).toBe(signature);
    const both = signWebhook([`whsec_${"B".repeat(32)}`, secret], signed).split(" ");
    expect(both).toEqual([expect.stringMatching(/^v1,.{44}$/), signature]);
  });

  test("the operator's secret is changed by naming the new one before the former", async () => {
    const secrets = [`whsec_${"A".repeat(32)}`, `whsec_${"B".repeat(32)}`];
    const { got, url } = await receiver();
    const workspace = await open();
    await add(workspace, "Call", { do: "call_webhook", url });
    await workspace.import("Email\nann@example.com\n", { workflow: "Call" });
    await work(workspace, NOW, makeSenders(config({ ...LOCAL, MUSTER_WEBHOOK_SECRET: secrets.join(" ") }), ABOUT));
    const { headers, body } = got[0]!;
    const signed = { id: String(headers["webhook-id"]), seconds: NOW / 1000, body };
    expect(headers["webhook-signature"]).toBe(signWebhook(secrets, signed));
    // A full stop parts what is signed: an id that had one could be read in two ways.
    expect(signed.id).not.toContain(".");
  });
});

describe("a receiver that is down", () => {
  const states = async ({ ports, workspace }: TestWorkspace) =>
    Map.groupBy(
      await ports.store.outbox.list(workspace.number, {
        ...{ import: null, states: ["queued", "sending", "sent", "failed", "dead"], after: 0, limit: 1_000 },
      }),
      ({ target, state }) => `${target} ${state}`,
    );

  test("holds up nobody else, is left alone after some calls, and gets all that is its once it is back (C-O3)", async () => {
    const quick = await receiver();
    let isDown = true;
    const dead = await receiver((_, response) => {
      if (!isDown) response.end("ok");
    });
    const workspace = await open();
    for (const [name, { url }] of [
      ["Dead", dead],
      ["Quick", quick],
    ] as const) {
      await add(workspace, name, { do: "call_webhook", url });
      const rows = Array.from({ length: 30 }, (_, at) => `${name}${at}@example.com`);
      await workspace.import(`Email\n${rows.join("\n")}\n`, { workflow: name });
    }
    const guard = new AddressGuard(config(LOCAL).allowedAddresses);
    // Long enough for the quick one to answer on a machine that is busy.
    const senders = { webhook: webhookSender({ ...ABOUT, secrets: [], guard, timeoutMs: 2_000 }) };
    await work(workspace, NOW, senders);
    const [down, up] = [new URL(dead.url).host, new URL(quick.url).host];
    const after = await states(workspace);
    expect(after.get(`${up} sent`)).toHaveLength(30);
    // Those that were tried together, and two in whose place the next ones came before it was known.
    expect(after.get(`${down} failed`)?.length).toBeLessThanOrEqual(10);
    expect(after.get(`${down} queued`)?.length).toBeGreaterThanOrEqual(20);
    expect(dead.got.length).toBeLessThanOrEqual(10);
    isDown = false;
    await work(workspace, NOW + 3_600_000, senders);
    expect((await states(workspace)).get(`${down} sent`)).toHaveLength(30);
    expect(new Set(dead.got.map(({ headers }) => headers["webhook-id"])).size).toBe(30);
  });

  test("of one workspace is still called by another", async () => {
    const { got, url } = await receiver((_, response) => response.writeHead(503).end());
    for (const calls of [3, 6]) {
      const workspace = await open();
      for (const path of ["a", "b", "c"]) {
        const request = { url: `${url}/${path}`, events: ["import.done"], by: "Ann" };
        accepted(await addEndpoint(workspace.ports, workspace.workspace, request));
      }
      const record = await workspace.import("Email\nann@example.com\n");
      await notifyEnded(workspace.ports, record, "run");
      await work(workspace, NOW, makeSenders(config(LOCAL), ABOUT));
      expect(got).toHaveLength(calls);
    }
  });
});
