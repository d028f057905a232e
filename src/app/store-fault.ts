/** A database or disk that did not do its part: not the user's data, not a wrong request. Whoever runs a job catches it once and stops resumably. */
import type { ProblemCode } from "../core/problem/catalogue.ts";

export type StoreFaultCode = Extract<
  ProblemCode,
  | "store_busy"
  | "store_unreachable"
  | "store_newer"
  | "store_half_moved"
  | "store_read_only"
  | "store_damaged"
  | "disk_full"
  | "storage_unreachable"
  | "storage_refused"
>;

export class StoreFault extends Error {
  readonly code: StoreFaultCode;

  constructor(code: StoreFaultCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = "StoreFault";
    this.code = code;
  }
}

const FILE_FAULTS: ReadonlyMap<string, readonly [StoreFaultCode, string]> = new Map([
  ["ENOSPC", ["disk_full", "The disk is full."]],
  ["EFBIG", ["disk_full", "The file would be larger than this system allows."]],
  ["EDQUOT", ["disk_full", "The disk quota is used up."]],
  ["EACCES", ["store_read_only", "The data folder cannot be written to."]],
  ["EPERM", ["store_read_only", "The data folder cannot be written to."]],
  ["EROFS", ["store_read_only", "The data folder is on a read-only disk."]],
  ["ENOTDIR", ["store_read_only", "The data folder's path leads through a file."]],
  ["EEXIST", ["store_read_only", "The data folder's path is a file."]],
  ["EIO", ["store_damaged", "The disk did not read or write what it was asked to."]],
]);

/** The fault that an operating system's error stands for; other errors as they are. */
export function asStoreFault(error: unknown): unknown {
  if (error instanceof StoreFault || !(error instanceof Error)) return error;
  const known = FILE_FAULTS.get("code" in error ? String(error.code) : "");
  return known ? new StoreFault(known[0], known[1], { cause: error }) : error;
}
