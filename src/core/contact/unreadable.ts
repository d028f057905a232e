/** What a value type answers when a cell cannot be read. Frozen constants, so that reading a cell allocates nothing. */
import type { ProblemCode } from "../problem/catalogue.ts";
import type { Problem } from "../problem/problem.ts";

export type Unreadable = {
  readonly unreadable: ProblemCode;
  /** What the message needs besides the cell. */
  readonly params?: NonNullable<Problem["params"]>;
  /** What of a list could be read, as it would be stored: it is written all the same. Absent = nothing is. */
  readonly partly?: string;
};

/** Why a cell of any type is read as no value, whatever else is known of its line. */
export const UNREADABLE = [
  ...(["date_unreadable", "date_order_unknown", "number_unreadable", "yes_no_unreadable"] as const),
  ...(["url_invalid", "linkedin_url_invalid", "email_invalid", "phone_unreadable", "option_unknown"] as const),
  ...(["country_unknown", "owner_not_found", "spreadsheet_damage", "text_undecodable", "list_too_long"] as const),
] as const satisfies readonly ProblemCode[];

export const unreadable = (code: (typeof UNREADABLE)[number]): Unreadable => Object.freeze({ unreadable: code });

/**
 * A normalised value: text in the field's canonical form, or why it could not be read.
 * Lists are the JSON text of an array of strings. Blank cells never reach a value type.
 */
export type Reading = string | Unreadable;
