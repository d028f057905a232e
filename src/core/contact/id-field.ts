/** Fields whose values are ids: any text is one, letter by letter. */
import type { Field } from "./field.ts";

/** Text fields whose values are ids of other systems. */
const ID_KEYS: ReadonlySet<string> = new Set(["external_id", "account_id"]);

export const isIdField = ({ key, type, holdsExternalId }: Field): boolean =>
  type === "id" || (type === "text" && (ID_KEYS.has(key) || holdsExternalId === true));
