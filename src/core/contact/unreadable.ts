/** What a value type answers when a cell cannot be read. Frozen constants, so that reading a cell allocates nothing. */
import type { ProblemCode } from "../problem/catalogue.ts";

export type Unreadable = { readonly unreadable: ProblemCode };

export const unreadable = (code: ProblemCode): Unreadable => Object.freeze({ unreadable: code });

/**
 * A normalised value: text in the field's canonical form, or why it could not be read.
 * Lists are the JSON text of an array of strings. Blank cells never reach a value type.
 */
export type Reading = string | Unreadable;
