/** A field's key, made of what people call the field. */

/** Characters. Keys stand in addresses and commands. */
export const LONGEST_KEY = 64;

/** Words that commands read as something else where a field is named, and parts of an object's JSON besides its fields. */
export const TAKEN_KEYS: ReadonlySet<string> = new Set([
  ...["keep", "kept", "custom", "none", "tag", "account"],
  ...["contacts", "history", "members", "merges", "opportunities", "origins", "people"],
]);

/** A field's key in the words of its label; `""` where these have no Latin letters. */
export function keyFromLabel(label: string): string {
  const words = inKeyLetters(label);
  return TAKEN_KEYS.has(words) ? `${words}_field` : words;
}

const inKeyLetters = (label: string): string =>
  label
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, LONGEST_KEY)
    .replace(/_+$/, "");
