/**
 * What undoing a merge does: the contacts that it deleted come back as they were, and what it gave the one that was kept goes
 * back where nobody has changed it since.
 */

import type { Changes } from "../plan/outcome.ts";
import { ACCOUNT_LINK } from "../plan/shape.ts";
import { decideUndo } from "../plan/undo.ts";
import type { MainChange, MergeDecision } from "./merge-contacts.ts";

/** A contact that a merge has deleted, as it was. */
export type MergedContact = { readonly number: number; readonly values: ReadonlyMap<string, string> };

export type PartState = {
  readonly kept: number;
  readonly decision: MergeDecision;
  readonly isUndone: boolean;
  /** Present values of the contact that was kept; null = it is gone. */
  readonly present: ReadonlyMap<string, string> | null;
  /** Nobody has changed it since the merge. */
  readonly isUntouched: boolean;
  /** A later merge that deleted the contact that was kept, or is about it too; null = none. */
  readonly laterMerge: number | null;
  readonly others: readonly MergedContact[];
  /** Accounts that the contacts belong to or are the main ones of, with their main contacts; those that are gone are missing. */
  readonly accounts: ReadonlyMap<number, number | null>;
};

export type PartDecision = {
  /** Values of the contact that was kept; null = empty. */
  readonly restore: ReadonlyMap<string, string | null>;
  readonly back: readonly number[];
  readonly mains: readonly MainChange[];
  /** Contacts that come back without their account, which is gone. */
  readonly withoutAccount: readonly number[];
  /** What stays, because it was changed since the merge: fields of the contact, and accounts whose main contact is another now. */
  readonly keptFields: readonly string[];
  readonly keptMains: readonly number[];
  readonly keptIsGone: boolean;
  readonly isUntouched: boolean;
};

export function decideParting(state: PartState, isList: (field: string) => boolean): PartDecision {
  const { present, decision, others, accounts } = state;
  const undo =
    present === null
      ? null
      : decideUndo(
          updated(decision.changes),
          { values: present, editedByOthers: false },
          { includeEdited: false, isList },
        );
  const wrong = decision.mains.filter(({ account, after }) => accounts.has(account) && accounts.get(account) !== after);
  const mains = decision.mains.filter(({ account, after }) => accounts.has(account) && accounts.get(account) === after);
  return {
    restore: undo?.restore ?? new Map(),
    back: others.map(({ number }) => number),
    mains: mains.map(({ account, before, after }) => ({ account, before: after ?? 0, after: before })),
    withoutAccount: others
      .filter(({ values }) => isGone(accounts, values.get(ACCOUNT_LINK)))
      .map(({ number }) => number),
    keptFields: undo?.kept ?? [],
    keptMains: wrong.map(({ account }) => account),
    keptIsGone: present === null,
    isUntouched: state.isUntouched,
  };
}

const updated = (changes: Changes) => ({ outcome: "updated" as const, changes });

const isGone = (accounts: PartState["accounts"], account: string | undefined): boolean =>
  account !== undefined && !accounts.has(Number(account));
