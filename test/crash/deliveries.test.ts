/** Workers are killed while they send to a real mail server and real receivers: what arrives twice has the same key, and nothing is missing. */
import { expect, test } from "vitest";
import { jsonLines, workbench } from "../cli/run-muster.ts";
import { keyOfMail, mailServer } from "../support/mail-server.ts";
import { receiver } from "../support/receiver.ts";
import { randomFrom } from "./killing.ts";
import { workersFor } from "./workers.ts";

const PEOPLE = 150;
const KILLS = 10;

/** What arrived under each key, each text once. */
function byKey(arrived: readonly (readonly [key: string, text: string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(arrived, ([key]) => key);
  return new Map([...groups].map(([key, same]) => [key, [...new Set(same.map(([, text]) => text))]]));
}

test("kill -9 of workers that send mails, posts and calls: each arrives, under one key, as it was (C-O3, C-N3, C-X2)", async () => {
  const seed = Date.now();
  const random = randomFrom(seed);
  const slow = (ms: number) => receiver((_, response) => setTimeout(() => response.end("ok"), ms));
  const { mails, env: mailEnv } = await mailServer();
  const slack = await slow(4);
  const hook = await slow(4);
  const bench = workbench();
  const env = { ...mailEnv, MUSTER_SLACK_URL: slack.url, MUSTER_ALLOWED_ADDRESSES: "127.0.0.1" };
  const steps = [
    { do: "send_email", subject: "Hello", text: "{{email}}" },
    { do: "post_to_slack", text: "{{email}}" },
  ];
  bench.run(["workflows", "add", bench.file("w.json", JSON.stringify({ name: "Tell", steps }))]);
  bench.run(["policy", "set", "effectHold", "none"]);
  bench.run(["members", "add", "ada@example.com", "--role", "admin"]);
  bench.run(["notifications", "profile", "--set", "import_done=mail,slack", "--as", "ada@example.com"]);
  bench.run(["webhooks", "add", hook.url]);
  const rows = Array.from({ length: PEOPLE }, (_, at) => `ann${at}@example.com`);
  const file = bench.file("people.csv", `Email\n${rows.join("\n")}\n`);
  expect(bench.json(["import", file, "--yes", "--workflow", "Tell"])).toMatchObject({ state: "done" });

  const args = ["worker", "--once", "--data", bench.data];
  for (let kills = 0, round = 0; kills < KILLS && round < 30; round++) {
    kills += await workersFor(args, env, [350 + random() * 500, 350 + random() * 500]);
  }
  for (let round = 0; round < 2; round++) expect(await workersFor(args, env, [200_000, 200_000])).toBe(0);

  // A mail's boundary, or the moment of a connection, would differ: the text is what must not.
  const mailed = byKey(mails.map((mail) => [keyOfMail(mail), mail.text]));
  const posted = byKey(slack.got.map(({ headers, body }) => [String(headers["idempotency-key"]), body]));
  const called = byKey(hook.got.map(({ headers, body }) => [String(headers["webhook-id"]), body]));
  expect([mailed.size, posted.size, called.size], `seed ${seed}`).toEqual([PEOPLE + 1, PEOPLE + 1, 1]);
  for (const texts of [...mailed.values(), ...posted.values(), ...called.values()]) expect(texts).toHaveLength(1);
  expect(new Set([...mailed.values()].flat()).size).toBe(PEOPLE + 1);
  const effects = jsonLines(bench.run(["effects", "list", "--json"]).out);
  expect(new Set(effects.map(({ state }) => state))).toEqual(new Set(["sent"]));
  expect(effects.map(({ key }) => key).sort()).toEqual(
    [mailed, posted, called].flatMap((keys) => [...keys.keys()]).sort(),
  );
});
