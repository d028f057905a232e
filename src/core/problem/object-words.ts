/** What problems are called where the lines of a file are something else than contacts. */
import type { ObjectKind } from "../object/object-kind.ts";
import { catalogue, type ProblemCode } from "./catalogue.ts";
import type { CatalogueEntry } from "./catalogue-entry.ts";

export type Words = Pick<CatalogueEntry, "title" | "cause" | "fix">;

const ACCOUNT_WORDS: Partial<Record<ProblemCode, Words>> = {
  required_fields_missing: {
    title: "Required fields to create/update accounts are missing",
    cause:
      "The line has no value in fields that an account must have to be created, or to be found when accounts are updated. A value that could not be read counts as missing.",
    fix: "Give the account a name or an external id, check that their columns are mapped, and import the line again.",
  },
  in_file_duplicate: {
    title: "Another line of the file is the same account",
    cause:
      "Two lines of the file are about one account, and this one is not the line that counts or says something else about the account than the other.",
    fix: "Compare this line with the one named and keep a single line with the right values. If they are two accounts of one name, give each its external id. Which line counts is the policy key inFile; in the app Settings → Policy.",
  },
  contact_not_in_workspace: {
    title: "Account is not valid or not in this workspace",
    cause:
      "No account of this workspace answers to what identifies the line: it was never here, was deleted, or belongs to another workspace.",
    fix: "Export the accounts (muster export accounts) to get their current ids, correct the line and import it again. To create the accounts that are not found, import in the mode both, without the id column where its ids are another workspace's.",
  },
  ambiguous_match: {
    title: "Several accounts match this line",
    cause: "Several accounts share what the line is recognised by, and nothing else on the line tells them apart.",
    fix: "Add the account's external id or record id to the line.",
  },
  conflicting_match: {
    title: "This line points at two different accounts",
    cause:
      "The id on the line is one account's and the name another's, so that it is not known which account is meant.",
    fix: "Correct the id or the name. To give an account the name of another one all the same, import with accountMatch set to external_id (--set accountMatch=external_id): then the id alone says which account is meant.",
  },
  contradicting_match: {
    title: "The account that matches is another one by another key",
    cause: "The line and the account share one identifying value, and differ in one that counts before it.",
    fix: "If it is the same account, import the line again and let it update the account (--set onContradiction=update). If accounts share such a value, take it out of what lines are recognised by (--set accountMatch=external_id). Both are in the app under Settings → Policy.",
  },
  already_exists: {
    title: "The account already exists",
    cause: "The line matches an account that is already here, and this import does not change existing accounts.",
    fix: "Nothing needs to be done if the account should stay as it is. To change it, set onMatch to update (--set onMatch=update).",
  },
  no_match: {
    title: "No account matches this line",
    cause: "The import updates accounts only, and none here matches the line.",
    fix: "Check the values the line is recognised by, or import in the mode both to create the accounts that are not found.",
  },
  id_missing: {
    title: "The account's record id is empty",
    cause: "Accounts are updated by their record id, and this line has none.",
    fix: "Export the accounts (muster export accounts) to get a file with the id column, edit that file and import it again.",
  },
  id_unknown: {
    title: "The account's record id is not known in this workspace",
    cause:
      "The id on the line belongs to no account of this workspace: it was mistyped, deleted, or comes from another workspace.",
    fix: "Export the accounts (muster export accounts) to get their current ids, correct the line and import it again. Where the ids are another workspace's, leave their column out.",
  },
  owner_kept: {
    title: "The account keeps its owner",
    cause: "The account already has an owner, and this import does not override owners.",
    fix: catalogue.owner_kept.fix,
  },
  planned_differently: {
    title: "The account changed after the plan was shown",
    cause: catalogue.planned_differently.cause,
    fix: catalogue.planned_differently.fix,
  },
};

/** Codes that are about what a line is, whatever that is. */
const ABOUT_THE_LINE = [
  "required_fields_missing",
  "in_file_duplicate",
  "contact_not_in_workspace",
  "ambiguous_match",
  "conflicting_match",
  "contradicting_match",
  "already_exists",
  "no_match",
  "id_missing",
  "id_unknown",
  "owner_kept",
  "planned_differently",
] as const satisfies readonly ProblemCode[];

export type LineCode = (typeof ABOUT_THE_LINE)[number];

/** The words of accounts with the name of something else. */
function renamed(one: string, many: string): Partial<Record<ProblemCode, Words>> {
  const rename = (text: string): string =>
    text
      .replaceAll("an account", one === "opportunity" ? "an opportunity" : `a ${one}`)
      .replace(/\baccounts\b/g, many)
      .replace(/\baccount\b/g, one)
      .replace(
        /\bAccounts\b/g,
        many.replace(/^./, (letter) => letter.toUpperCase()),
      )
      .replace(
        /\bAccount\b/g,
        one.replace(/^./, (letter) => letter.toUpperCase()),
      )
      .replace(/ To give .*$/, "")
      .replace(/,? leave it out of accountMatch.*$/, " correct one of them.")
      .replaceAll("export stages", "export pipelines");
  return Object.fromEntries(
    ABOUT_THE_LINE.map((code) => {
      const { title, cause, fix }: Words = ACCOUNT_WORDS[code] ?? catalogue[code];
      return [code, { title: rename(title), cause: rename(cause), fix: rename(fix) }];
    }),
  );
}

const STAGE_RENAMED = renamed("stage", "stages");

/** Stages have neither external ids nor an export of their own: a line names its pipeline and its stage. */
const STAGE_WORDS = Object.fromEntries(
  (
    [
      [
        "required_fields_missing",
        "Give the line the name of the stage and the name or id of its pipeline, check that their columns are mapped, and import it again.",
      ],
      [
        "in_file_duplicate",
        "Compare this line with the one named and keep a single line with the right values: a pipeline has one stage of each name. Which line counts is the policy key inFile; in the app Settings → Policy.",
      ],
      [
        "contact_not_in_workspace",
        "Correct the names of the pipeline and the stage (muster export pipelines lists them), and import the line again. To create the stages that are not found, import in the mode both (--mode both).",
      ],
    ] as const
  ).map(([code, fix]) => [code, { ...(STAGE_RENAMED[code] ?? catalogue[code]), fix }]),
);

/** What the lines of a file are about: `both`, a contact and its opportunity; `referred`, the contact of an opportunity's line. */
export type LinesAbout = ObjectKind | "both" | "referred";

const WORDS: Readonly<Record<LinesAbout, Partial<Record<ProblemCode, Words>>>> = {
  contact: {},
  account: ACCOUNT_WORDS,
  opportunity: renamed("opportunity", "opportunities"),
  pipeline: {},
  stage: { ...STAGE_RENAMED, ...STAGE_WORDS },
  both: {
    required_fields_missing: {
      ...catalogue.required_fields_missing,
      title: "Required fields to create/update contacts or opportunities are missing",
    },
  },
  referred: {
    contact_not_in_workspace: {
      ...catalogue.contact_not_in_workspace,
      // Whatever the mode is: it is that of the opportunities.
      fix: "Correct what names the contact, such as its id (muster export contacts) or email address, and import the line again. To create contacts that are not found, import the file as contacts and opportunities (--object contacts,opportunities).",
    },
  },
};

/** The catalogue's words for a problem in a file of these. */
export const problemWords = (code: ProblemCode, object: LinesAbout = "contact"): Words =>
  WORDS[object][code] ?? catalogue[code];
