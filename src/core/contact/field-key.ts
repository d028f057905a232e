/** A field's key, made of what people call the field. */

/** Characters. Keys stand in addresses and commands. */
export const LONGEST_KEY = 64;

/** A field's key in the words of its label; `""` where these have no Latin letters. */
export const keyFromLabel = (label: string): string =>
  label
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, LONGEST_KEY)
    .replace(/_+$/, "");
