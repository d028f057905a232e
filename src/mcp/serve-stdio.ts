/** Speaks with an assistant over standard input and output, until it hangs up or the signal says stop. */
import type { Readable, Writable } from "node:stream";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { AssistantParts } from "./assistant-parts.ts";
import { assistantServer } from "./assistant-server.ts";

export async function serveStdio(
  parts: AssistantParts,
  streams: { readonly stdin: Readable; readonly stdout: Writable },
  signal: AbortSignal,
): Promise<void> {
  const { server, stop } = assistantServer(parts);
  const ended = new Promise<void>((resolve) => {
    const end = (): void => resolve();
    signal.addEventListener("abort", end, { once: true });
    streams.stdin.once("end", end).once("close", end);
    streams.stdout.once("error", end);
    server.server.onclose = end;
    if (signal.aborted) resolve();
  });
  await server.connect(new StdioServerTransport(streams.stdin, streams.stdout));
  await ended;
  await stop();
  await server.close();
}
