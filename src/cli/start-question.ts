/** What a person is asked before a plan is started. */
import type { ImportDetail } from "../app/view/import-detail-json.ts";
import { changesSomething, linesIn } from "../core/plan/outcome.ts";
import { count } from "./words/text.ts";

/** What a line is about, by what the lines are. */
const ONE: Readonly<Record<string, string>> = { contacts: "contact", accounts: "account", pipelines: "stage" };

export function startQuestion({
  object,
  outcomes,
  accounts,
}: Pick<ImportDetail, "object" | "outcomes" | "accounts">): string {
  const one = ONE[object] ?? "line";
  const written = outcomes.created + outcomes.updated;
  if (written > 0) return `Import ${count(written, one)}?`;
  if (!changesSomething({ outcomes, accounts }) && outcomes.failed > 0 && outcomes.failed === linesIn(outcomes))
    return "Every line would fail. Import all the same?";
  return changesSomething({ outcomes, accounts })
    ? `No ${one} would change, but accounts would. Import that?`
    : "Nothing would change. Import all the same?";
}
