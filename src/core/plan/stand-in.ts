/** What a row says of a contact once its second columns (`second-columns.ts`) stand in for the first ones that are empty. */
import { parseList } from "../contact/list-text.ts";
import type { ValueAt } from "../match/object-keys.ts";
import type { Problem } from "../problem/problem.ts";
import { BLANK, CLEAR } from "./draft.ts";
import { clearsWhenEmpty, type WriteRules } from "./merge.ts";
import type { ImportShape } from "./shape.ts";

type Said = {
  readonly row: ValueAt;
  readonly contact: ValueAt;
  /** Of the row: a first cell that could not be read is not empty. */
  readonly problems: readonly Problem[];
};

/** A contact that has a first one keeps it, unless empty cells clear. */
export function withSecondColumns(shape: ImportShape, rules: WriteRules, { row, contact, problems }: Said): ValueAt {
  if (rules.byHand) return row;
  let standIns: Map<number, string> | null = null;
  for (const { first, further } of shape.seconds) {
    const slot = shape.slots[first];
    const list = row(further);
    if (slot === undefined || row(first) !== BLANK || list === BLANK || list === CLEAR) continue;
    if (contact(first) !== BLANK && !clearsWhenEmpty(slot, first, rules)) continue;
    if (rules.owned?.slots.has(first) || problems.some((problem) => isUnread(problem, slot.key))) continue;
    standIns ??= new Map();
    standIns.set(first, parseList(list)[0] ?? BLANK);
  }
  return standIns === null ? row : (slot) => standIns.get(slot) ?? row(slot);
}

const isUnread = ({ code, field }: Problem, key: string): boolean => field === key && code !== "placeholder_ignored";
