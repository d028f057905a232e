/** Which database there is, by the name that hosts and frameworks have for it. Reads nothing itself. */
import { accept, type Result, refuse } from "../core/problem/refusal.ts";

export type DatabaseConfig = {
  /** `postgres://user:password@host:5432/database`. Never shown: it may hold a password. */
  readonly url: string;
  /** Most connections of one process. */
  readonly connections: number;
  /** Imports of large files that all workers together do at once. */
  readonly largeAtOnce: number;
};

const DEFAULT_CONNECTIONS = 10;
/** An import's batch, the search for what to do, and a page need one each at the same time. */
const LEAST_CONNECTIONS = 3;
const MOST_CONNECTIONS = 500;

/** Null = the embedded database of the data folder. */
export function readDatabaseConfig(env: Readonly<Record<string, string | undefined>>): Result<DatabaseConfig | null> {
  const url = env.DATABASE_URL ?? "";
  if (url === "") return accept(null);
  if (!isPostgres(url)) {
    return refuse({
      code: "arguments_invalid",
      message: "DATABASE_URL is no address of a PostgreSQL database.",
      fix: "Set it like this: postgres://user:password@host:5432/database. Or unset it, and the embedded database of the data folder is used.",
    });
  }
  const connections = Number(env.MUSTER_DATABASE_CONNECTIONS || DEFAULT_CONNECTIONS);
  if (!Number.isInteger(connections) || connections < LEAST_CONNECTIONS || connections > MOST_CONNECTIONS) {
    return refuse({
      code: "arguments_invalid",
      message: "MUSTER_DATABASE_CONNECTIONS is not set as it must be.",
      fix: `Set it to a whole number from ${LEAST_CONNECTIONS} to ${MOST_CONNECTIONS}, such as ${DEFAULT_CONNECTIONS}.`,
    });
  }
  const largeAtOnce = Number(env.MUSTER_LARGE_IMPORTS || Number.POSITIVE_INFINITY);
  if (!(largeAtOnce >= 1)) {
    return refuse({
      code: "arguments_invalid",
      message: "MUSTER_LARGE_IMPORTS is not set as it must be.",
      fix: "Set it to a whole number above 0, one less than there are workers; or unset it, and there is no limit.",
    });
  }
  return accept(Object.freeze({ url, connections, largeAtOnce: Math.trunc(largeAtOnce) }));
}

/** So is one with a socket's folder for a host, which has none in the middle: `postgres:///muster?host=/run/postgresql`. */
export const isPostgres = (text: string): boolean => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? "");
