/** Listens, and ends in order: no new requests, those that are under way to their end, then the connections. */

import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import type { Hono } from "hono";
import { makeApp } from "./app.ts";
import { DRAIN_LOOK_MS, DRAIN_MS, IDLE_MS } from "./limits.ts";
import type { ServerParts } from "./server-parts.ts";

export type Listening = {
  readonly address: AddressInfo;
  /** Requests that came before wait for it. */
  answerWith(parts: ServerParts): void;
  close(): Promise<void>;
};

/** @param port 0 = any that is free. Rejects where the address cannot be had. */
export async function listen({ host, port }: { readonly host: string; readonly port: number }): Promise<Listening> {
  const app = Promise.withResolvers<Hono>();
  const fetch: Hono["fetch"] = async (...request) => (await app.promise).fetch(...request);
  const server = await new Promise<ServerType>((resolve, reject) => {
    // A large file takes as long as it takes; only who rests is cut off.
    const made = serve({ fetch, hostname: host, port, serverOptions: { requestTimeout: 0 } }, () => resolve(made));
    if ("setTimeout" in made && typeof made.setTimeout === "function") made.setTimeout(IDLE_MS);
    made.once("error", reject);
  });
  return {
    address: server.address() as AddressInfo,
    answerWith: (parts) => app.resolve(makeApp(parts)),
    close: () => closed(server),
  };
}

/** Who rests is cut off at once, who is being answered when that is over, and at the latest after the time given. */
function closed(server: ServerType): Promise<void> {
  const closeIdle = (): void => {
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  };
  return new Promise((resolve) => {
    const cut = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), DRAIN_MS);
    const look = setInterval(closeIdle, DRAIN_LOOK_MS);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(look);
      resolve();
    });
    closeIdle();
  });
}
