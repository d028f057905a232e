/** Codes of API keys and of signing in. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const signInRefusals = {
  key_unknown: {
    kind: "refusal",
    title: "There is no such key",
    cause: "The text is no API key, or none of this server's.",
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
  key_not_there: {
    kind: "refusal",
    title: "There is no such key to revoke",
    cause: "The workspace has no key with this name or id, it is somebody else's, or it was revoked already.",
    fix: "Choose one that muster keys lists.",
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
  sign_in_failed: {
    kind: "refusal",
    title: "Signing in did not work",
    cause: "The e-mail address or the password is wrong, or there is no account with them.",
    fix: "Try again, or ask for a sign-in link by mail. The operator of the machine makes one with muster members link EMAIL.",
  },
  sign_in_refused: {
    kind: "refusal",
    title: "There is no way in for this address",
    cause: "Whoever wants to sign in is a member of no workspace, or is no longer one.",
    fix: "Ask an admin of the workspace to invite you.",
  },
  sign_in_links_off: {
    kind: "refusal",
    title: "Sign-in links are not sent here",
    cause: "The server has no mail server to send them by.",
    fix: "Sign in with your password, or ask the operator of the machine for a link: muster members link EMAIL.",
  },
  invitation_not_sent: {
    kind: "refusal",
    title: "The invitation was not sent",
    cause: "The mail server did not take the mail, or there is none and whoever invites may not hand over links.",
    fix: "Try again later. The operator of the machine can make a link to hand over: muster members link EMAIL.",
  },
  password_refused: {
    kind: "refusal",
    title: "This cannot be a password",
    cause: "The password is shorter than 12 characters or longer than 128.",
    fix: "Choose a longer one: a few words in a row are easy to remember and hard to guess.",
  },
  password_needed: {
    kind: "refusal",
    title: "The present password is needed",
    cause: "A password is replaced with the one before it, or right after signing in by a link.",
    fix: "Send currentPassword as well, or sign in by a link first.",
  },
} as const satisfies Record<string, CatalogueEntry>;
