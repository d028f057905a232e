/**
 * What a provider says of a phone number: it belongs to the number, not to the contact. The contact keeps it for its first
 * number only, so it goes when that number goes, and is not written where the row's number is another one.
 */
import { phoneKey } from "../contact/identity-key.ts";
import { PHONE_DETAILS } from "../contact/phone-details.ts";
import type { Problem } from "../problem/problem.ts";
import { BLANK, CLEAR } from "./draft.ts";
import type { ImportShape } from "./shape.ts";
import type { MergeResult, SlotChange } from "./slot-change.ts";

type Compared = {
  readonly shape: ImportShape;
  readonly row: (slot: number) => string;
  readonly contact: (slot: number) => string;
};

/** What a row changes, once its details are looked at beside the number that the contact has afterwards. */
export function settlePhoneDetails(compared: Compared, merged: MergeResult): MergeResult {
  const { shape, row, contact } = compared;
  const slot = shape.index.get("phone") ?? shape.mapped;
  if (slot >= shape.mapped) return merged;
  const [said, before] = [row(slot), contact(slot)];
  if (said === before) return merged;
  const number = merged.changes.find((change) => change.slot === slot);
  if (number) return { ...merged, changes: withDetailsOf(number, compared, merged.changes) };
  if (said === BLANK || said === CLEAR || phoneKey(said) === phoneKey(before)) return merged;
  return withoutDetails(shape, merged);
}

/** The contact has a new number, or none: what the row does not say of it is not known of it. */
function withDetailsOf(
  number: SlotChange,
  { shape, row, contact }: Compared,
  changes: readonly SlotChange[],
): readonly SlotChange[] {
  const details = detailSlots(shape);
  const settled = changes.filter(({ slot }) => !details.includes(slot));
  for (const slot of details) {
    const said = slot < shape.mapped && number.after !== BLANK ? row(slot) : BLANK;
    const [before, after] = [contact(slot), said === CLEAR ? BLANK : said];
    if (before !== after) settled.push({ slot, before, after });
  }
  return settled.sort((a, b) => a.slot - b.slot);
}

/** The contact keeps its number, and the row's details are of another. */
function withoutDetails(shape: ImportShape, { changes, warnings }: MergeResult): MergeResult {
  const details = detailSlots(shape);
  const others = changes.filter(({ slot }) => details.includes(slot));
  return {
    changes: changes.filter((change) => !others.includes(change)),
    warnings: [
      ...warnings,
      ...others.filter(({ after }) => after !== BLANK).map(({ slot, after }) => unkept(shape, slot, after)),
    ],
  };
}

/** Rows of such a file say a number and what is known of it. */
export const saysPhoneDetails = (shape: ImportShape): boolean =>
  [...detailSlots(shape), shape.index.get("phone") ?? shape.mapped].filter((slot) => slot < shape.mapped).length > 1;

/** In a row whose phone number could not be read, or that has none although others of its file do: nobody knows of which number its details are. */
export function withholdDetails(shape: ImportShape, values: string[], found: Problem[]): void {
  const isUnread = found.some(({ field }) => field === "phone");
  if (!isUnread && !hasNoNumber(shape, values)) return;
  for (const slot of detailSlots(shape)) {
    const value = values[slot] ?? BLANK;
    if (slot >= shape.mapped || value === BLANK || (value === CLEAR && !isUnread)) continue;
    values[slot] = BLANK;
    if (value !== CLEAR) found.push(unkept(shape, slot, value));
  }
}

/** By slot, what a row's warnings say was withheld. */
export const withheldDetails = (shape: ImportShape, problems: readonly Problem[]): ReadonlyMap<number, string> =>
  new Map(
    problems.filter(isWithheld).flatMap(({ field = "", value = "" }) => {
      const slot = shape.index.get(field);
      return slot === undefined ? [] : [[slot, value] as const];
    }),
  );

/** The row's findings where these slots are written after all. */
export const withoutKept = (
  shape: ImportShape,
  problems: readonly Problem[],
  kept: ReadonlyMap<number, string> | undefined,
): readonly Problem[] =>
  kept === undefined || kept.size === 0 || problems.length === 0
    ? problems
    : problems.filter((problem) => !isWithheld(problem) || !kept.has(shape.index.get(problem.field ?? "") ?? -1));

const isWithheld = ({ code }: Problem): boolean => code === "phone_details_unkept";

function hasNoNumber(shape: ImportShape, values: readonly string[]): boolean {
  const slot = shape.index.get("phone") ?? shape.mapped;
  return slot < shape.mapped && (values[slot] === BLANK || values[slot] === CLEAR);
}

const detailSlots = (shape: ImportShape): readonly number[] =>
  PHONE_DETAILS.flatMap((field) => shape.index.get(field) ?? []);

const unkept = ({ slots, headers }: ImportShape, slot: number, value: string): Problem => ({
  code: "phone_details_unkept",
  severity: "warning",
  column: headers[slots[slot]?.columns[0] ?? -1] ?? "",
  field: slots[slot]?.key ?? "",
  value,
});
