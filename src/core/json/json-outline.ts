/** Where the contacts of a JSON file are, judged by its beginning: in its list, in a list inside of an object, or one a line. */
import { beginsAsLines } from "./json-lines.ts";
import { JsonStructure } from "./json-structure.ts";
import { JsonTokens } from "./json-tokens.ts";
import { type FoundList, ListWalk } from "./list-walk.ts";

export type JsonShape =
  /** `[{…}, {…}]` */
  | { readonly kind: "list" }
  /** `{"contacts": [{…}]}`: the names that lead to the list. */
  | { readonly kind: "list inside"; readonly path: readonly string[] }
  /** One object behind the other; `oneALine` as NDJSON has them. */
  | { readonly kind: "objects"; readonly oneALine: boolean }
  /** A single contact. */
  | { readonly kind: "object" }
  /** Several lists, and nothing says which of them holds the contacts. */
  | { readonly kind: "several lists"; readonly names: readonly string[]; readonly line: number };

const CONTACTS =
  /^(?:contacts?|people|persons?|customers?|clients?|users?|members?|leads?|subscribers?|attendees|guests|employees|students|donors|connections|profiles?)$/i;
const ROWS =
  /^(?:data|items?|results?|records?|rows|entries|values?|list|objects|elements|documents|docs|hits|content|payload)$/i;
const NOT_ROWS =
  /^_|^(?:links?|errors?|warnings?|included|meta|columns|fields|schema|headers?|paging|facets|filters)$/i;
/** Names that a contact has and an envelope has not. */
const OF_A_PERSON = /^(?:e-?mails?|e-?mail_?address|phones?|(?:first|last|full|given|family)_?name)$/i;

/** Characters of which there are always that many in so many bytes, whatever their encoding. */
export const shapeChars = (bytes: number): number => bytes >> 2;

/** @returns null where the text does not begin as JSON does that can hold contacts */
export function jsonShape(text: string): JsonShape | null {
  const outline = outlineOf(text);
  if (outline.first === null) return null;
  if (outline.first === "array") return { kind: "list" };
  if (outline.objects > 1) return { kind: "objects", oneALine: outline.oneALine };
  if (!outline.isValid && beginsAsLines(text)) return { kind: "objects", oneALine: true };
  const ranked = outline.lists
    .map((list) => ({ ...list, rank: rankOf(list, outline.ofPerson) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank);
  const best = ranked[0];
  if (best === undefined) return { kind: "object" };
  const rivals = ranked.filter(({ rank }) => rank === best.rank);
  if (rivals.length === 1) return { kind: "list inside", path: best.path };
  return { kind: "several lists", names: rivals.map(({ path }) => path.join(".")), line: best.line };
}

/** True for a list of anything, as long as all of the text is JSON: a table may begin with a bracket, too. */
export const isJsonList = (text: string): boolean => /^\s*\[/.test(text) && outlineOf(text).isValid;

/** Links, errors and the like stand beside the contacts of many programs. */
export const mayHoldRows = (path: readonly string[]): boolean => !NOT_ROWS.test(path.at(-1) ?? "");

function rankOf({ path }: FoundList, ofPerson: boolean): number {
  const name = path.at(-1) ?? "";
  if (!mayHoldRows(path)) return 0;
  if (CONTACTS.test(name)) return 3;
  if (ofPerson) return 0;
  return ROWS.test(name) ? 2 : 1;
}

type Outline = {
  readonly first: "object" | "array" | null;
  /** Objects of the top level that have begun. */
  readonly objects: number;
  /** The first object ends on the line on which it begins, and no other begins there. */
  readonly oneALine: boolean;
  /** Lists inside of objects whose first element is an object. */
  readonly lists: readonly FoundList[];
  /** The first object has names that only a person has. */
  readonly ofPerson: boolean;
  /** Nothing in it is against the grammar. */
  readonly isValid: boolean;
};

function outlineOf(text: string): Outline {
  let first: Outline["first"] = null;
  let objects = 0;
  let firstLine = 0;
  let oneALine = false;
  let ofPerson = false;
  const walk = new ListWalk();
  const structure = new JsonStructure(
    {
      open(kind, line) {
        if (walk.depth === 0) first ??= kind;
        if (walk.depth === 0 && kind === "object") objects++;
        if (objects === 1 && walk.depth === 0) firstLine = line;
        if (objects === 2 && walk.depth === 0) oneALine = oneALine && line > firstLine;
        walk.open(kind, line);
      },
      close(_, line) {
        walk.close();
        if (objects === 1 && walk.depth === 0) oneALine = line === firstLine;
      },
      key(name) {
        walk.key(name);
        ofPerson ||= walk.depth === 1 && OF_A_PERSON.test(name);
      },
      value: () => walk.value(),
    },
    true,
  );
  const tokens: JsonTokens = new JsonTokens((token) => {
    structure.take(token);
    if (structure.wrong !== null) tokens.fault = { line: token.line, says: structure.wrong };
  });
  tokens.push(text);
  return { first, objects, oneALine, lists: walk.lists, ofPerson, isValid: tokens.fault === null };
}
