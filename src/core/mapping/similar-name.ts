/**
 * The field whose name a header misses by one slip of the pen: a letter left out, doubled or swapped with its neighbour
 * (`Emial`, `Adress`, `Phonne`). A letter in place of another is no slip here: it makes other words (`list name` of
 * `last name`). Short names and headers with digits are left alone.
 */
import type { NamedField, NameIndex } from "./name-index.ts";

const SHORTEST = 5;
const LONGEST = 40;
const DIGIT = /\d/;

/**
 * Ids decide which contact a row is about, and members of the workspace are not known by their look: a header that only
 * resembles theirs (`Associated Company IDs`, `Abonné`) is not enough.
 */
const NEVER_GUESSED: ReadonlySet<string> = new Set(["id", "external_id", "account_id", "owner", "followers"]);

export type SimilarName = { readonly name: string; readonly named: NamedField };

/** Answers a look-up that prepares its lists once: a file may have thousands of columns. */
export function similarNames(index: NameIndex): (key: string) => SimilarName | null {
  const byLength = new Map<number, SimilarName[]>();
  for (const [name, named] of index.names) {
    if (named.strength === "qualified" || named.strength === "shown" || NEVER_GUESSED.has(named.field.key)) continue;
    if (name.length < SHORTEST || DIGIT.test(name)) continue;
    const list = byLength.get(name.length);
    if (list === undefined) byLength.set(name.length, [{ name, named }]);
    else list.push({ name, named });
  }
  return (key) => {
    if (key.length < SHORTEST || key.length > LONGEST || DIGIT.test(key)) return null;
    let found: SimilarName | null = null;
    for (let length = key.length - 1; length <= key.length + 1; length++) {
      for (const known of byLength.get(length) ?? []) {
        if (!isOneSlip(key, known.name)) continue;
        // Two fields as near as each other: nobody can say which was meant.
        if (found !== null && found.named.field.key !== known.named.field.key) return null;
        found ??= known;
      }
    }
    return found;
  };
}

function isOneSlip(one: string, other: string): boolean {
  if (one.length === other.length) return isSwap(one, other);
  const [longer, shorter] = one.length > other.length ? [one, other] : [other, one];
  if (longer.charCodeAt(0) !== shorter.charCodeAt(0)) return false;
  let at = 0;
  while (at < shorter.length && longer.charCodeAt(at) === shorter.charCodeAt(at)) at++;
  return longer.slice(at + 1) === shorter.slice(at);
}

function isSwap(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return (
    at + 1 < one.length &&
    one.charAt(at) === other.charAt(at + 1) &&
    one.charAt(at + 1) === other.charAt(at) &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}
