/** Codes of API keys and of signing in. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const signInRefusals = {
  key_unknown: {
    kind: "refusal",
    title: "There is no such key",
    cause: "The text is no API key, or none of this server's; or the workspace has no key with this name or id.",
    fix: "Send Authorization: Bearer mst_… with the whole key as it was shown when it was made, or make another: muster keys create NAME.",
  },
  key_expired: {
    kind: "refusal",
    title: "The key has expired",
    cause: "The time that the API key was made for is over.",
    fix: "Make another one: muster keys create NAME --expires 90d.",
  },
  key_revoked: {
    kind: "refusal",
    title: "The key was revoked",
    cause: "Somebody has revoked the API key, or the member who made it is no longer a member.",
    fix: "Make another one: muster keys create NAME.",
  },
  key_exists: {
    kind: "refusal",
    title: "The name is a key's already",
    cause: "Another key of the workspace, which was not revoked, has this name.",
    fix: "Choose another name, or revoke that key first: muster keys revoke NAME.",
  },
  key_invalid: {
    kind: "refusal",
    title: "This cannot be a key",
    cause:
      "The name is empty or too long, there is no such role or scope, the time is not readable or over, or the key could do more than its maker.",
    fix: "Give a name, scopes out of read, import, write and admin, a role not above yours, and a time such as 90d, 2027-01-31 or never.",
  },
} as const satisfies Record<string, CatalogueEntry>;
