/** What a person is asked before a plan is started. */
import { changesSomething, type Tally } from "../core/plan/outcome.ts";
import { count } from "./text.ts";

type Counted = Pick<Tally, "outcomes"> & { readonly accounts?: Tally["accounts"] };

/** @param one what a line is about: `contact`, `line` */
export function startQuestion({ outcomes, accounts }: Counted, one: string): string {
  const written = outcomes.created + outcomes.updated;
  if (written > 0) return `Import ${count(written, one)}?`;
  return changesSomething({ outcomes, accounts })
    ? `No ${one} would change, but accounts would. Import that?`
    : "Nothing would change. Import all the same?";
}
