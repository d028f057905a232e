/** The last step of an import: at work, and what became of it. */
import { counted } from "./import-check.ts";

export const importRun = {
  running: "Importing",
  waiting: "The import is about to start",
  waitingText: "Nothing is written yet. It starts as soon as there is room beside other work.",
  done: (lines: string) => `${lines} lines done`,
  doneOf: (lines: string, total: string) => `${lines} of ${total} lines done`,
  rate: (rows: string) => `${rows} lines per second`,
  left: (seconds: number, shown: (value: number) => string) =>
    seconds < 90 ? `${shown(seconds)} s left` : `${shown(Math.round(seconds / 60))} min left`,
  goesOn: "You can leave this page: the import goes on.",
  leave: "You can leave this page: the import goes on in the background, and you are told when it has ended.",
  cancel: "Stop the import",
  resume: "Go on",
  interrupted: "The import was interrupted",
  interruptedFix: "Nothing is lost: what was written stands in its ledger, and going on does the rest.",
  toContacts: "See contacts",
  see: { "/contacts": "See contacts", "/accounts": "See accounts", "/opportunities": "See opportunities" } as Readonly<
    Record<string, string>
  >,
  another: "Import another file",
  ledger: "What became of the lines",
  balance: (lines: string, sum: string) => `${lines} lines read = ${sum}: every line is accounted for.`,
  /** @param made how many of the object are new, where that is not `count` */
  endedAccounts: "Done: accounts changed, and no contact had to",
  ended: (count: number, shown: string, { object, made }: { readonly object: string; readonly made: string | null }) =>
    count === 0
      ? "Done: nothing had to change"
      : `Done: ${shown} ${counted(count, object)} imported${made === null ? "" : `, ${made}`}`,
  made: (count: number, shown: string, object: string) => `${shown} ${counted(count, object)} created`,
  madeAccounts: (count: number, shown: string) =>
    count === 1 ? "1 account was created." : `${shown} accounts were created.`,
  state: {
    cancelled: "Stopped: the lines before that are imported",
    undoing: "It is being undone",
    undone: "The import was undone",
  } as Readonly<Record<string, string>>,
  discarded: "Discarded: nothing was imported",
  took: (seconds: string) => `It took ${seconds} s.`,
  tookNoTime: "It took less than a second.",
  next: "What you can do next",
  errorLines: (count: number, shown: string) =>
    count === 1 ? "Download the line with errors" : `Download the ${shown} lines with errors`,
  errorLinesFix: (count: number) =>
    `Correct ${count === 1 ? "it" : "them"} in a spreadsheet and import that file: it continues this import and repeats no good line.`,
  duplicates: "Look at possible duplicates",
  duplicatesText: "Contacts that may be the same person. Nothing is merged by itself.",
  undo: "See the import, or undo it",
  details: "See the import",
  undoText: "Every line with what became of it. An undo shows first what would go back and what was edited since.",
};

export type ImportRunWords = typeof importRun;
