/**
 * A name is said whole or in parts, and a row that says it one way leaves the other as an earlier row has said it: whose name
 * changes is not to go on under the old one. What somebody has chosen besides, such as a short name, stays.
 */
import { nameKey } from "../contact/identity-key.ts";
import { splitName } from "../contact/person-name/split-name.ts";
import type { ImportShape } from "./shape.ts";
import type { SlotChange } from "./slot-change.ts";

type NamePart = "first_name" | "last_name";

/** Whether a part that is there becomes what a row's full name says of it. */
export function followsFullName(
  part: NamePart,
  { before, value, fullName }: { readonly before: string; readonly value: string; readonly fullName: string },
): boolean {
  const split = fullName === "" ? null : splitName(fullName);
  const derived = part === "first_name" ? split?.given : split?.family;
  // Nobody has chosen it.
  if (before === derived) return true;
  // The full name says of it what it said before.
  if (derived !== undefined && nameKey(derived) === nameKey(value)) return false;
  return !wordsOf(value).some((word) => isAmong(word, wordsOf(before)));
}

/** With the full name beside parts that a row has replaced, where the row does not say it itself. */
export function settleFullName(
  { shape, row, contact, owned }: Merge,
  changes: readonly SlotChange[],
): readonly SlotChange[] {
  const whole = shape.index.get("full_name");
  if (whole === undefined || owned?.has(whole) || contact(whole) === "") return changes;
  if (whole < shape.mapped && row(whole) !== "") return changes;
  const parts = PARTS.map((part) => shape.index.get(part) ?? -1);
  const replaced = changes.filter(({ slot, before, after }) => parts.includes(slot) && before !== "" && after !== "");
  const words = wordsOf(contact(whole));
  if (replaced.every(({ after }) => wordsOf(after).every((word) => isAmong(word, words)))) return changes;
  const [first = "", last = ""] = parts.map(
    (slot) => changes.find((change) => change.slot === slot)?.after ?? contact(slot),
  );
  if (first === "" || last === "") return changes;
  const change = { slot: whole, before: contact(whole), after: `${first} ${last}` };
  return [...changes, change].sort((a, b) => a.slot - b.slot);
}

type Merge = {
  readonly shape: ImportShape;
  readonly row: (slot: number) => string;
  readonly contact: (slot: number) => string;
  /** Slots that are for connected sources to say. */
  readonly owned: Pick<ReadonlyMap<number, unknown>, "has"> | undefined;
};

const PARTS: readonly NamePart[] = ["first_name", "last_name"];

const wordsOf = (name: string): readonly string[] => nameKey(name).split(" ");

/** An initial is its name. */
const isAmong = (word: string, words: readonly string[]): boolean =>
  words.some((other) => other === word || (Math.min(other.length, word.length) === 1 && other[0] === word[0]));
