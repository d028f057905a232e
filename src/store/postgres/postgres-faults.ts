/** What PostgreSQL and the way to it throw, as faults of the store with a name. */
import { StoreFault, type StoreFaultCode } from "../../app/store-fault.ts";

/** SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html), or what the operating system says of a connection. */
const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** Two transactions were in each other's way, and this one was taken back: the same again may well succeed. */
export const isConflict = (error: unknown): boolean => {
  const code = codeOf(error instanceof StoreFault ? error.cause : error);
  return code === "40001" || code === "40P01";
};

/** Others have held for too long what this transaction waited for. */
export const isLockTimeout = (error: unknown): boolean =>
  codeOf(error instanceof StoreFault ? error.cause : error) === "55P03";

export const isTaken = (error: unknown): boolean =>
  codeOf(error instanceof StoreFault ? error.cause : error) === "23505";

const BUSY = "Others have been writing to the database for too long.";
const GONE = "The connection to the database was lost.";
const UNREACHABLE = "The database does not answer.";

const FAULTS: ReadonlyMap<string, readonly [StoreFaultCode, string]> = new Map([
  ["40001", ["store_busy", BUSY]],
  ["40P01", ["store_busy", BUSY]],
  ["55P03", ["store_busy", BUSY]],
  ["53300", ["store_busy", "The database takes no more connections."]],
  ["25006", ["store_read_only", "The database takes no changes: it is read-only, or a standby."]],
  ["42501", ["store_read_only", "The database user may not do this."]],
  ["53100", ["disk_full", "The database's disk is full."]],
  ["XX001", ["store_damaged", "The database says that its files are damaged."]],
  ["XX002", ["store_damaged", "The database says that an index is damaged."]],
  ["28P01", ["store_unreachable", "The database does not accept the user or the password."]],
  ["28000", ["store_unreachable", "The database does not accept the user."]],
  ["3D000", ["store_unreachable", "There is no such database on the server."]],
  ["25P03", ["store_unreachable", "The database ended a transaction in which nothing happened for too long."]],
  ["ECONNREFUSED", ["store_unreachable", UNREACHABLE]],
  ["ENOTFOUND", ["store_unreachable", "The database's host is not known."]],
  ["EAI_AGAIN", ["store_unreachable", "The database's host is not known at the moment."]],
  ["ETIMEDOUT", ["store_unreachable", UNREACHABLE]],
  ["EHOSTUNREACH", ["store_unreachable", UNREACHABLE]],
  ["ECONNRESET", ["store_unreachable", GONE]],
  ["EPIPE", ["store_unreachable", GONE]],
]);

/** Whole classes: connection exceptions, and the server going down or coming up. */
const CLASSES: readonly (readonly [RegExp, StoreFaultCode, string])[] = [
  [/^08/, "store_unreachable", GONE],
  [/^57P/, "store_unreachable", "The database ended the connection, or is being stopped or started."],
];

/** The driver has no code for these. */
const NONE_FREE = /timeout exceeded when trying to connect/;
const SAID = /Connection terminated|Client has encountered a connection error|not queryable/;

export function asFault(error: unknown): unknown {
  if (error instanceof StoreFault || !(error instanceof Error)) return error;
  const code = codeOf(error);
  const known = FAULTS.get(code);
  if (known) return new StoreFault(known[0], known[1], { cause: error });
  for (const [pattern, fault, message] of CLASSES)
    if (pattern.test(code)) return new StoreFault(fault, message, { cause: error });
  if (NONE_FREE.test(error.message)) {
    const message = "The database gave no connection in time: it does not answer, or all connections are taken.";
    return new StoreFault("store_unreachable", message, { cause: error });
  }
  return SAID.test(error.message) ? new StoreFault("store_unreachable", GONE, { cause: error }) : error;
}
