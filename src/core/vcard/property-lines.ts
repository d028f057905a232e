/**
 * Physical lines to properties: lines that were folded become one again, in the three ways in which programs fold, and
 * what cannot be text (pictures, sounds, keys) flows by without being held.
 */
import type { LinePiece } from "../tabular/decoding/octet-lines.ts";
import { type Property, param, parseProperty } from "./property.ts";
import { valueEncoding } from "./property-text.ts";

/** Name of what stands inside a card and belongs to no property. */
export const STRAY = "";

const PICTURES: ReadonlySet<string> = new Set(["PHOTO", "LOGO", "SOUND", "KEY"]);
/** Properties whose base64 is text; of any other it is a picture or a file. */
const TEXTS: ReadonlySet<string> = new Set(
  "FN N NICKNAME ORG TITLE ROLE NOTE ADR LABEL EMAIL TEL URL CATEGORIES BDAY UID".split(" "),
);
const LOOKS_LIKE_PROPERTY = /^(?:[\w-]+\.)?[A-Za-z][\w-]*\s*[;:]/;
/** The line that begins or ends a card. */
export const CARD_EDGE = /^\s*(BEGIN|END)\s*:\s*VCARD\s*$/i;
const FOLDED = /^[ \t]/;
const DATA_URI = /^\s*data:/i;

type Kind = "text" | "quoted" | "skipped";

export class PropertyLines {
  /** Cards of version 2.1 keep the space at which they were folded. */
  keepsFoldSpace = false;

  #parts: string[] = [];
  #length = 0;
  #line = 0;
  #kind: Kind = "text";
  /** The property as its first line alone says it: most have no other. */
  #begun: Property | null = null;

  /** Characters of the property that is being put together. */
  get length(): number {
    return this.#length;
  }

  /** The property that this line has ended, if it has. */
  push(piece: LinePiece): Property | null {
    if (!piece.starts) {
      this.#add(piece.text);
      return null;
    }
    if (this.#goesOn(piece.text)) return null;
    const done = this.end();
    if (piece.text.trim() !== "") this.#begin(piece);
    return done;
  }

  /** The property that has been put together so far; null where there is none, or it was no text. */
  end(): Property | null {
    const text = this.#kind === "quoted" ? softlyJoined(this.#parts) : this.#parts.join("");
    const { line } = this;
    const whole = this.#parts.length === 1 ? this.#begun : null;
    const kept = this.#parts.length > 0 && this.#kind !== "skipped";
    this.#parts = [];
    this.#length = 0;
    this.#kind = "text";
    if (!kept) return null;
    return whole ?? parseProperty(text, line) ?? { line, group: "", name: STRAY, params: new Map(), value: text };
  }

  get line(): number {
    return this.#line;
  }

  #begin({ text, line }: LinePiece): void {
    this.#line = line;
    this.#begun = parseProperty(text, line);
    // Long parameters may be folded before the colon comes.
    const property = this.#begun ?? parseProperty(`${text}:`, line);
    this.#kind = property === null ? "text" : kindOf(property);
    this.#parts = [this.#kind === "skipped" ? "" : text];
    this.#length = text.length;
  }

  #add(text: string): void {
    if (this.#kind === "skipped") return;
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** True where the line belongs to the property above it; it has then been added to that. */
  #goesOn(text: string): boolean {
    if (this.#parts.length === 0 || text === "" || CARD_EDGE.test(text)) return false;
    const last = this.#parts.at(-1) ?? "";
    if (this.#kind === "quoted" && last.endsWith("=")) {
      this.#add(text);
      return true;
    }
    if (FOLDED.test(text)) {
      const rest = text.slice(1);
      this.#add(this.keepsFoldSpace && this.#kind === "text" ? ` ${rest.trimStart()}` : rest);
      return true;
    }
    if (LOOKS_LIKE_PROPERTY.test(text)) return false;
    // A line of its own that is no property: text that was broken without being folded.
    this.#add(this.#kind === "quoted" ? text : `\n${text}`);
    return true;
  }
}

/**
 * Lines of quoted-printable end in `=` where they go on. Programs that also fold put a space in front of the next line,
 * which is then no part of the text: so where every line has one, or one stands between two encoded letters.
 */
function softlyJoined(parts: readonly string[]): string {
  const further = parts.slice(1);
  const folded = further.length > 1 && further.every((part, at) => FOLDED.test(part) && isSoft(parts[at]));
  return parts
    .map((part, at) => {
      const afterBreak = at > 0 && isSoft(parts[at - 1]);
      const text = afterBreak && (folded || FOLDED_LETTER.test(part)) ? part.slice(1) : part;
      return at < further.length && isSoft(part) ? text.slice(0, -1) : text;
    })
    .join("");
}

const FOLDED_LETTER = /^[ \t]=/;
const isSoft = (part: string | undefined): boolean => part?.endsWith("=") === true;

function kindOf(property: Property): Kind {
  const encoding = valueEncoding(property);
  if (encoding === "base64" && !TEXTS.has(property.name)) return "skipped";
  if (DATA_URI.test(property.value)) return "skipped";
  if (PICTURES.has(property.name) && !isAddress(property)) return "skipped";
  return encoding === "quoted-printable" ? "quoted" : "text";
}

/** Where a picture is to be found is kept. */
const isAddress = (property: Property): boolean =>
  /^\s*https?:/i.test(property.value) || param(property, "value") === "uri";
