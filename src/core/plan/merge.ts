/** What a row would change on a contact: the write rules, field by field. */
import type { FieldOwner } from "../authority/owned-fields.ts";
import { emailKey, phoneKey } from "../contact/identity-key.ts";
import { listText, parseList } from "../contact/list-text.ts";
import { OPT_OUTS } from "../contact/opt-outs.ts";
import { OVERFLOW } from "../mapping/overflow-field.ts";
import type { ValueAt } from "../match/object-keys.ts";
import type { Problem, Severity } from "../problem/problem.ts";
import { BLANK, CLEAR } from "./draft.ts";
import { settleFurtherValues } from "./settle-further-values.ts";
import { followsFullName, settleFullName } from "./settle-name.ts";
import { settlePhoneDetails } from "./settle-phone-details.ts";
import { type ImportShape, KEPT_PREFIX, type Slot } from "./shape.ts";
import type { MergeResult, SlotChange } from "./slot-change.ts";

export type WriteRules = {
  readonly emptyCells: "keep" | "clear";
  /** Fields whose empty cells clear, whatever `emptyCells` says. */
  readonly clearFields: readonly string[];
  /** Slots that the import has a value of its own for: an empty cell is no wish to clear them. */
  readonly given: ReadonlySet<number>;
  readonly tags: "merge" | "replace";
  readonly overrideOwners: boolean;
  readonly lowerOptOuts: boolean;
  /** What connected sources own; absent = nothing. */
  readonly owned?: OwnedSlots | null;
  /** Somebody has looked at the contact and says what its values are: they take the place of what is there, lists too. */
  readonly byHand?: boolean;
  /** One of several lines that are one contact: it adds to what the others say, and takes nothing of it away. */
  readonly addOnly?: boolean;
};

export type OwnedSlots = {
  readonly slots: ReadonlyMap<number, FieldOwner>;
  /** Who makes the contacts, so that no import does; null = imports may. */
  readonly creation: FieldOwner | null;
};

const UNITED_LISTS = new Set(["additional_emails", "additional_phones"]);
export const UNCHANGED: MergeResult = { changes: [], warnings: [] };

type Sides = {
  /** Text of a slot. */
  readonly row: ValueAt;
  readonly contact: ValueAt;
  /** What of `row` stands in for cells that are empty, by slot. */
  readonly standIns?: ReadonlyMap<number, string>;
};

/** Only slots below `shape.mapped` are written, but for what belongs to one of them. */
export function mergeRow(shape: ImportShape, rules: WriteRules, sides: Sides): MergeResult {
  const { row, contact } = sides;
  const merge = { ...sides, shape, rules };
  let changes: SlotChange[] | null = null;
  let warnings: Problem[] | null = null;
  for (let position = 0; position < shape.mapped; position++) {
    const value = row(position);
    const before = contact(position);
    if (value === before) continue;
    const slot = shape.slots[position];
    if (!slot || slot.place === "id" || slot.place === "main" || slot.place === "elsewhere") continue;
    if (value === BLANK && !clearsWhenEmpty(slot, position, rules)) continue;
    const after = value === BLANK || value === CLEAR ? BLANK : mergedValue(merge, slot, value, before);
    if (after === before) continue;
    const held = heldBack(shape, slot, rules, before, after, value);
    if (held) {
      // What is read from another field's cell goes with that cell, which has been warned of.
      const isSaid = shape.derived.has(slot.key) && warnings?.some(({ code }) => code === held.code) === true;
      if (!isSaid) warnings = [...(warnings ?? []), held];
    } else {
      changes ??= [];
      changes.push({ slot: position, before, after });
    }
  }
  if (changes === null && warnings === null) return UNCHANGED;
  const named = settleFullName({ shape, row, contact, owned: rules.owned?.slots }, changes ?? []);
  const settled = settleFurtherValues(shape, named, contact);
  return settlePhoneDetails({ shape, row, contact }, { changes: settled, warnings: warnings ?? [] });
}

/** An empty cell of the row takes away what the contact has there. */
export const clearsWhenEmpty = (slot: Slot, position: number, rules: WriteRules): boolean =>
  (rules.emptyCells === "clear" || rules.clearFields.includes(slot.key)) &&
  slot.columns.length > 0 &&
  !slot.key.startsWith(KEPT_PREFIX) &&
  rules.addOnly !== true &&
  !rules.given.has(position);

type Merge = Sides & { readonly shape: ImportShape; readonly rules: WriteRules };

function mergedValue(merge: Merge, slot: Slot, value: string, before: string): string {
  if (before === BLANK) return value;
  if (merge.shape.derived.has(slot.key)) return follows(merge, slot.key, { value, before }) ? value : before;
  if (merge.rules.byHand) return value;
  if (slot.key === "tags" && merge.rules.tags === "merge") return uniteLists(before, value);
  if (UNITED_LISTS.has(slot.key) || (slot.list && merge.rules.addOnly)) return uniteLists(before, value);
  if (OVERFLOW.has(slot.key)) return isHeld(merge, slot.key, { value, before }) ? before : value;
  return value;
}

/** Only the parts of a name follow what another field says of them. */
function follows(
  { shape, contact }: Merge,
  field: string,
  { value, before }: { readonly value: string; readonly before: string },
): boolean {
  const whole = shape.index.get("full_name");
  if (whole === undefined || (field !== "first_name" && field !== "last_name")) return false;
  return followsFullName(field, { before, value, fullName: contact(whole) });
}

/**
 * An address or number the contact already has in second place is no news, and must not push out the first, unless the
 * row takes those in second place away: then it would be lost; or puts the first one there itself, or takes it away too,
 * so that this one stands in for it.
 */
function isHeld(
  { shape, rules, row, contact, standIns }: Merge,
  field: string,
  { value, before }: { readonly value: string; readonly before: string },
): boolean {
  const key = firstKey(field);
  if (key(value) === key(before)) return true;
  if (standIns?.has(shape.index.get(field) ?? -1)) return false;
  const position = shape.index.get(OVERFLOW.get(field) ?? "") ?? -1;
  const slot = position < shape.mapped ? shape.slots[position] : undefined;
  const cell = slot ? row(position) : undefined;
  if (slot && (cell === CLEAR || (cell === BLANK && clearsWhenEmpty(slot, position, rules)))) return false;
  if (cell && parseList(cell).some((other) => key(other) === key(before))) return false;
  return parseList(contact(position)).some((other) => key(other) === key(value));
}

/** From a first address or number, and one of the list beside it, to what it is known by. */
export const firstKey = (field: string): ((value: string) => string) => (field === "email" ? emailKey : phoneKey);

/** Values by slot after these changes. */
export function withChanges(values: readonly string[], changes: readonly SlotChange[]): readonly string[] {
  if (changes.length === 0) return values;
  const next = [...values];
  for (const { slot, after } of changes) next[slot] = after;
  return next;
}

/** The union of two lists' texts; the first list's own text where the second brings nothing new. */
export function uniteLists(first: string, second: string): string {
  const present = parseList(first);
  const keys = new Set(present.map((item) => item.toLowerCase()));
  const added = parseList(second).filter((item) => !keys.has(item.toLowerCase()));
  return added.length === 0 ? first : listText([...present, ...added]);
}

/** A field of a connected source: the import has nothing to say there. */
export function ownedBySource(
  { headers }: ImportShape,
  { key, list, columns }: Slot,
  owner: FieldOwner,
  values: { readonly value: string; readonly present: string },
): Problem {
  const shown = (text: string): string => (text === CLEAR ? "" : list ? parseList(text).join(", ") : text);
  return {
    code: "field_owned_by_source",
    severity: "warning",
    column: headers[columns[0] ?? -1] ?? "",
    field: key,
    value: shown(values.value),
    params: { sources: owner.sources, group: owner.group, present: shown(values.present) },
  };
}

/** Owners, opt-outs and what sources own, which an import may not change by itself: said, not silently dropped. */
function heldBack(
  shape: ImportShape,
  slot: Slot,
  rules: WriteRules,
  before: string,
  after: string,
  value: string,
): Problem | null {
  const about = {
    severity: "warning" as Severity,
    column: shape.headers[slot.columns[0] ?? -1] ?? "",
    field: slot.key,
    value: value === CLEAR ? "" : value,
    params: { present: before },
  };
  const owner = rules.owned?.slots.get(shape.index.get(slot.key) ?? -1);
  if (owner) return ownedBySource(shape, slot, owner, { value, present: before });
  if (slot.key === "owner" && before !== BLANK && !rules.overrideOwners) return { code: "owner_kept", ...about };
  if (OPT_OUTS.has(slot.key) && before === "yes" && after !== "yes" && !rules.lowerOptOuts)
    return { code: "opt_out_kept", ...about };
  return null;
}
