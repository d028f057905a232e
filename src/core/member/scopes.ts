/** What an API key may be used for at most, whatever the role that it has. Whatever its scopes, a key may look. */

export const SCOPES = ["read", "import", "write", "admin"] as const;
export type Scope = (typeof SCOPES)[number];

/** In words, for help and documentation. */
export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  read: "look",
  import: "import and undo",
  write: "change contacts and saved mappings, retry what is sent",
  admin: "change fields, policy, members and workflows, remove imports",
};
