/** Asks of contacts which import made or changed them, by its number: no field has such a key. */
export const BY_IMPORT = "@import";

/** One condition on what objects hold, as stores are asked for it. */
export type ContactFilter = {
  readonly field: string;
  readonly op: "is" | "is_not" | "contains" | "empty" | "not_empty";
  readonly value: string;
  /** The field holds a list: `is` asks whether the list has the value. */
  readonly list: boolean;
};
