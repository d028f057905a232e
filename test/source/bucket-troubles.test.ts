/** Object storage that fails now and then, slowly, or for good. */
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { BucketConfig } from "../../src/config/file-storage.ts";
import { Bucket } from "../../src/source/s3/bucket.ts";
import { copyObject } from "../../src/source/s3/part-upload.ts";
import { S3FileStore } from "../../src/source/s3/s3-file-store.ts";
import { S3PartialFiles } from "../../src/source/s3/s3-partial-files.ts";
import { all, noise, pieces } from "../conformance/file-store.ts";
import {
  type AskedOf,
  type Front,
  type ObjectStorage,
  objectStorage,
  type Trouble,
  troubledFront,
} from "../support/object-storage.ts";
import { accepted } from "../support/workspace.ts";

const PATIENCE = { tries: 5, waitMs: 2 };

let storage: ObjectStorage;
let front: Front;
let config: BucketConfig;
let prefixes = 0;
beforeAll(async () => {
  storage = await objectStorage();
  front = await troubledFront(storage.address);
});
afterAll(async () => {
  await front.close();
  await storage.close();
});
beforeEach(() => {
  front.trouble = () => null;
  front.asked.length = 0;
  config = storage.config({ endpoint: front.address, prefix: `troubles-${++prefixes}/` });
});

const open = (said: Partial<BucketConfig> = {}) => new S3FileStore({ ...config, ...said }, tmpdir(), PATIENCE);
const streamOf = async function* (bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 700_000) yield bytes.subarray(at, at + 700_000);
};
const leftIn = async (of: BucketConfig) =>
  (await storage.keys()).filter((key) => key.startsWith(of.prefix)).map((key) => key.slice(of.prefix.length));
const now = (every: number, trouble: Trouble) => (asked: AskedOf) => (asked.at % every === 0 ? trouble : null);
const failing = (status: number, code: string) => ({ kind: "answer", status, code }) as const;

describe("a file of several parts comes through, and comes back as it was,", () => {
  test.each<readonly [string, (asked: AskedOf) => Trouble | null]>([
    ["where every third answer is 500", now(3, failing(500, "InternalError"))],
    ["where it is asked to slow down", now(2, failing(503, "SlowDown"))],
    ["where requests get lost", now(3, { kind: "lost" })],
    ["where what was done is not answered", now(3, { kind: "unsaid" })],
    ["where answers break off", now(3, { kind: "cut" })],
    ["where it is slow", () => ({ kind: "slow", ms: 30 })],
  ])("%s", async (_name, trouble) => {
    front.trouble = trouble;
    const files = open();
    const whole = noise(20_000_000);
    const { key, bytes } = accepted(await files.put(streamOf(whole), null));
    expect([key, bytes]).toEqual([createHash("sha256").update(whole).digest("hex"), whole.length]);
    expect(whole.equals(await all(files.read(key)))).toBe(true);
    expect(whole.subarray(5, 9_000_000).equals(await files.slice(key, 5, 8_999_995))).toBe(true);
    await files.letGo(key);
    expect(await leftIn(config)).toEqual([`files/${key}`]);
    await files.remove(key);
    expect(await files.has(key)).toBe(false);
  });

  test("in parts of an upload, too", async () => {
    front.trouble = now(2, failing(500, "InternalError"));
    const partials = new S3PartialFiles(config, PATIENCE);
    const whole = noise(10_000_000);
    expect(await partials.append("upload.part", streamOf(whole.subarray(0, 9_000_000)))).toBe(9_000_000);
    expect(await partials.append("upload.part", streamOf(whole.subarray(9_000_000)))).toBe(whole.length);
    expect(whole.equals(await all(partials.read("upload.part")))).toBe(true);
    await partials.remove("upload.part");
    expect(await leftIn(config)).toEqual([]);
  });
});

test("that parts were joined is seen where the answer that says so got lost", async () => {
  let lost = 0;
  front.trouble = ({ method, path }) =>
    method === "POST" && path.includes("uploadId=") && lost++ === 0 ? { kind: "unsaid" } : null;
  const files = open();
  const { key } = accepted(await files.put(streamOf(noise(9_000_000)), null));
  expect([lost, await files.has(key)]).toEqual([2, true]);
});

test("a failure that comes behind a status of 200 is one all the same", async () => {
  let failed = 0;
  front.trouble = ({ method, path }) =>
    method === "PUT" && path.includes("/files/") && failed++ === 0 ? failing(200, "InternalError") : null;
  const files = open();
  const { key } = accepted(await files.put(streamOf(noise(9_000_000)), null));
  expect([failed, (await files.slice(key, 0, 10)).length]).toEqual([2, 10]);
});

test("a file that is too large for one copy is copied in parts", async () => {
  const bucket = new Bucket(config, PATIENCE);
  const whole = noise(14_000_000);
  const { key } = accepted(await open().put(streamOf(whole), null));
  front.asked.length = 0;
  await copyObject(bucket, { from: `files/${key}`, to: "to", bytes: whole.length }, 6_000_000);
  const into = new Uint8Array(whole.length + 1);
  expect(await bucket.fill("to", { offset: 0, into })).toBe(whole.length);
  expect(whole.equals(into.subarray(0, whole.length))).toBe(true);
  expect(front.asked.filter((asked) => asked.includes("partNumber=")).length).toBe(3);
});

describe("what fails for good", () => {
  const cases: readonly (readonly [string, Trouble, string, RegExp])[] = [
    ["500", failing(500, "InternalError"), "storage_unreachable", /at http:\/\/127\.0\.0\.1:\d+ answers 500/],
    ["no answer", { kind: "lost" }, "storage_unreachable", /does not answer: /],
    [
      "a bucket that does not exist",
      failing(404, "NoSuchBucket"),
      "storage_refused",
      /no bucket contacts \(MUSTER_FILES\)/,
    ],
    ["an unknown key", failing(403, "InvalidAccessKeyId"), "storage_refused", /AWS_ACCESS_KEY_ID/],
    [
      "a wrong secret",
      failing(403, "SignatureDoesNotMatch"),
      "storage_refused",
      /AWS_SECRET_ACCESS_KEY does not belong/,
    ],
    ["a key that may not", failing(403, "AccessDenied"), "storage_refused", /may not do this in the bucket contacts/],
    ["a key that has expired", failing(400, "ExpiredToken"), "storage_refused", /AWS_SESSION_TOKEN/],
    [
      "a bucket in another region",
      { ...failing(400, "AuthorizationHeaderMalformed"), more: "<Region>eu-central-1</Region>" },
      "storage_refused",
      /in the region eu-central-1 \(AWS_REGION\)/,
    ],
    ["a clock that is wrong", failing(403, "RequestTimeTooSkewed"), "storage_refused", /clock of this machine/],
    ["a full disk", failing(507, "XMinioStorageFull"), "disk_full", /is full/],
    ["what nobody has heard of", failing(418, "Teapot"), "storage_refused", /418 Teapot/],
  ];
  test.each(cases)("is a fault that says what to look at: %s", async (_name, trouble, code, says) => {
    front.trouble = () => trouble;
    const files = open();
    const asked: readonly (() => Promise<unknown>)[] = [
      () => files.put(pieces("a"), null),
      () => files.put(streamOf(noise(17_000_000)), null),
      () => files.isHeld("key"),
      () => all(files.read("key")),
      () => files.slice("key", 0, 5),
    ];
    for (const ask of asked) {
      const fault = await ask().then(
        () => null,
        (error) => error,
      );
      expect(fault).toMatchObject({ name: "StoreFault", code, message: expect.stringMatching(says) });
      expect(`${fault.stack}${JSON.stringify(fault)}${fault.cause?.stack}`).not.toContain(config.secretAccessKey);
    }
  });

  test("is not asked again where asking again changes nothing", async () => {
    front.trouble = () => failing(403, "AccessDenied");
    await expect(open().slice("key", 0, 5)).rejects.toMatchObject({ code: "storage_refused" });
    expect(front.asked.length).toBe(1);
    front.trouble = () => failing(503, "SlowDown");
    await expect(open().slice("key", 0, 5)).rejects.toMatchObject({ code: "storage_unreachable" });
    expect(front.asked.length).toBe(1 + PATIENCE.tries);
  });

  test("leaves nothing behind, whichever step of an upload it is", async () => {
    const whole = noise(9_000_000);
    const steps = [
      /\?uploads=/,
      /partNumber=1/,
      /partNumber=2/,
      /\?uploadId=[^&]*$/,
      /tmp\/hold-/,
      /\/files\//,
    ] as const;
    for (const step of steps) {
      const files = open();
      front.trouble = ({ method, path }) => (method !== "DELETE" && step.test(path) ? failing(500, "") : null);
      await expect(files.put(streamOf(whole), null)).rejects.toMatchObject({ code: "storage_unreachable" });
      front.trouble = () => null;
      const left = (await leftIn(config)).filter((key) => !key.startsWith("tmp/hold-"));
      expect([step.source, left]).toEqual([step.source, []]);
    }
    const begun = front.asked.filter((asked) => /^POST .*uploads=/.test(asked)).length;
    const ended = front.asked.filter((asked) => /^DELETE .*uploadId=/.test(asked)).length;
    expect([begun > 0, ended]).toEqual([true, 3]);
  });

  test("is a service that takes too long", async () => {
    front.trouble = () => ({ kind: "slow", ms: 60_000 });
    const asked = new Bucket(config, { tries: 2, waitMs: 1 }).ask({ method: "HEAD", key: "key", limitMs: 100 });
    await expect(asked).rejects.toMatchObject({ code: "storage_unreachable", message: /nothing within 0\.1 seconds/ });
    expect(front.asked.length).toBe(2);
  });

  test("is an address where nobody is", async () => {
    await expect(open({ endpoint: "http://127.0.0.1:9" }).slice("key", 0, 5)).rejects.toMatchObject({
      code: "storage_unreachable",
      message: expect.stringMatching(/^The object storage at http:\/\/127\.0\.0\.1:9 does not answer: .{5}/),
    });
  });
});
