/**
 * One property of a card, such as `item1.TEL;TYPE=cell,pref:+1 415 555 0100`: taken apart into its name, its parameters and
 * its value. Takes the parameter styles of vCard 2.1 (`TEL;CELL;PREF:`), 3.0 and 4.0 (`TYPE="cell,home"`) alike.
 */

export type Property = {
  readonly line: number;
  /** `item1` in `item1.TEL`, in lower case; "" = none. */
  readonly group: string;
  /** In upper case. */
  readonly name: string;
  /** By name in lower case. Values without a name (2.1) stand under `type`, or under `encoding` if they say that. */
  readonly params: ReadonlyMap<string, readonly string[]>;
  /** As in the file once unfolded: still encoded and escaped. */
  readonly value: string;
};

const HEAD = /^\s*(?:([\w-]+)\.)?([A-Za-z][\w-]*)\s*(?=[;:])/;
const ENCODING = /^(?:quoted-printable|base64|b|8bit|7bit)$/i;
/** A parameter up to the next semicolon outside of quotes. */
const PARAM = /;((?:"[^"]*"|[^";:])*)/y;
const CARET = /\^([n^'])/g;
const UNCARET: Readonly<Record<string, string>> = { n: "\n", "^": "^", "'": '"' };

/** @returns null where the text does not begin as a property does */
export function parseProperty(text: string, line: number): Property | null {
  const head = HEAD.exec(text);
  if (head === null) return null;
  const params = new Map<string, string[]>();
  let at = head[0].length;
  while (text.charCodeAt(at) === SEMICOLON) {
    PARAM.lastIndex = at;
    const param = PARAM.exec(text);
    // An unbalanced quote: the value begins behind the next colon, whatever stands before it.
    if (param === null) break;
    addParam(params, param[1] ?? "");
    at = PARAM.lastIndex;
    if (text.charCodeAt(at) !== SEMICOLON && text.charCodeAt(at) !== COLON) break;
  }
  const colon = text.indexOf(":", at);
  if (colon < 0) return null;
  return {
    line,
    group: (head[1] ?? "").toLowerCase(),
    name: (head[2] ?? "").toUpperCase(),
    params,
    value: text.slice(colon + 1),
  };
}

const SEMICOLON = 0x3b;
const COLON = 0x3a;

function addParam(params: Map<string, string[]>, param: string): void {
  const equals = param.indexOf("=");
  const bare = equals < 0;
  const text = (bare ? param : param.slice(equals + 1)).trim();
  if (text === "") return;
  const name = bare ? (ENCODING.test(text) ? "encoding" : "type") : param.slice(0, equals).trim().toLowerCase();
  const values = text
    .replaceAll('"', "")
    .split(name === "type" ? "," : "\n")
    .map((value) => value.trim().replace(CARET, (_, c: string) => UNCARET[c] ?? c));
  params.set(name, [...(params.get(name) ?? []), ...values]);
}

/** The first value of a parameter, in lower case; "" where there is none. */
export const param = (property: Property, name: string): string => (property.params.get(name)?.[0] ?? "").toLowerCase();

/** What kind of number, address or link it is: `cell`, `home`, `pref`. */
export const typesOf = (property: Property): readonly string[] =>
  (property.params.get("type") ?? []).map((type) => type.toLowerCase());

/** 1 is the most preferred; 101 where nothing is said. */
export function preference(property: Property): number {
  const rank = Number.parseInt(param(property, "pref"), 10);
  if (rank >= 1 && rank <= 100) return rank;
  return typesOf(property).includes("pref") ? 1 : 101;
}
