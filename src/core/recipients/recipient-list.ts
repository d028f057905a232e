/**
 * Recipients of a mail, as programs copy them: `Ann Lee <ann@x.test>; "Ray, Bo" <bo@x.test>`, on one line or wrapped. Read as
 * a table, they would all be addresses of one person.
 */
import { normaliseEmail } from "../contact/types/email.ts";

/** `line`: the physical line (1 = first), or the next number where others stand on it before; it rises from one to the next. */
export type Recipient = { readonly name: string; readonly address: string; readonly line: number };

type Line = { readonly text: string; readonly line: number };

/** Whose turn it is. */
const FIELD = /^\s*(?:to|cc|bcc|an|kopie|à|para|aan|till|til|do)\s*:/iu;
/** A name, in quotes or not, and the address behind it. */
const NAMED = /^(?:"([^"]*)"\s*|'([^']*)'\s*|([^<>"]*))<([^<>\s]+)>$/;
const QUOTED = /"[^"]*"/g;
/** Characters of a name with its address. */
const LONGEST = 1_000;

/** Null where the text is anything else, such as a table, or addresses without a name on a line each. */
export function recipientsIn(text: string): readonly Recipient[] | null {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((written, at) => ({ text: written, line: at + 1 }))
    .filter((line) => line.text.trim() !== "");
  const mark = lines.some((line) => unquoted(line.text).includes(";")) ? ";" : ",";
  const areApart = haveOneEach(lines);
  if (!areApart && !isOneList(lines, mark)) return null;
  const parts = lines.map((line) => partsOf({ ...line, text: line.text.replace(FIELD, "") }, mark));
  const whole = (all: readonly Line[]): readonly Line[] => (mark === "," ? withWholeNames(all) : all);
  const recipients = (areApart ? parts.flatMap(whole) : whole(parts.flat())).map(recipientOf);
  if (!areAddressed(recipients, areApart ? "" : mark)) return null;
  let last = 0;
  return recipients.map((recipient) => {
    last = Math.max(last + 1, recipient.line);
    return { ...recipient, line: last };
  });
}

/** On each line somebody with a name and an address, or an address. */
function haveOneEach(lines: readonly Line[]): boolean {
  const isNamed = ({ text }: Line): boolean => NAMED.test(text.trim().replace(/[;,]$/, ""));
  return lines.length > 1 && lines.every(({ text }) => text.includes("@")) && lines.some(isNamed);
}

/** One line; or lines that name their field, go on with what the one above began, or stand below the mark at its end. */
function isOneList(lines: readonly Line[], mark: string): boolean {
  const belongs = ({ text }: Line, at: number): boolean =>
    at === 0 || /^[ \t]/.test(text) || FIELD.test(text) || lines[at - 1]?.text.trimEnd().endsWith(mark) === true;
  return lines.some(({ text }) => text.split("@", 3).length > 2) && lines.every(belongs);
}

/**
 * Several have an address. Who has none between semicolons is somebody whom the program knows: it copies the addresses of others
 * in brackets.
 */
function areAddressed(recipients: readonly Recipient[], mark: string): boolean {
  const addressed = recipients.filter(({ address }) => address !== "");
  const others = recipients.length - addressed.length;
  if (others === 0 || addressed.length < 2) return addressed.length > 1;
  return mark === ";" && others < addressed.length && addressed.every(({ name }) => name !== "");
}

/** With nothing in quotes, and everything else in its place. */
const unquoted = (text: string): string => text.replace(QUOTED, (quoted) => " ".repeat(quoted.length));

function partsOf({ text, line }: Line, mark: string): readonly Line[] {
  const parts: Line[] = [];
  let from = 0;
  for (const part of unquoted(text).split(mark)) {
    const written = text.slice(from, from + part.length).trim();
    if (written !== "") parts.push({ text: written, line });
    from += part.length + mark.length;
  }
  return parts;
}

/** `Lee, Ann <ann@x.test>`: what has no address is the beginning of a name. */
function withWholeNames(parts: readonly Line[]): readonly Line[] {
  const whole: Line[] = [];
  let name: Line | null = null;
  for (const part of parts) {
    // A name and its address may stand on two lines.
    const between = part.text.startsWith("<") ? " " : ", ";
    const all: Line = name === null ? part : { text: name.text + between + part.text, line: name.line };
    name = part.text.includes("@") ? null : all;
    if (name === null) whole.push(all);
  }
  return name === null ? whole : [...whole, name];
}

/** All of it is the name where it is no address, with or without a name. */
function recipientOf({ text, line }: Line): Recipient {
  const [, quoted, single, plain, bracketed] = (text.length > LONGEST ? null : NAMED.exec(text)) ?? [];
  const address = bracketed ?? text;
  const isAddress = /^[^\s<>()]+@[^\s<>()]+$/.test(address) && typeof normaliseEmail(address) === "string";
  if (!isAddress) return { name: text, address: "", line };
  const name = (quoted ?? single ?? plain ?? "").trim();
  return { name: name.toLowerCase() === address.toLowerCase() ? "" : name, address, line };
}
