/**
 * The words of notifications, a closed table for each language. `{name}` is a place for a parameter; numbers are written as
 * the language writes them, and no sentence changes with a number, so that there is no plural to get wrong.
 */
import { catalogue, type ProblemCode } from "../problem/catalogue.ts";
import type { NotificationEvent } from "./notification.ts";

type Said = { readonly title: string; readonly text: string };

export type NotificationWords = {
  /** BCP 47, for numbers. */
  readonly language: string;
  readonly events: Readonly<Record<NotificationEvent, Said>>;
  /** Of a plan after which there is nothing to start. */
  readonly planOfNothing: Said;
  /** What a code of the catalogue is called. */
  readonly problem: (code: ProblemCode) => string;
  /** What the link to the import says. */
  readonly open: string;
  /** Below a mail: why it came. */
  readonly why: string;
};

const COUNTS = "Created: {created}. Updated: {updated}. Unchanged: {unchanged}. Skipped: {skipped}. Failed: {failed}.";

export const ENGLISH: NotificationWords = {
  language: "en",
  events: {
    import_planned: {
      title: "{file} is planned and waits for you",
      text: "Nothing is written until you start it. Lines: {lines}. To create: {created}. To update: {updated}. Unchanged: {unchanged}. To skip: {skipped}. Not importable as they are: {failed}.",
    },
    import_done: { title: "{file} is imported", text: `Lines: {lines}. ${COUNTS}` },
    import_done_with_failures: {
      title: "{file} is imported, but not all of its lines",
      text: `Lines: {lines}. ${COUNTS} The lines with errors can be downloaded, put right, and imported again.`,
    },
    import_refused: { title: "{file} was not imported", text: "{problem}. Nothing was written." },
    import_interrupted: {
      title: "The import of {file} has stopped",
      text: "What is in the ledger stands, and nothing is lost. Lines done: {done} of {lines}. It goes on when somebody resumes it.",
    },
    undo_done: {
      title: "{file} is undone",
      text: "Deleted: {deleted}. Lines whose changes were taken back: {restored}. Left as they are, because they were changed since: {kept}.",
    },
    effect_given_up: {
      title: "Something could not be sent to {target}",
      text: "It was given up: {error}. It stays in the list of effects until somebody retries or cancels it. More that goes there may wait or fail, too; there is one such notice a day.",
    },
    invited: { title: "{by} invited you to {workspace}", text: "Your role there: {role}." },
    duplicates_found: {
      title: "{file}: some of its contacts may be there twice",
      text: "Possible duplicates: {pairs}. Nothing is merged by itself.",
    },
  },
  planOfNothing: {
    title: "{file} is planned, and would change nothing",
    text: "There is nothing to start: no line would change anything. Lines: {lines}. Unchanged: {unchanged}. To skip: {skipped}. Not importable as they are: {failed}.",
  },
  problem: (code) => catalogue[code].title,
  open: "Open the import",
  why: "You get this because of your notification profile in Muster, where you can change it.",
};
