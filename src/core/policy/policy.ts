/** How an import may behave: every key with its allowed values. What a key means is in `policy-keys.ts`; presets fill every key. */

import type { AuthorityMatrix } from "../authority/authority-matrix.ts";

export const CONTACT_MATCH_KEYS = [
  "id",
  "external_id",
  "email",
  "phone",
  "linkedin_url",
  "account_email",
  "account_name",
  "name",
] as const;
/** What an account is recognised by, on its own lines and on those of its contacts. */
export const ACCOUNT_MATCH_KEYS = ["id", "external_id", "name", "domain"] as const;
export type AccountMatchKey = (typeof ACCOUNT_MATCH_KEYS)[number];
export type MatchKey = (typeof CONTACT_MATCH_KEYS)[number] | AccountMatchKey;
/** What a line was recognised by: a key of the policy, or the same line of the same file in an earlier import. */
export type MatchedBy = MatchKey | "same_line";
export type DateOrder = "MDY" | "DMY" | "YMD";
export type ImportMode = "create" | "update" | "both";

export type Policy = {
  readonly formats: readonly ("csv" | "tsv" | "xlsx" | "ods" | "vcard" | "json")[];
  /** Delimiters that are accepted; empty = any that is detected. */
  readonly delimiters: readonly string[];
  /** Bytes; null = no cap. */
  readonly maxBytes: number | null;
  readonly header: "required" | "optional";
  readonly modes: readonly ImportMode[];
  /** Keys to match on, in order, per mode. */
  readonly match: readonly MatchKey[];
  /** Keys to match on in update mode, where they differ from `match`. */
  readonly matchUpdate: readonly MatchKey[];
  /** `ask`: the person says it for each import; unsaid it is `skip`. */
  readonly onMatch: "update" | "skip" | "duplicate" | "fail" | "ask";
  /** A line that one key leads to a contact which an earlier key, by a different value, says it is not. */
  readonly onContradiction: "fail" | "update";
  readonly onNoMatch: "skip" | "fail";
  /** Lets rows that match an existing contact by email or phone become contacts of their own. */
  readonly allowDuplicates: boolean;
  readonly inFile: "fail" | "first" | "last" | "merge" | "both";
  /** `ask`: unsaid it is `keep`. */
  readonly emptyCells: "keep" | "clear" | "ask";
  /** Fields whose empty cells clear, whatever `emptyCells` says. */
  readonly clearFields: readonly string[];
  /** Cell text that clears the field whatever `emptyCells` says. */
  readonly clearToken: string;
  readonly tags: "merge" | "replace";
  /** Lets an import make tags; otherwise only those that the workspace has are written. */
  readonly createTags: boolean;
  readonly multiSeparators: readonly string[];
  /** First and last name are read from a full name, where the file has no columns for them. */
  readonly splitNames: boolean;
  readonly unknownColumns: "keep" | "ask" | "ignore" | "refuse";
  /** Lets the import go on although columns are mapped to nothing (`unknownColumns: ask`). */
  readonly unmappedAccepted: boolean;
  readonly createFieldsInImport: boolean;
  readonly createOptions: boolean;
  /** To create, every field of at least one of these sets must have a value; empty = nothing is required. */
  readonly requiredToCreate: readonly (readonly string[])[];
  /** Contacts are reminded by SMS or by calls: `phone` is one more field that each set of `requiredToCreate` asks for. */
  readonly phoneReminders: boolean;
  readonly owner: "name" | "email" | "both" | "off";
  readonly overrideOwners: boolean;
  /** What decides when a column gives no evidence; `ask`: cells stay unwritten until a person says it. */
  readonly dateOrder: DateOrder | "ask";
  readonly defaultCountry: string;
  readonly minRole: "admin" | "editor";
  readonly enabled: boolean;
  readonly disclaimer: boolean;
  /** What a line's account id, name and domain do: find or make the account, only find it, or stand on the contact as texts. */
  readonly accounts: "create" | "find" | "off";
  readonly accountMatch: readonly AccountMatchKey[];
  readonly mainContact: boolean;
  readonly authority: boolean;
  /** Which connected source owns which group of fields, where `authority` is on. */
  readonly authorityMatrix: AuthorityMatrix;
  readonly workflow: boolean;
  /** Name of the workflow that new contacts are queued into where the import names none; `""` = none. */
  readonly defaultWorkflow: string;
  /** Milliseconds for which mails, posts and calls about contacts are held before they are sent. */
  readonly effectHold: number;
  /** Milliseconds for which stored files, and what values were before, are kept after an import has ended; null = forever. */
  readonly keepFiles: number | null;
  readonly keepHistory: number | null;
  readonly doNotTouch: boolean;
  /** Lets an import lower Do Not Touch or an opt-out. */
  readonly lowerOptOuts: boolean;
  readonly enrichment: boolean;
  readonly opportunities: "on" | "off" | "separate_file";
};
