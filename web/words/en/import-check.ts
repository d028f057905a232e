/** The third step of an import: what it would do. */
const MANY: Readonly<Record<string, readonly [one: string, many: string]>> = {
  contacts: ["contact", "contacts"],
  accounts: ["account", "accounts"],
  opportunities: ["opportunity", "opportunities"],
  "contacts,opportunities": ["line", "lines"],
  pipelines: ["stage", "stages"],
};

export const counted = (count: number, object: string): string =>
  (MANY[object] ?? ["line", "lines"])[count === 1 ? 0 : 1];

const SHOWN_COLUMNS = 3;

/** The first few; all of them stand where each is explained. */
export const columnsInWords = (columns: readonly string[]): string =>
  `${columns.slice(0, SHOWN_COLUMNS).join(", ")}${columns.length > SHOWN_COLUMNS ? ", …" : ""}`;

export const importCheck = {
  changedMeanwhile: "Somebody else has changed this import meanwhile",
  changedMeanwhileFix: "Nothing was started. This is its plan as it is now: look at it again, then start it.",
  planning: "Looking at every line",
  read: (lines: string) => `${lines} lines so far`,
  nothingYet: "Nothing is written yet. You will see what would happen to each line first.",
  filter: "Show lines by outcome",
  allLines: "lines",
  will: {
    created: "will be created",
    updated: "will be updated",
    unchanged: "stay as they are",
    skipped: "will be skipped",
    failed: "need you",
  },
  willOne: { created: "Create", updated: "Update", unchanged: "Unchanged", skipped: "Skip", failed: "Needs you" },
  did: { created: "created", updated: "updated", unchanged: "unchanged", skipped: "skipped", failed: "failed" },
  problems: "Problems",
  found: {
    failed: "Lines that cannot be imported as they are",
    skipped: "Lines that will be skipped",
    other: "Also found: something is left out or worth a look",
  },
  howRead: "How it was read",
  makesAccounts: (count: number, shown: string) =>
    count === 1 ? "1 account will be created." : `${shown} accounts will be created.`,
  errorLines: "Download lines with errors",
  grid: "Lines of the file and what would become of them",
  outcome: "Outcome",
  why: "Why",
  others: "Also changes",
  same: (key: string, value: string) => `Same ${key}: ${value}`,
  keys: {
    id: "id",
    external_id: "external id",
    email: "email",
    phone: "phone",
    linkedin_url: "LinkedIn address",
    account_email: "email within the account",
    account_name: "account and name",
    name: "name",
    domain: "domain",
    same_line: "the same line of the same file",
  } as Readonly<Record<string, string>>,
  sameAs: (name: string, why: string) => `${name} · ${why}`,
  earlierLine: "An earlier line of this file",
  madeByLine: (name: string, line: string) => `${name}, of line ${line}`,
  matchedContact: "The contact that is there:",
  matchedLine: (line: string) => `Line ${line} of this file made it.`,
  otherName: (row: string, name: string) =>
    `The line names “${row}”, the contact that is there “${name}”: look whether it is the same one.`,
  isNew: "Nobody here is like it",
  leftOut: (columns: readonly string[]) =>
    columns.length === 0
      ? ""
      : `${columns.length} ${columns.length === 1 ? "cell" : "cells"} left out: ${columnsInWords(columns)}`,
  empty: "empty",
  noLines: "No line is like that.",
  correct: "Correct this cell",
  howToCorrect: "Type, or press Enter, to correct it",
  everywhere: "Correct it everywhere",
  cellOn: (header: string, line: string) => `${header}, line ${line}`,
  go: (count: number, shown: string, object: string) => `Import ${shown} ${counted(count, object)}`,
  discard: "Discard",
  discarded: "The plan is discarded. Nothing was imported.",
  checkAgain: "Check again",
  checkAgainHint: "Makes the plan anew, where you have put something right elsewhere",
  willDo: ({ created, updated }: { readonly created: string; readonly updated: string }) =>
    `Lines that create: ${created}, that update: ${updated}. It can be undone.`,
  goAccounts: "Import what it says of accounts",
  willDoAccounts: ({ created, changed }: { readonly created: string; readonly changed: string }) =>
    `No contact changes. Accounts that are created: ${created}; lines that change their account: ${changed}. It can be undone.`,
  willDoNothing: "No line would change anything.",
};

export type ImportCheckWords = typeof importCheck;
