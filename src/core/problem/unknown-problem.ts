/** A filter by a problem that there is none of would find nothing, as if all were well. */
import { catalogue } from "./catalogue.ts";
import { nearWords } from "./near-words.ts";
import { type Refusal, refuseWith } from "./refusal.ts";
import { shown } from "./shown-text.ts";

/** Null = the catalogue has it, or none is asked for. */
export function unknownProblem(code: string | undefined, as: "arguments_invalid" | "request_invalid"): Refusal | null {
  if (code === undefined || Object.hasOwn(catalogue, code)) return null;
  const near = nearWords(code, Object.keys(catalogue));
  const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  return {
    ...refuseWith(as, `There is no problem called ${shown(code)}.${hint}`).refusal,
    fix: "docs/problems.md lists all; an import says which of them it has.",
  };
}
