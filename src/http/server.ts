/** Listens, and ends in order: no new requests, those that are under way to their end, then the connections. */

import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { makeApp } from "./app.ts";
import { DRAIN_MS } from "./limits.ts";
import type { ServerParts } from "./server-parts.ts";

export type Listening = { readonly address: AddressInfo; close(): Promise<void> };

/** @param port 0 = any that is free. Rejects where the address cannot be had. */
export async function listen(
  parts: ServerParts,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const app = makeApp(parts);
  const server = await new Promise<ServerType>((resolve, reject) => {
    const made = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(made));
    made.once("error", reject);
  });
  return {
    address: server.address() as AddressInfo,
    async close() {
      await closed(server);
      await parts.pool.close();
    },
  };
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}
