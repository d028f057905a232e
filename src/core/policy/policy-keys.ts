/** What each key of the policy means and which values it takes: the one list behind the command line, the settings page and docs/policy.md. */
import { FIELD_ALIASES } from "../contact/builtin-fields.ts";
import { authorityMatrix } from "./authority-value.ts";
import { countryValue } from "./country-value.ts";
import { duration } from "./duration-value.ts";
import { keepFor } from "./keep-value.ts";
import { ACCOUNT_MATCH_KEYS, CONTACT_MATCH_KEYS, type Policy } from "./policy.ts";
import { choice, choices, fieldKeys, fieldSets, type PolicyValueKind, shortText, yesNo } from "./policy-value.ts";
import { separators } from "./separator-value.ts";
import { size } from "./size-value.ts";

export type PolicyKey = keyof Policy;

export type PolicyKeyEntry<T> = {
  /** One sentence. */
  readonly says: string;
  readonly kind: PolicyValueKind<T>;
  /** Other names that are understood. */
  readonly aliases?: readonly string[];
};

const MATCH_ALIASES = {
  record_id: "id",
  contact_id: "id",
  linkedin: "linkedin_url",
  email_address: "email",
} as const;

export const POLICY_KEYS: { readonly [K in PolicyKey]: PolicyKeyEntry<Policy[K]> } = {
  formats: {
    says: "Kinds of file that are taken.",
    kind: choices(["csv", "tsv", "xlsx", "ods", "vcard", "json"]),
  },
  delimiters: {
    says: "Delimiters that are taken; with detect, or with all of comma, semicolon, tab and pipe, any that is found in the file.",
    kind: separators(
      ["detect", "any"],
      "detect, or one or more of comma, semicolon, tab, pipe or the characters themselves, parted by commas",
    ),
  },
  maxBytes: { says: "The largest file that is taken.", kind: size },
  header: {
    says: "Whether the first row must name the columns; without a header, columns are mapped by position.",
    kind: choice(["required", "optional"]),
  },
  modes: {
    says: "What an import may do: create contacts, update them, or both.",
    kind: choices(["create", "update", "both"]),
  },
  match: {
    says: "What a line is recognised by, in order: the record id, the external id, the email address, the phone number, the LinkedIn URL, the email address within the account, or account, domain and name together.",
    kind: choices(CONTACT_MATCH_KEYS, { aliases: MATCH_ALIASES }),
  },
  matchUpdate: {
    says: "What a line is recognised by in the mode update; with same, what match says.",
    kind: choices(CONTACT_MATCH_KEYS, { none: "same", aliases: MATCH_ALIASES }),
  },
  onMatch: {
    says: "What becomes of a line that matches an existing contact; with ask, it is said for each import, and unsaid the contact is left as it is where contacts may be created, and updated where they are only updated. A workspace's update is a skip in the mode create. Opportunities and stages that are there follow what the import itself says, and are updated otherwise, except in the mode create; on a line of a contact and its opportunity a skip is about the opportunity.",
    kind: choice(["update", "skip", "duplicate", "fail", "ask"]),
  },
  onContradiction: {
    says: "What becomes of a line that matches a contact by one key although a key before it differs: the same phone number, say, under another email address. With fail, people who share a number are never written over each other; with update, the line counts as a match.",
    kind: choice(["fail", "update"]),
  },
  onNoMatch: {
    says: "What becomes of a line that matches nobody in the mode update, or that names an id nobody has.",
    kind: choice(["skip", "fail"]),
  },
  allowDuplicates: {
    says: "Contacts may share email addresses and phone numbers: then only the record id and the external id identify a contact.",
    kind: yesNo,
    aliases: ["allowDuplicateContacts"],
  },
  inFile: {
    says: "What becomes of lines of one file that are the same contact: all fail, the first or the last one counts, they are merged (and fail where they contradict each other), or both are kept, where each makes a new contact. Merged lines only add to an existing contact: lists are united and empty cells clear nothing, whatever tags and emptyCells say.",
    kind: choice(["fail", "first", "last", "merge", "both"]),
  },
  emptyCells: {
    says: "What an empty cell does to a field that has a value: it is kept or cleared; with ask, it is said for each import, and unsaid the value is kept.",
    kind: choice(["keep", "clear", "ask"]),
  },
  clearFields: {
    says: "Fields whose empty cells clear them, whatever emptyCells says.",
    kind: fieldKeys(FIELD_ALIASES),
  },
  clearToken: {
    says: "Text of a cell that clears the field, whatever emptyCells says. Spaces around it do not count, nor does case, unless it is a word.",
    kind: shortText,
  },
  tags: {
    says: "Whether a line's tags are added to the contact's own or replace them.",
    kind: choice(["merge", "replace"]),
  },
  createTags: {
    says: "A tag that the workspace does not have yet becomes one of its tags; with no, it is not written and the line says so.",
    kind: yesNo,
  },
  multiSeparators: {
    says: "What parts the values of a list within one cell: tags, multiple choices, text lists. An option of the field, or a tag that the workspace has, is never cut.",
    kind: separators(["none"], "none, or one or more of comma, semicolon, dot, pipe or the characters themselves"),
  },
  splitNames: {
    says: "Where a file has no columns for first and last name, they are read from the full name, if it tells them; the full name stays as it is written.",
    kind: yesNo,
  },
  unknownColumns: {
    says: "What becomes of columns that belong to no field: kept with the contact as custom data, asked about, ignored, or the file is refused.",
    kind: choice(["keep", "ask", "ignore", "refuse"]),
  },
  unmappedAccepted: {
    says: "Columns that belong to no field are left out on purpose, where unknownColumns is ask.",
    kind: yesNo,
  },
  createFieldsInImport: {
    says: "New fields may be made while columns are mapped.",
    kind: yesNo,
  },
  createOptions: {
    says: "A value that is not among a choice's options becomes a new option of the field, in the spelling of the first line that has it, up to the 1,000 options that a field may have. It stays an option when the import is undone.",
    kind: yesNo,
  },
  requiredToCreate: {
    says: "Fields that a line must have for a contact to be created; full_name is also there where a first or last name is.",
    kind: fieldSets(FIELD_ALIASES),
  },
  phoneReminders: {
    says: "Contacts are reminded by SMS or calls: a line must have a phone number, besides what requiredToCreate says, for a contact to be created.",
    kind: yesNo,
    aliases: ["smsReminders", "callReminders"],
  },
  owner: {
    says: "What the owner column holds: members' names (their addresses, as exports have them, are understood too), their email addresses alone, either, or nothing that is read as an owner. Where a workspace has no members, owners are kept as they are written.",
    kind: choice(["name", "email", "both", "off"]),
  },
  overrideOwners: {
    says: "Existing contacts get the file's owner, or the member who imports where the file names none.",
    kind: yesNo,
    aliases: ["overrideContactOwners"],
  },
  dateOrder: {
    says: "How 03/04/2024 is read where the column itself does not show whether day or month stands first; with ask, such dates wait for an answer.",
    kind: choice(["MDY", "DMY", "YMD", "ask"], { evidence: "ask", evidence_then_ask: "ask" }),
  },
  defaultCountry: {
    says: "Country of phone numbers that name none, where the line has no country either.",
    kind: countryValue,
    aliases: ["country"],
  },
  minRole: {
    says: "The least role that may import, undo and resume. It is the workspace's own, whatever preset an import runs under.",
    kind: choice(["admin", "editor"]),
  },
  enabled: {
    says: "Whether the workspace can import at all. Who turned it on and when is kept; it is the workspace's own, whatever preset an import runs under.",
    kind: yesNo,
    aliases: ["enabledByDefault"],
  },
  disclaimer: {
    says: "Whoever starts an import must accept a disclaimer first; who did, when, and its words are kept with the import.",
    kind: yesNo,
  },
  accounts: {
    says: "What the account id, name and domain on a contact's line do: the account is found or made, only found, or they are mere texts on the contact.",
    kind: choice(["create", "find", "off"]),
  },
  accountMatch: {
    says: "What an account is recognised by: the record id, the external id, the name, and the domain. The id decides; a domain tells accounts of one name apart.",
    kind: choices(ACCOUNT_MATCH_KEYS),
  },
  mainContact: {
    says: "Accounts have a main contact, which a line can name.",
    kind: yesNo,
  },
  authority: {
    says: "Connected sources own groups of fields, which imports then do not write.",
    kind: yesNo,
  },
  authorityMatrix: {
    says: "Which connected source owns which group of fields: main information (names, email addresses, phone numbers, the account, the external id), positions (position, job title) and the main contact. The row with exactly the workspace's kinds of sources counts; where there is none, every row of some of them. Who owns the main information also makes the contacts: lines that would create one fail.",
    kind: authorityMatrix,
  },
  workflow: {
    says: "New contacts may be queued into a workflow.",
    kind: yesNo,
  },
  defaultWorkflow: {
    says: "The workflow that new contacts are queued into where the import names none.",
    kind: shortText,
  },
  effectHold: {
    says: "How long mails, Slack posts and webhook calls about contacts are held before they are sent, so that an undo can come before them.",
    kind: duration,
  },
  keepFiles: {
    says: "How long the stored file of an import is kept after it has ended. Without it the raw text of values, the lines with errors and the file itself cannot be had any more; the ledger stays. It is the workspace's own, whatever preset an import runs under.",
    kind: keepFor,
  },
  keepHistory: {
    says: "How long the ledger keeps what values were before and after an import, and what matched, once it has ended. Without it the import cannot be undone any more; the outcome of every line stays. It is the workspace's own, whatever preset an import runs under.",
    kind: keepFor,
  },
  doNotTouch: {
    says: "Contacts can be marked Do Not Touch.",
    kind: yesNo,
    aliases: ["DNT"],
  },
  lowerOptOuts: {
    says: "An import may take back Do Not Touch and opt-outs.",
    kind: yesNo,
  },
  enrichment: {
    says: "Lines with only a LinkedIn URL are filled in by an enrichment service.",
    kind: yesNo,
  },
  opportunities: {
    says: "Whether a file of contacts may hold their opportunities too, or these have a file of their own.",
    kind: choice(["on", "off", "separate_file"], { yes: "on", no: "off" }),
  },
};

/** Every key, in the order in which they are shown. */
export const POLICY_KEY_NAMES = Object.keys(POLICY_KEYS) as readonly PolicyKey[];
