/** Lines to which the same file may say something else the second time, because its own first run changed what they met. */
import type { LedgerLine } from "../../src/core/plan/outcome.ts";

/** What the workspace held at that moment, and might not hold (or might hold) the second time, because the first run went on. */
const OF_THE_MOMENT = new Set([
  "id_unknown",
  "contact_not_in_workspace",
  "no_match",
  "required_fields_missing",
  // A key that the first run has written may tell apart the contacts that a line fitted.
  "ambiguous_match",
  "conflicting_match",
  "contradicting_match",
  // A later line of the contact may have given it its account.
  "main_contact_nowhere",
  // A line that names no pipeline is about that of its opportunity, once that is there.
  "pipeline_missing",
  "stage_elsewhere",
  "stage_unknown",
  "status_contradicts_stage",
]);

/** A line that was turned away for what the workspace held then, or because another key of the file had led to its contact first. */
export const isTurnedAway = ({ problems }: LedgerLine): boolean =>
  problems.some(({ code, params }) => OF_THE_MOMENT.has(code) || (code === "in_file_duplicate" && params?.contact));
