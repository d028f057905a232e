/** A database or disk that did not do its part: not the user's data, not a wrong request. Whoever runs a job catches it once and stops resumably. */
import type { ProblemCode } from "../core/problem/catalogue.ts";

export type StoreFaultCode = Extract<
  ProblemCode,
  "store_busy" | "store_newer" | "store_read_only" | "store_damaged" | "disk_full"
>;

export class StoreFault extends Error {
  readonly code: StoreFaultCode;

  constructor(code: StoreFaultCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = "StoreFault";
    this.code = code;
  }
}
