/**
 * A name is said whole or in parts, and a row that says it one way leaves the other as an earlier row has said it: whose name
 * changes is not to go on under the old one. What somebody has chosen besides, such as a short name, stays.
 */
import { nameKey } from "../contact/identity-key.ts";
import { splitName } from "../contact/person-name/split-name.ts";
import type { ImportShape } from "./shape.ts";
import { type SlotChange, withChange } from "./slot-change.ts";

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
  return isDoubled(before, value) || !wordsOf(value).some((word) => isAmong(word, wordsOf(before)));
}

/** A name that has taken another one along, as with a marriage: `Heide` has become `Heide-Schmidt`. */
const isDoubled = (before: string, value: string): boolean =>
  value.includes("-") && value.split("-").some((name) => nameKey(name) === nameKey(before));

/** With the full name beside parts that a row has replaced, where the row does not say it itself. */
export function settleFullName(
  { shape, row, contact, owned }: Merge,
  changes: readonly SlotChange[],
): readonly SlotChange[] {
  const whole = shape.index.get("full_name");
  if (whole === undefined || owned?.has(whole) || contact(whole) === "") return changes;
  // An empty cell that clears it has said something, too.
  if ((whole < shape.mapped && row(whole) !== "") || changes.some(({ slot }) => slot === whole)) return changes;
  const parts = PARTS.map((part) => shape.index.get(part) ?? -1);
  const replaced = changes.filter(({ slot, before, after }) => parts.includes(slot) && before !== "" && after !== "");
  const words = wordsOf(contact(whole));
  if (replaced.every(({ after }) => wordsOf(after).every((word) => isAmong(word, words)))) return changes;
  const [first = "", last = ""] = parts.map(
    (slot) => changes.find((change) => change.slot === slot)?.after ?? contact(slot),
  );
  const after = inPlace(contact(whole), replaced) ?? joined(first, last);
  return after === null ? changes : withChange(changes, { slot: whole, before: contact(whole), after });
}

/** Titles, middle names and the order stay as they are. Null = not each of the former parts stands in it once. */
function inPlace(fullName: string, replaced: readonly SlotChange[]): string | null {
  let text = fullName;
  for (const { before, after } of replaced) {
    const places = placesOf(before, text);
    const [at] = places;
    if (at === undefined || places.length > 1) return null;
    text = text.slice(0, at) + after + text.slice(at + before.length);
  }
  return text;
}

/** Where it stands as a word or words; what is written without spaces has no words. */
function placesOf(part: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const around = text.slice(Math.max(0, at - 1), at) + text.slice(at + part.length, at + part.length + 1);
    if (EAST_ASIAN.test(part) || !LETTER.test(around)) places.push(at);
  }
  return places;
}

function joined(first: string, last: string): string | null {
  if (first === "" || last === "") return null;
  return EAST_ASIAN.test(first) && EAST_ASIAN.test(last) ? last + first : `${first} ${last}`;
}

const LETTER = /[\p{L}\p{N}]/u;
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;

type Merge = {
  readonly shape: ImportShape;
  readonly row: (slot: number) => string;
  readonly contact: (slot: number) => string;
  /** Slots that are for connected sources to say. */
  readonly owned: Pick<ReadonlyMap<number, unknown>, "has"> | undefined;
};

const PARTS: readonly NamePart[] = ["first_name", "last_name"];

const wordsOf = (name: string): readonly string[] => nameKey(name).split(" ");

/** An initial is its name; scripts without capitals have none. */
const isAmong = (word: string, words: readonly string[]): boolean =>
  words.some((other) => other === word || (other[0] === word[0] && (isInitial(word) || isInitial(other))));

const isInitial = (word: string): boolean => word.length === 1 && word !== word.toUpperCase();
