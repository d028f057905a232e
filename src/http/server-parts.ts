/** What the HTTP edge works with. */

import type { DuplicateReport, DuplicateSearch } from "../app/duplicates/find-duplicates.ts";
import type { PartialFiles } from "../app/ports/partial-files.ts";
import type { Sign } from "../app/workspace/embed-tokens.ts";
import type { ServerConfig } from "../config/server.ts";
import type { SignInMount } from "./auth/mount-sign-in.ts";
import type { Identify } from "./caller.ts";
import type { PortsPool } from "./ports-pool.ts";

/** Where the server says what happens. Never cells of files. */
export type Log = {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(error: unknown): void;
};

/** What the application works with, made by the composition root. */
export type ServerParts = {
  readonly pool: PortsPool;
  readonly identify: Identify;
  /** With which tokens for embedding are signed. */
  readonly sign: Sign;
  readonly signIn: SignInMount;
  /** Searches the workspace with this number for possible duplicates, beside what answers requests. */
  readonly duplicates: (workspace: number, search: DuplicateSearch) => Promise<DuplicateReport>;
  /** Tells the workers that there is something to do. */
  readonly nudge: () => void;
  /** The server is about to end: what waits for something is answered as it is. */
  readonly stopping: AbortSignal;
  readonly log: Log;
  /** A table, in batches of rows, as the bytes of an Excel workbook with this sheet. */
  readonly workbook: (rows: AsyncIterable<readonly (readonly string[])[]>, sheet: string) => AsyncIterable<Uint8Array>;
  readonly config: Pick<ServerConfig, "metricsToken" | "proxies" | "requestsPerMinute">;
  /** Uploads that come in parts. */
  readonly partials: PartialFiles;
  readonly version: string;
};
