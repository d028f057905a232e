/** A request that is turned away whole: wrong state, unreadable file, policy, permission. A value, never thrown by the core. */
import { catalogue, type ProblemCode } from "./catalogue.ts";

export type Refusal = {
  readonly code: ProblemCode;
  /** One sentence that names the thing, in plain words. */
  readonly message: string;
  /** What to do next. */
  readonly fix: string;
  /** Physical line of the file (1 = first), where one is to blame. */
  readonly line?: number;
};

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const accept = <T>(value: T): Result<T> => ({ ok: true, value });
/** A refusal whose way out is the catalogue's. */
export const refused = (
  code: ProblemCode,
  message: string,
  line?: number,
): { readonly ok: false; readonly refusal: Refusal } =>
  refuse({ code, message, fix: catalogue[code].fix, ...(line === undefined ? {} : { line }) });
export const refuse = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal });
