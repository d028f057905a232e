/** Texts as PostgreSQL can keep them: it has no NUL anywhere, and `jsonb` no half of a surrogate pair. */

/** For a column of texts. Half a pair becomes U+FFFD on its way to the server. */
export const storable = <T>(value: T): T | string => (typeof value === "string" ? value.replaceAll("\0", "") : value);

/** What `JSON.stringify` writes as an escape where it stands alone: https://tc39.es/ecma262/#sec-quotejsonstring. */
const ESCAPES = /\\(?:u0000|u(d[89a-f][0-9a-f]{2})|.)/g;

/** For a column of `jsonb`. @param json as `JSON.stringify` gives it */
export const storableJson = (json: string): string =>
  json.replace(ESCAPES, (said, half: string | undefined) =>
    said === "\\u0000" ? "" : half === undefined ? said : "\ufffd",
  );

/** The same of a document that may be empty. */
export const storableDocument = (json: string | null): string | null => (json === null ? null : storableJson(json));
