/** What people are told of: the events, and what is known of one. Words come later (`notification-words.ts`). */
import type { ProblemCode } from "../problem/catalogue.ts";

export const NOTIFICATION_EVENTS = [
  /** A plan waits for somebody to start it. */
  "import_planned",
  "import_done",
  "import_done_with_failures",
  /** Its file was turned away whole. */
  "import_refused",
  /** It stopped and goes on only when somebody asks. */
  "import_interrupted",
  "undo_done",
  /** A mail, post or call that nobody tries again. */
  "effect_given_up",
  "invited",
  "duplicates_found",
] as const;
export type NotificationEvent = (typeof NOTIFICATION_EVENTS)[number];

/**
 * Names of files and people, counts, codes: never the value of a cell. `problem`: a code of the catalogue. `changes`: of a plan
 * that would change nothing.
 */
export type NotificationParams = Readonly<Record<string, string | number>> & {
  readonly problem?: ProblemCode;
  readonly changes?: "nothing";
};

export type Notification = { readonly event: NotificationEvent; readonly params: NotificationParams };

/** Where a notification can reach somebody. */
export const CHANNELS = ["app", "mail", "slack"] as const;
export type Channel = (typeof CHANNELS)[number];
