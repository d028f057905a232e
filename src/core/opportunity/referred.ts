/** The contact and account that a line about an opportunity only refers to: what names nobody for certain is its problem. */
import type { AccountPlanner } from "../account/account-planner.ts";
import type { AccountTexts } from "../account/find-account.ts";
import type { MatchDecision } from "../match/decide-match.ts";
import type { ValueAt } from "../match/object-keys.ts";
import { BLANK } from "../plan/draft.ts";
import * as refused from "../plan/row-refusals.ts";
import { ACCOUNT_PARTS, type ImportShape } from "../plan/shape.ts";
import type { EffectivePolicy } from "../policy/effective-policy.ts";
import type { Problem } from "../problem/problem.ts";

/** @param decision of a line that says something of its contact */
export function unreferred(decision: MatchDecision, { match }: EffectivePolicy): readonly Problem[] {
  switch (decision.kind) {
    case "match":
      return [];
    case "new":
      return [{ code: "contact_not_in_workspace", severity: "error", params: { keys: match } }];
    case "unknown_id":
      return [refused.unknownId(decision, "fail")];
    case "ambiguous":
      return [refused.ambiguousMatch(decision)];
    case "conflict":
      return [refused.conflictingMatch(decision)];
    case "contradiction":
      return [refused.contradictingMatch(decision)];
  }
}

export type AccountFinder = {
  readonly planner: AccountPlanner;
  readonly shape: ImportShape;
  readonly policy: EffectivePolicy;
};

export function referredAccount(
  { planner, shape, policy }: AccountFinder,
  at: ValueAt,
): { readonly number: string; readonly problems: readonly Problem[] } {
  const [external_id = BLANK, name = BLANK, domain = BLANK] = ACCOUNT_PARTS.map((key) =>
    at(shape.index.get(key) ?? -1),
  );
  const said: AccountTexts = { external_id, name, domain };
  const found = planner.find(said);
  switch (found.kind) {
    case "found":
      return { number: String(found.account.id), problems: [] };
    case "unsaid":
      return { number: BLANK, problems: [] };
    case "new":
      return { number: BLANK, problems: [refused.accountUnknown(said, policy)] };
    case "mismatch":
      return { number: BLANK, problems: [refused.accountMismatch(said, found)] };
    case "ambiguous":
      return { number: BLANK, problems: [refused.accountAmbiguous(said, found.accounts, policy)] };
  }
}
