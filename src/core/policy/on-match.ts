/** What becomes of a line that matches something which is there, under a mode. */
import type { ImportMode, Policy } from "./policy.ts";

type OnMatch = Exclude<Policy["onMatch"], "ask">;

/**
 * An import that creates changes an existing contact only where it was told to itself, and one that updates was told so
 * by its mode: a question that nobody answered has the answer that the mode suggests.
 */
export function onMatchIn(mode: ImportMode, onMatch: Policy["onMatch"], said: boolean): OnMatch {
  if (onMatch === "ask") return mode === "update" ? "update" : "skip";
  if (mode === "create" && onMatch === "update" && !said) return "skip";
  if (mode === "update" && onMatch === "duplicate" && !said) return "update";
  return onMatch;
}
