/** The log of the server and its workers: lines of JSON on stdout. */
import type { ServerConfig } from "../config/server.ts";
import type { Log } from "../http/server-parts.ts";

export async function openLog(level: ServerConfig["logLevel"]): Promise<Log> {
  const { pino } = await import("pino");
  const logger = pino({ level, base: { pid: process.pid } });
  return {
    info: (facts, message) => logger.info(facts, message),
    error: (error) => logger.error({ err: error }, "fault"),
  };
}
