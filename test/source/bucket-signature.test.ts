/** Requests to a bucket are signed as AWS Signature Version 4 says: the test's own computation is held to the published examples, and the requests to it. */
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { S3FileStore } from "../../src/source/s3/s3-file-store.ts";
import { noise } from "../conformance/file-store.ts";
import { objectStorage, troubledFront } from "../support/object-storage.ts";
import { authorizationOf, sha256, signatureOf } from "../support/request-signature.ts";
import { accepted } from "../support/workspace.ts";

/** Of "Authenticating Requests: Using the Authorization Header" in the reference of Amazon S3. */
const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const published = (url: string, names: string, said: Readonly<Record<string, string>>) => ({
  method: "GET",
  url,
  headers: {
    host: "examplebucket.s3.amazonaws.com",
    "x-amz-content-sha256": sha256(""),
    "x-amz-date": "20130524T000000Z",
    authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${names},Signature=${"0".repeat(64)}`,
    ...said,
  },
});

describe("the published examples", () => {
  const usual = "host;x-amz-content-sha256;x-amz-date";
  const withRange = "host;range;x-amz-content-sha256;x-amz-date";
  test.each([
    [
      "a part of an object",
      published("/test.txt", withRange, { range: "bytes=0-9" }),
      "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    ],
    [
      "a name in the query that has no value",
      published("/?lifecycle", usual, {}),
      "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
    ],
    [
      "a list of objects",
      published("/?max-keys=2&prefix=J", usual, {}),
      "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
    ],
  ])("have the signature that is computed here: %s", (_name, request, signature) =>
    expect(signatureOf(request, SECRET)).toBe(signature),
  );
});

test("each request is signed with what is in it, its body by its digest, and names no secret", async () => {
  const storage = await objectStorage();
  const front = await troubledFront(storage.address);
  try {
    const seen: { readonly incoming: IncomingMessage; readonly body: Buffer[] }[] = [];
    front.look = (incoming) => {
      const body: Buffer[] = [];
      incoming.on("data", (piece: Buffer) => body.push(piece));
      seen.push({ incoming, body });
    };
    const config = storage.config({
      ...{ endpoint: front.address, region: "eu-central-1", sessionToken: "a/token+of=some" },
      ...{ prefix: "it_s/a.prefix-1/" },
    });
    const files = new S3FileStore(config, tmpdir());
    for (const bytes of [noise(10), noise(9_000_000)]) {
      const stream = async function* () {
        yield bytes;
      };
      const { key } = accepted(await files.put(stream(), null));
      expect(Buffer.from(await files.slice(key, 0, bytes.length)).equals(bytes)).toBe(true);
      expect(await files.isHeld(key)).toBe(true);
      await files.letGo(key);
      await files.remove(key);
    }
    expect(new Set(seen.map(({ incoming }) => incoming.method))).toEqual(
      new Set(["GET", "HEAD", "PUT", "POST", "DELETE"]),
    );
    for (const { incoming, body } of seen) {
      const { method = "", url = "", headers } = incoming;
      const said = authorizationOf(headers);
      expect(said).toMatchObject({
        accessKeyId: config.accessKeyId,
        scope: expect.stringContaining("/eu-central-1/s3/"),
      });
      expect(said.signedHeaders).toEqual(expect.arrayContaining(["host", "x-amz-content-sha256", "x-amz-date"]));
      expect(headers["x-amz-security-token"]).toBe(config.sessionToken);
      expect(said.signature).toBe(signatureOf({ method, url, headers }, config.secretAccessKey));
      expect(headers["x-amz-content-sha256"]).toBe(sha256(Buffer.concat(body)));
      expect(url + JSON.stringify(headers)).not.toContain(config.secretAccessKey);
    }
  } finally {
    await front.close();
    await storage.close();
  }
});

test.each([
  [
    "Amazon's own names the bucket",
    { endpoint: null },
    "https://contacts.s3.eu-central-1.amazonaws.com/muster/files/key",
  ],
  [
    "but for one with a dot, which its certificate does not cover",
    { endpoint: null, bucket: "my.contacts" },
    "https://s3.eu-central-1.amazonaws.com/my.contacts/muster/files/key",
  ],
  [
    "others have it in the path",
    { endpoint: "https://minio.example.com:9000", prefix: "" },
    "https://minio.example.com:9000/contacts/files/key",
  ],
])("an address: %s", async (_name, said, address) => {
  const asked: string[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (url) => {
    asked.push(String(url));
    return new Response(null, { status: 404 });
  });
  onTestFinished(() => void vi.restoreAllMocks());
  const config = { bucket: "contacts", prefix: "muster/", endpoint: null, region: "eu-central-1" };
  const keys = { accessKeyId: "AKIATEST", secretAccessKey: "the secret of tests", sessionToken: null };
  expect(await new S3FileStore({ ...config, ...keys, ...said }, tmpdir()).has("key")).toBe(false);
  expect(asked).toEqual([address]);
});
