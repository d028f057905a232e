/** Normalised rows and the contacts there are -> what would be created, updated, skipped and refused, line by line. */
import { matchBatch } from "../app/import/passes/match-batch.ts";
import type { ContactInsert, ContactUpdate } from "../core/plan/batch-plan.ts";
import {
  addToTally,
  type Changes,
  EMPTY_TALLY,
  type LedgerLine,
  type Outcome,
  type OutcomeCounts,
} from "../core/plan/outcome.ts";
import { planBatch } from "../core/plan/plan-batch.ts";
import type { ImportShape } from "../core/plan/shape.ts";
import type { Problem } from "../core/problem/problem.ts";
import { problemFix, problemMessage } from "../core/problem/render-problem.ts";
import { type KnownContact, KnownContacts } from "./known-contacts.ts";
import type { NormalisedTable } from "./normalise.ts";

/** A problem in words, besides its data. */
export type ToldProblem = Problem & { readonly message: string; readonly fix: string };

export type PlannedRow = {
  readonly line: number;
  readonly outcome: Outcome;
  /** Your id of the contact that was found; null for one to be created, and where there is none. */
  readonly contact: string | null;
  /** Field key -> [before, after]; null = nothing would be written over. */
  readonly changes: Changes | null;
  readonly problems: readonly ToldProblem[];
};

export type ContactPlan = {
  /** One for each row of the table, in its order: the outcomes add up to it. */
  readonly rows: readonly PlannedRow[];
  readonly outcomes: OutcomeCounts;
  readonly creates: readonly { readonly line: number; readonly values: Readonly<Record<string, string>> }[];
  /** Field key -> new value; null = to be cleared. */
  readonly updates: readonly { readonly id: string; readonly values: Readonly<Record<string, string | null>> }[];
};

/** Writes nothing, and gives the same answer for the same table and contacts. */
export async function plan(table: NormalisedTable, contacts: readonly KnownContact[] = []): Promise<ContactPlan> {
  const { compiled, drafts, duplicates } = table;
  const known = new KnownContacts(contacts, compiled);
  const matches = await matchBatch(known, compiled, drafts, {
    import: -1,
    contactNumber: (id) => known.numberOf(id),
    alone: false,
    known: new Set(),
    metBy: () => 0,
  });
  const planned = planBatch(compiled.plan, {
    drafts,
    ...matches,
    duplicates,
    fileContacts: new Map(),
    touchedBy: () => 0,
    nextContact: known.count + 1,
    accounts: null,
  });
  return {
    rows: planned.lines.map((line) => rowOf(line, known)),
    outcomes: addToTally(EMPTY_TALLY, planned.lines).outcomes,
    creates: creates(compiled.shape, planned.inserts, planned.updates),
    updates: updates(compiled.shape, planned.updates, known),
  };
}

function rowOf({ line, outcome, contact, changes, problems }: LedgerLine, known: KnownContacts): PlannedRow {
  const names = { contact: (number: string) => known.idOf(Number(number)) ?? "a contact of this file" };
  const told = problems.map((problem) => ({
    ...problem,
    message: problemMessage(problem, names),
    fix: problemFix(problem),
  }));
  return { line, outcome, contact: contact === null ? null : known.idOf(contact), changes, problems: told };
}

/** What later lines of the table add to a contact that an earlier one creates is part of it. */
function creates(
  shape: ImportShape,
  inserts: readonly ContactInsert[],
  changed: readonly ContactUpdate[],
): ContactPlan["creates"] {
  const later = Map.groupBy(changed, ({ id }) => id);
  return inserts.map(({ id, line, values }) => {
    const whole = [...values];
    for (const { slot, after } of later.get(id)?.flatMap(({ changes }) => changes) ?? []) whole[slot] = after;
    const named = whole.map((value, slot) => [shape.slots[slot]?.key ?? "", value] as const);
    return { line, values: Object.fromEntries(named.filter(([, value]) => value !== "")) };
  });
}

function updates(shape: ImportShape, changed: readonly ContactUpdate[], known: KnownContacts): ContactPlan["updates"] {
  return [...Map.groupBy(changed, ({ id }) => id)].flatMap(([number, all]) => {
    const id = known.idOf(number);
    if (id === null) return [];
    const named = all
      .flatMap(({ changes }) => changes)
      .map(({ slot, after }) => [shape.slots[slot]?.key ?? "", after || null] as const);
    return [{ id, values: Object.fromEntries(named) }];
  });
}
