/** Gives columns to fields by their values alone: in a file without a header, or under headers that say nothing. */
import type { Assignment, Column } from "./assignment.ts";
import { type Candidate, type CandidateContext, candidateByContent } from "./column-candidates.ts";

export function decideByContent(
  open: readonly Column[],
  hasHeader: boolean,
  context: CandidateContext,
  assignment: Assignment,
): void {
  const offers = open.flatMap(({ column, header, samples }) => {
    if (assignment.decisionOf(column) !== undefined) return [];
    const candidate = candidateByContent(hasHeader ? header : null, samples, context);
    return candidate === null ? [] : [{ column, candidate }];
  });
  const believed = hasHeader ? unrivalled(offers, assignment) : offers;
  for (const { column, candidate } of believed) assignment.offer(column, [candidate], context.index);
}

type Offer = { readonly column: number; readonly candidate: Candidate };

/**
 * Behind a header that says nothing, content is believed only for a field that no other column has or asks for: of two
 * columns of addresses one is somebody else's, and nothing says which.
 */
function unrivalled(offers: readonly Offer[], assignment: Assignment): readonly Offer[] {
  const asked = new Map<string, number>();
  for (const { candidate } of offers) asked.set(candidate.field.key, (asked.get(candidate.field.key) ?? 0) + 1);
  return offers.filter(
    ({ candidate }) => asked.get(candidate.field.key) === 1 && !assignment.isTaken(candidate.field.key),
  );
}
