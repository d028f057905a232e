/** The history of imports, and one import. */
export const imports = {
  importFile: "Import a file",
  count: (count: number, shown: string, isMore: boolean) =>
    isMore ? `the newest ${shown}` : count === 1 ? "1 import" : `${shown} imports`,
  file: "File",
  result: "Result",
  state: "State",
  by: "Who",
  at: "When",
  more: "Show older imports",
  states: {
    received: "Waiting",
    planned: "Planned",
    running: "Running",
    interrupted: "Interrupted",
    done: "Done",
    cancelled: "Cancelled",
    refused: "Refused",
    undoing: "Being undone",
    undone: "Undone",
  } as Readonly<Record<string, string>>,
  /** What it waits for until a worker is free. */
  waits: {
    plan: "Waits to be planned",
    run: "Waits to start",
    resume: "Waits to go on",
    undo: "Waits to be undone",
  },
  outcomes: {
    created: "created",
    updated: "updated",
    unchanged: "unchanged",
    skipped: "skipped",
    failed: "failed",
  },
  /** Of an import that has not begun: behind a count, or of one line. */
  planned: {
    created: "will be created",
    updated: "will be updated",
    unchanged: "will stay unchanged",
    skipped: "will be skipped",
    failed: "will not be imported",
  },
  objects: {
    contacts: "Contacts",
    accounts: "Accounts",
    opportunities: "Opportunities",
    pipelines: "Pipelines",
    "contacts,opportunities": "Contacts and opportunities",
  } as Readonly<Record<string, string>>,
  modes: { create: "create only", update: "update only", both: "create and update" } as Readonly<
    Record<string, string>
  >,
  lines: (count: number, shown: string) => (count === 1 ? "1 line" : `${shown} lines`),
  blankLines: (count: number, shown: string) => (count === 1 ? "1 blank line besides" : `${shown} blank lines besides`),
  noLines: "no line yet",
  took: (time: string, rate: string | null) => (rate === null ? time : `${time}, ${rate} lines a second`),
  noTime: "less than a second",
  plan: "Plan: nothing is written yet",
  all: "All lines",

  // What may be done.
  review: "Review and import",
  look: "Review",
  goOn: "Go on with it",
  resume: "Resume",
  cancel: "Cancel",
  cancelUndo: "Do not undo it",
  cancelAsked: "It stops after the batch that is being written.",
  undo: "Undo…",
  moreActions: "More",
  seeContacts: "See its contacts",
  again: "Import this file again",
  againTaking: "The file is read again…",
  downloadFile: "Download the file",
  downloadErrors: "Download lines with errors",
  downloadReceipt: "Download the receipt",
  verify: "Check the workspace against the receipt",
  verified: "Everything is as the receipt says.",
  verifiedTitle: "Checked",
  notVerified: "Not all is as the receipt says",
  remove: "Remove this import…",
  removeTitle: "Remove this import?",
  removeText:
    "Its file and its ledger go. Its contacts stay, but what it wrote can no longer be undone or traced. This cannot be taken back.",
  removeNow: "Remove the import",
  keep: "Keep it",

  // What is said about it.
  corrects: "Corrects lines of an earlier import.",
  correctsLink: "See that import",
  continuedBy: (file: string) => `Lines were put right by ${file}`,
  interrupted: "It stopped before the end. Nothing is lost: it goes on where it was.",
  undone: (who: string, when: string) => `Undone by ${who}, ${when}`,
  undoneLine: (line: string) => `Line ${line} was undone`,
  somebody: "somebody",
  undoWill: {
    deleted: (_count: number, shown: string) => `${shown} will be deleted`,
    restored: (count: number, shown: string) =>
      count === 1 ? "changes of 1 line will be taken back" : `changes of ${shown} lines will be taken back`,
    partly: (count: number, shown: string) =>
      count === 1
        ? "changes of 1 line will be taken back in part"
        : `changes of ${shown} lines will be taken back in part`,
    kept: (count: number, shown: string) =>
      count === 1
        ? "1 stays, because it was edited or used since"
        : `${shown} stay, because they were edited or used since`,
    gone: (count: number, shown: string) => (count === 1 ? "1 was deleted before" : `${shown} were deleted before`),
    merged: (count: number, shown: string) =>
      count === 1 ? "1 stays, merged into another" : `${shown} stay, merged into others`,
  },
  undoImportNow: "Undo the import",
  undoKinds: {
    contact: "Contact",
    account: "Account",
    opportunity: "Opportunity",
    pipeline: "Pipeline",
  } as Readonly<Record<string, string>>,
  undoResults: {
    deleted: (count: number, shown: string) => (count === 1 ? "1 deleted" : `${shown} deleted`),
    restored: (count: number, shown: string) =>
      count === 1 ? "changes of 1 line taken back" : `changes of ${shown} lines taken back`,
    partly: (count: number, shown: string) =>
      count === 1 ? "changes of 1 line taken back in part" : `changes of ${shown} lines taken back in part`,
    kept: (count: number, shown: string) => (count === 1 ? "1 stays, edited since" : `${shown} stay, edited since`),
    gone: (count: number, shown: string) => (count === 1 ? "1 was gone already" : `${shown} were gone already`),
    merged: (count: number, shown: string) =>
      count === 1 ? "1 stays, merged into another" : `${shown} stay, merged into others`,
  },
  running: "Importing",
  planning: "Planning",
  undoing: "Undoing",
  waiting: "Waiting for a worker",
  doneOf: (done: string, total: string | null) => (total === null ? `${done} lines` : `${done} of ${total} lines`),
  rate: (rate: string) => `${rate} lines a second`,
  secondsLeft: (text: string) => `${text} left`,
  seconds: (shown: string) => `${shown} s`,
  minutes: (shown: string) => `${shown} min`,
  leave: "You can leave this page: it goes on.",

  // Statistics.
  showFound: (kinds: number, shown: string) =>
    kinds === 0
      ? "Problems and warnings"
      : kinds === 1
        ? "Problems and warnings (1 kind)"
        : `Problems and warnings (${shown} kinds)`,
  found: {
    failed: "Lines that failed",
    skipped: "Lines that were skipped",
    other: "Also found: something was left out, put right or is worth a look",
  },
  stepsLater:
    "The step Columns is part of an import that is not started yet: import the file, or its lines with errors, again to get there.",
  noProblems: "No problems and no warnings. Every line is as the file says.",
  showLines: (count: number, shown: string) => (count === 1 ? "Show the line" : `Show the ${shown} lines`),
  accountsMade: (count: number, shown: string) => (count === 1 ? "1 account created" : `${shown} accounts created`),
  accountsChanged: (count: number, shown: string) => (count === 1 ? "1 account changed" : `${shown} accounts changed`),
  accountsToMake: (count: number, shown: string) =>
    count === 1 ? "1 account to create" : `${shown} accounts to create`,
  accountsToChange: (count: number, shown: string) =>
    count === 1 ? "1 account to change" : `${shown} accounts to change`,

  // The ledger.
  ledger: "Lines",
  settingsUsed: "Settings used",
  sent: "Messages",
  line: "Line",
  outcome: "Outcome",
  who: "Who",
  whatHappened: "What happened",
  moreProblems: (count: number) => `and ${count} more`,
  whatWillHappen: "What will happen",
  noSuchLines: "No line is like that",
  noSuchLinesText: "Take the filter away to see every line.",
  clearFilter: "Show all lines",
  nothingYet: "No line was written yet",
  nothingYetText: "As soon as lines are, each of them stands here.",
  matched: (key: string, value: string) => `recognised by ${key} ${value}`,
  empty: "empty",
  madeAccount: "account created",
  changedAccount: "account changed",
  willMakeAccount: "account will be created",
  willChangeAccount: "account will be changed",
  mended: "put right later",

  // One line.
  lineTitle: (line: string) => `Line ${line}`,
  lineUnknown: "This import has no such line.",
  openContact: "Open the contact",
  openAccount: "Open the account",
  openOpportunity: "See opportunities",
  mendedBy: "A later import wrote this line after all.",
  seeImport: "See that import",
  changes: "What changed",
  changesPlanned: "What will change",
  field: "Field",
  before: "Before",
  after: "After",
  inFile: "As it stands in the file",
  column: "Column",
  value: "Value",
  undoLine: "Undo this line…",
  besides: "Besides",
  closeLine: "Close the line",

  // Settings.
  reading: "How the file was read",
  digest: "SHA-256 of the file",
  size: "Size",
  format: "Format",
  encoding: "Encoding",
  delimiter: "Delimiter",
  header: "Header",
  headerYes: "the first row names the columns",
  headerNo: "no row names the columns",
  sheet: "Sheet",
  tab: "tab",
  evidence: "What spoke for it",
  /** As the server said it when the file was read. */
  evidenceSays: (said: string): string => said.replace("(--date-order)", "in the step Columns"),
  mapping: "Where each column went",
  leftOut: "left out",
  keptAs: (name: string) => `kept as ${name}`,
  foundBy: "Why",
  policy: "Policy",
  preset: "Preset",
  sameAsPreset: "As the preset says.",
  differs: "Differs from the preset",
  from: "Preset",
  to: "This import",
  options: "Options",
  tags: "Tags",
  owner: "Owner",
  country: "Country of phone numbers",
  dateOrder: "Order of dates",
  workflow: "Workflow",
  disclaimer: "Disclaimer",
  disclaimerBy: (who: string, when: string) => `accepted by ${who}, ${when}`,
  receipt: "Receipt",
  none: "none",
  mode: "Mode",
  nobody: "nobody",
  noWorkflow: "none",

  // Undo.
  undoTitle: "Undo this import",
  undoLineTitle: (line: string) => `Undo line ${line}`,
  undoAllLines: "All lines",
  undoStaying: (count: string) => `What stays (${count})`,
  undoLead: "If you undo now:",
  undoNothing: "There is nothing to take back.",
  undoBesides: "Of the accounts, opportunities and pipelines that came with them:",
  includeEdited: "Delete contacts that were edited since as well",
  includeEditedText: "This import created them, and somebody has changed them since. Those changes are lost with them.",
  undoBesidesNow: "Undo these changes",
  undoNow: (count: number, shown: string) => (count === 1 ? "Undo 1 line" : `Undo ${shown} lines`),
  undoAsked: "It is being undone",
  continuationStays:
    "Corrected lines were imported later by the import below. What it wrote stays, unless you undo that import too:",
  sentAlready: "Already sent. An undo cannot take these messages back",
  moreLines: "More lines",
  resultOf: {
    deleted: "deleted",
    restored: "changes taken back",
    partly: "changes taken back in part",
    kept: "stays",
    gone: "deleted before",
    merged: "stays, merged into another",
  } as Readonly<Record<string, string>>,
  staysAs: (fields: string) => `edited since, so it stays as it is: ${fields}`,
  staysFor: "changed or used since by",

  // Messages.
  noMessages: "This import has sent nothing, and nothing waits to be sent.",
};

export type ImportsWords = typeof imports;
