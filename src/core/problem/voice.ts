/** How whoever reads is spoken to: in their language, and with fixes for where they are, at a terminal, behind the API or on a page. */
import type { Field } from "../contact/field.ts";
import type { NotificationWords } from "../notify/notification-words.ts";
import type { ObjectKind } from "../object/object-kind.ts";
import type { ProblemCode } from "./catalogue.ts";
import type { LinesAbout, Words } from "./object-words.ts";
import type { Problem } from "./problem.ts";
import type { Refusal } from "./refusal.ts";

export type Voice = {
  /** What a code is called in a file of these, why it comes, and what to do. */
  readonly words: (code: ProblemCode, object?: LinesAbout) => Words;
  /** A problem in one sentence. */
  readonly message: (problem: Problem, show: ProblemWords) => string;
  /** A refusal with its message and fix for this reader. */
  readonly refusal: (refusal: Refusal) => Refusal;
  /** What a built-in field is called. */
  readonly label: (field: { readonly key: string; readonly label: string; readonly builtin: boolean }) => string;
  readonly notifications: NotificationWords;
};

/** What problems name, as whoever reads knows it. */
export type ProblemWords = {
  /** Absent = English, for a terminal. */
  readonly voice?: Pick<Voice, "words" | "message">;
  /** The public id of a contact, or of what else the lines are, by the number that stands in params. */
  readonly contact: (number: string, object?: ObjectKind) => string;
  /** What the lines are; absent = contacts. */
  readonly object?: ObjectKind;
  /** The lines refer to contacts that they do not change. */
  readonly refers?: boolean;
  /** What the import calls its fields, where that is not as everywhere. */
  readonly fields?: readonly (Pick<Field, "key" | "label"> & Partial<Pick<Field, "builtin">>)[];
};
