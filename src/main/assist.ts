/** Puts the server for assistants together. */
import type { Edges } from "../cli/cli.ts";
import { version } from "./manifest.ts";
import { openPorts } from "./open-ports.ts";

export const assist: Edges["assist"] = async (dataFolder, { signal, ...request }) => {
  const { serveStdio } = await import("../mcp/serve-stdio.ts");
  const parts = {
    ...request,
    version,
    openPorts: () => openPorts(dataFolder),
    log: (error: unknown) =>
      process.stderr.write(`muster mcp: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  };
  await serveStdio(parts, process, signal);
};
