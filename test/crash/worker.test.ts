/** Workers are killed at random moments while they run workflows and deliver; nothing is lost, and nothing happens twice. */
import { expect, test } from "vitest";
import { jsonLines, workbench } from "../cli/run-muster.ts";
import { receiver } from "../support/receiver.ts";
import { randomFrom } from "./killing.ts";
import { workersFor } from "./workers.ts";

const PEOPLE = 400;
const KILLS = 12;
const ENV = { MUSTER_ALLOWED_ADDRESSES: "127.0.0.1" };

test("kill -9 of workers: every effect arrives, none under two keys, each step is done once (C-X2, C-O1)", async () => {
  const seed = Date.now();
  const random = randomFrom(seed);
  const { got, url } = await receiver((_, response) => setTimeout(() => response.end("ok"), 3));
  const bench = workbench();
  const steps = [
    { do: "call_webhook", url: `${url}/first` },
    { do: "add_tag", tag: "new" },
    { do: "wait", for: "1s" },
    { do: "remove_tag", tag: "new" },
    { do: "call_webhook", url: `${url}/second` },
  ];
  bench.run(["workflows", "add", bench.file("w.json", JSON.stringify({ name: "Call", steps }))]);
  bench.run(["policy", "set", "effectHold", "none"]);
  const rows = Array.from({ length: PEOPLE }, (_, at) => `Ann ${at},ann${at}@example.com,${at % 8 === 0 ? "yes" : ""}`);
  const file = bench.file("people.csv", `Name,Email,DNT\n${rows.join("\n")}\n`);
  expect(bench.json(["import", file, "--yes", "--workflow", "Call"])).toMatchObject({ state: "done" });

  const args = ["worker", "--once", "--data", bench.data];
  for (let kills = 0, round = 0; kills < KILLS && round < 40; round++) {
    kills += await workersFor(args, ENV, [150 + random() * 500, 150 + random() * 500]);
  }
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  for (let round = 0; round < 2; round++) expect(await workersFor(args, ENV, [200_000, 200_000])).toBe(0);

  const calls = got.map(({ path, headers, body }) => ({
    cause: `${path} ${JSON.parse(body).contact.id}`,
    key: String(headers["webhook-id"]),
    body,
  }));
  const queued = PEOPLE - PEOPLE / 8;
  const keysOf = Map.groupBy(calls, ({ cause }) => cause);
  expect(keysOf.size, `seed ${seed}`).toBe(2 * queued);
  for (const same of keysOf.values()) expect(new Set(same.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
  expect(new Set(calls.map(({ key }) => key)).size).toBe(2 * queued);
  const states = jsonLines(bench.run(["effects", "list", "--json"]).out).map(({ state }) => state);
  expect(states).toEqual(new Array(2 * queued).fill("sent"));
  expect(jsonLines(bench.run(["workflows", "runs", "--json"]).out)).toMatchObject([
    { state: "queued", runs: { waiting: 0, done: queued }, leftOut: PEOPLE / 8 },
  ]);
  expect(bench.run(["contacts", "--filter", "tag=new", "--json"]).out).toBe("");
});
