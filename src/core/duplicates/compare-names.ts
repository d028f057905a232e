/** How two names relate: the same, written differently, one part of the other, or of two people. */
import type { Evidence } from "./evidence.ts";
import { groupOfGivenName } from "./given-name-groups.ts";
import { type NameWords, soundOf } from "./name-words.ts";
import { oneSlip } from "./one-slip.ts";

export type NameRelation = Evidence & {
  /** `given`: only the given name is shared; `family`: only the family name; `unknown`: one of them has no name. */
  readonly relation: "same" | "like" | "given" | "family" | "different" | "unknown";
};

/** Words of one letter are initials; a slip in a shorter word makes another name. */
const SLIP_LETTERS = 4;
const LONG_LETTERS = 6;
/** Scripts whose words of two letters are whole names; Hangul is in its parts here. */
const EAST_ASIAN = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

export function compareNames(one: NameWords | null, other: NameWords | null): NameRelation {
  if (one === null || other === null)
    return {
      relation: "unknown",
      weight: 0,
      says: one === other ? "neither has a name" : "only one of them has a name",
    };
  const [joined, otherJoined] = [one.words.join(""), other.words.join("")];
  if (joined === otherJoined) {
    const weak = one.words.length === 1 && other.words.length === 1 && !EAST_ASIAN.test(joined);
    return { relation: "same", weight: weak ? 0.2 : 0.5, says: `same name, ${shownOf(one, other)}` };
  }
  if (sameWords(one.words, other.words, (word) => word))
    return { relation: "same", weight: 0.48, says: `first and last name swapped, ${shownOf(one, other)}` };
  if (sameWords(one.words, other.words, soundOf))
    return { relation: "same", weight: 0.47, says: `two spellings of one name, ${shownOf(one, other)}` };
  if (one.words.length > 1 && sameWords(one.words, other.words, standsFor))
    return { relation: "same", weight: 0.45, says: `forms of one name, ${shownOf(one, other)}` };
  return compareRest(one, other);
}

const standsFor = (word: string): string => soundOf(groupOfGivenName(word));

function sameWords(one: readonly string[], other: readonly string[], key: (word: string) => string): boolean {
  if (one.length !== other.length) return false;
  const keys = one.map(key).sort();
  return other
    .map(key)
    .sort()
    .every((word, at) => word === keys[at]);
}

/** What is left when equal words have been taken off both. */
function compareRest(one: NameWords, other: NameWords): NameRelation {
  const [rest, otherRest] = [[...one.words], [...other.words]];
  let shared = 0;
  for (const word of one.words) {
    const found = otherRest.findIndex((candidate) => standsFor(candidate) === standsFor(word));
    if (found < 0) continue;
    otherRest.splice(found, 1);
    rest.splice(rest.indexOf(word), 1);
    if (word.length > 1) shared++;
  }
  const shown = shownOf(one, other);
  if (rest.length === 0 || otherRest.length === 0) {
    if (shared > 1) return { relation: "like", weight: 0.42, says: `one name is part of the other, ${shown}` };
    return {
      relation: shared === 1 ? "given" : "different",
      weight: 0.1,
      says: `one name is a word of the other, ${shown}`,
    };
  }
  if (shared === 0) return { relation: "different", weight: 0, says: `names differ, ${shown}` };
  return (
    restInPairs(rest, otherRest, [one, other]) ?? {
      ...sharedPart(rest, otherRest, [one, other]),
      says: `names differ, ${shown}`,
    }
  );
}

type Both = readonly [NameWords, NameWords];

/** Each word that is left is an initial of one on the other side, or one of them a slip of the pen. */
function restInPairs(rest: readonly string[], otherRest: readonly string[], both: Both): NameRelation | null {
  const [fewer, more] = rest.length <= otherRest.length ? [rest, [...otherRest]] : [otherRest, [...rest]];
  let slip: number | null = null;
  for (const word of fewer) {
    const initial = more.findIndex((candidate) => isInitial(word, candidate));
    if (initial >= 0) {
      more.splice(initial, 1);
      continue;
    }
    const [only] = more;
    if (only === undefined || more.length > 1 || slip !== null) return null;
    slip = slipWeight(word, only, both);
    if (slip === null) return null;
    more.splice(0, 1);
  }
  const shown = shownOf(...both);
  if (slip === null) return { relation: "like", weight: 0.3, says: `the initials fit, ${shown}` };
  return { relation: "like", weight: slip, says: `names differ by a letter or two, ${shown}` };
}

const isInitial = (word: string, candidate: string): boolean =>
  (word.length === 1 && candidate.startsWith(word)) || (candidate.length === 1 && word.startsWith(candidate));

/** Null where it is no slip: endings tell women from men (Daniel and Daniela, Ivanov and Ivanova), and short names are many. */
function slipWeight(word: string, candidate: string, [one, other]: Both): number | null {
  const isGiven = one.given.has(word) || other.given.has(word);
  const length = Math.min(word.length, candidate.length);
  const slip = oneSlip(word, candidate);
  if (slip === null || length < SLIP_LETTERS) {
    const isShortForm = isGiven && length >= 3 && (word.startsWith(candidate) || candidate.startsWith(word));
    return isShortForm && Math.abs(word.length - candidate.length) > 1 ? 0.3 : null;
  }
  // Nobody mistypes the letter that a name begins with.
  if (slip.at === 0 || (slip.at >= length - 1 && (isGiven || slip.kind === "extra"))) return null;
  if (slip.kind === "swap") return 0.43;
  if (length < LONG_LETTERS) return isGiven ? 0.3 : 0.34;
  return slip.kind === "extra" || !isGiven ? 0.4 : 0.33;
}

function sharedPart(
  rest: readonly string[],
  otherRest: readonly string[],
  [one, other]: Both,
): Pick<NameRelation, "relation" | "weight"> {
  const isFamily = rest.every((word) => one.family.has(word)) && otherRest.every((word) => other.family.has(word));
  if (isFamily) return { relation: "given", weight: 0.1 };
  const isGiven = rest.every((word) => one.given.has(word)) && otherRest.every((word) => other.given.has(word));
  return { relation: isGiven ? "family" : "different", weight: 0 };
}

const shownOf = (one: NameWords, other: NameWords): string =>
  one.shown === other.shown ? one.shown : `${one.shown} and ${other.shown}`;
