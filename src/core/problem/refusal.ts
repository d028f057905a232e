/** A request that is turned away whole: wrong state, unreadable file, policy, permission. A value, never thrown by the core. */
import { catalogue, type ProblemCode } from "./catalogue.ts";
import type { Problem } from "./problem.ts";

export type Refusal = {
  readonly code: ProblemCode;
  /** One sentence that names the thing, in plain words. */
  readonly message: string;
  /** What to do next. */
  readonly fix: string;
  /** Physical line of the file (1 = first), where one is to blame. */
  readonly line?: number;
  /** What the message names, such as columns, for whoever says it in another language. */
  readonly names?: readonly string[];
  /** What is wrong with which value, where values were given one by one. */
  readonly problems?: readonly Problem[];
};

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export type Refused = { readonly ok: false; readonly refusal: Refusal };

export const accept = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (refusal: Refusal): Refused => ({ ok: false, refusal });

/** Refuses with the catalogue's own fix. */
export const refuseWith = (code: ProblemCode, message: string, line?: number): Refused =>
  refuse({ code, message, fix: catalogue[code].fix, ...(line === undefined ? {} : { line }) });

/** The same, with what the message names. */
export const refuseNaming = (code: ProblemCode, names: readonly string[], message: string): Refused =>
  refuse({ code, message, fix: catalogue[code].fix, names });
