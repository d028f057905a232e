/** How whoever reads is spoken to: in their language, and with fixes for where they are, at a terminal, behind the API or on a page. */
import type { ObjectKind } from "../object/object-kind.ts";
import type { ProblemCode } from "./catalogue.ts";
import type { Words } from "./object-words.ts";
import type { Problem } from "./problem.ts";
import type { Refusal } from "./refusal.ts";
import type { ProblemWords } from "./render-problem.ts";

export type Voice = {
  /** What a code is called in a file of these, why it comes, and what to do. */
  readonly words: (code: ProblemCode, object?: ObjectKind) => Words;
  /** A problem in one sentence. */
  readonly message: (problem: Problem, show: ProblemWords) => string;
  /** A refusal with its message and fix for this reader. */
  readonly refusal: (refusal: Refusal) => Refusal;
  /** What a built-in field is called. */
  readonly label: (field: { readonly key: string; readonly label: string; readonly builtin: boolean }) => string;
};
