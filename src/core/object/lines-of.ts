/** What the lines of a file are, as people say it. */
import { MANY, OBJECT_KINDS, type ObjectKind } from "./object-kind.ts";

/** Contacts with their opportunities in one file. */
const BOTH = "contacts,opportunities";

export type LinesOf = { readonly object: ObjectKind; readonly withOpportunities: boolean };

/** The lines of a file of pipelines are their stages. Null for other words. */
export function linesOf(text: string): LinesOf | null {
  const word = text.toLowerCase().replaceAll(" ", "");
  if (word === BOTH || word === "opportunities,contacts") return { object: "contact", withOpportunities: true };
  const kind = OBJECT_KINDS.find((known) => known === word || MANY[known] === word);
  if (kind === undefined) return null;
  return { object: kind === "pipeline" ? "stage" : kind, withOpportunities: false };
}

/** The words that there are. */
export const LINES_OF: readonly string[] = [
  ...OBJECT_KINDS.filter((known) => known !== "stage").map((known) => MANY[known]),
  BOTH,
];
