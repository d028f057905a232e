/** A real S3-compatible server in this process, and one before it that makes the trouble it is told to. */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { type FauxqsServer, startFauxqs } from "fauxqs";
import type { BucketConfig } from "../../src/config/file-storage.ts";

const BUCKET = "contacts";

export type ObjectStorage = {
  readonly address: string;
  readonly server: FauxqsServer;
  config(said?: Partial<BucketConfig>): BucketConfig;
  /** The same as the environment says it. */
  env(said?: Readonly<Record<string, string>>): Record<string, string>;
  /** Keys of all objects, in their order. */
  keys(): Promise<readonly string[]>;
  close(): Promise<void>;
};

export async function objectStorage(): Promise<ObjectStorage> {
  const server = await startFauxqs({ port: 0, logger: false });
  server.createBucket(BUCKET);
  const address = `http://127.0.0.1:${server.port}`;
  const config = (said: Partial<BucketConfig> = {}): BucketConfig => ({
    ...{ bucket: BUCKET, prefix: "muster/", endpoint: address, region: "us-east-1" },
    ...{ accessKeyId: "AKIATEST", secretAccessKey: "the secret of tests", sessionToken: null },
    ...said,
  });
  return {
    address,
    server,
    config,
    env: (said = {}) => ({
      MUSTER_FILES: `s3://${BUCKET}/muster`,
      MUSTER_S3_ENDPOINT: address,
      AWS_ACCESS_KEY_ID: "AKIATEST",
      AWS_SECRET_ACCESS_KEY: "the secret of tests",
      ...said,
    }),
    async keys() {
      const text = await (await fetch(`${address}/${BUCKET}?list-type=2`)).text();
      return [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => key ?? "");
    },
    close: () => server.stop(),
  };
}

/**
 * What happens to a request instead of an answer, or before it. `lost`: nobody gets it. `unsaid`: it is done, and the answer is
 * lost. `cut`: the connection ends in the middle of the answer.
 */
export type Trouble =
  | { readonly kind: "answer"; readonly status: number; readonly code: string; readonly more?: string }
  | { readonly kind: "cut" | "lost" | "unsaid" }
  | { readonly kind: "slow"; readonly ms: number };

export type AskedOf = { readonly method: string; readonly path: string; readonly at: number };

export type Front = {
  readonly address: string;
  /** Each request that came, as `METHOD path?query`. */
  readonly asked: string[];
  /** What comes of each request; null = what the server behind says. */
  trouble: (asked: AskedOf) => Trouble | null;
  /** Sees each request before its body is read. */
  look: (incoming: IncomingMessage) => void;
  /** How far the clock of the service is ahead. */
  laterMs: number;
  close(): Promise<void>;
};

export async function troubledFront(behind: string): Promise<Front> {
  const asked: string[] = [];
  const front = { asked, trouble: (_: AskedOf): Trouble | null => null, look: (_: IncomingMessage) => {}, laterMs: 0 };
  const server = createServer((incoming, answer) => {
    const { method = "GET", url = "/" } = incoming;
    asked.push(`${method} ${url}`);
    front.look(incoming);
    void answered(incoming, answer, {
      behind,
      trouble: front.trouble({ method, path: url, at: asked.length }),
      date: new Date(Date.now() + front.laterMs).toUTCString(),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(front, {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

async function answered(
  incoming: IncomingMessage,
  answer: ServerResponse,
  { behind, trouble, date }: { readonly behind: string; readonly trouble: Trouble | null; readonly date: string },
): Promise<void> {
  if (trouble?.kind === "answer") {
    // Read to its end, as services do: else the line breaks before the answer is seen.
    for await (const _ of incoming);
    answer.writeHead(trouble.status, { "content-type": "application/xml" });
    answer.end(
      `<?xml version="1.0"?><Error><Code>${trouble.code}</Code><Message>no</Message>${trouble.more ?? ""}</Error>`,
    );
    return;
  }
  if (trouble?.kind === "lost") {
    incoming.socket.destroy();
    return;
  }
  if (trouble?.kind === "slow") await wait(trouble.ms, null, { ref: false });
  const { method, url, headers } = incoming;
  const on = request(behind + url, { ...(method === undefined ? {} : { method }), headers }, (from) => {
    if (trouble?.kind === "unsaid") {
      from.resume().on("end", () => incoming.socket.destroy());
      return;
    }
    answer.writeHead(from.statusCode ?? 500, { ...from.headers, date });
    if (trouble?.kind !== "cut") {
      from.pipe(answer);
      return;
    }
    from.once("data", (piece: Buffer) => answer.write(piece.subarray(0, piece.length >> 1), () => answer.destroy()));
    from.once("end", () => answer.destroy());
  });
  on.on("error", () => answer.destroy());
  incoming.on("error", () => on.destroy());
  incoming.pipe(on);
}
