/** One cell of an OpenDocument sheet (ODF 1.3 part 3, 9.1.4): its paragraphs, and the value behind what they show. */
import { isoDate, isoTime } from "../../core/sheet/iso-date.ts";
import { MOST_CELL_CHARS } from "../../core/sheet/sheet-limits.ts";
import { plainNumber } from "../../core/sheet/shown-number.ts";
import { type Attributes, attribute } from "./xml.ts";

/** Inside a paragraph: what is no part of its text. */
const ASIDE: ReadonlySet<string> = new Set(["annotation", "note", "ruby-text"]);

export class OdsCell {
  readonly #attributes: Attributes;
  #paragraphs = 0;
  #text = "";
  /** Elements that are open inside the cell; 1 = a paragraph. */
  #depth = 0;
  /** Depth at which something began that is no text of the cell; 0 = nothing. */
  #asideFrom = 0;

  constructor(attributes: Attributes) {
    this.#attributes = attributes;
  }

  open(name: string, attributes: Attributes): void {
    this.#depth++;
    if (this.#asideFrom > 0) return;
    if (this.#depth === 1) {
      if (name !== "p") this.#asideFrom = 1;
      else if (this.#paragraphs++ > 0) this.#text += "\n";
    } else if (ASIDE.has(name)) this.#asideFrom = this.#depth;
    // `<text:s text:c="…"/>`: as many blanks as that, and never more than a cell holds.
    else if (name === "s")
      this.#text += " ".repeat(Math.min(MOST_CELL_CHARS, Number(attribute(attributes, "c") ?? 1) || 1));
    else if (name === "tab") this.#text += "\t";
    else if (name === "line-break") this.#text += "\n";
  }

  /** False where the element that closes is the cell. */
  close(): boolean {
    if (this.#depth === 0) return false;
    if (this.#asideFrom === this.#depth) this.#asideFrom = 0;
    this.#depth--;
    return true;
  }

  /** Runs of blanks and line ends in the XML are one blank, none at a paragraph's start. */
  text(text: string): void {
    if (this.#depth === 0 || this.#asideFrom > 0) return;
    const collapsed = text.replace(/[ \t\r\n]+/g, " ");
    const joins = this.#text !== "" && !this.#text.endsWith("\n") && !this.#text.endsWith(" ");
    this.#text += joins || !collapsed.startsWith(" ") ? collapsed : collapsed.slice(1);
  }

  value(): string {
    const given = (name: string): string => attribute(this.#attributes, name) ?? "";
    switch (given("value-type")) {
      case "float":
        return shownAsName(this.#text.trim(), given("value")) ?? plainNumber(given("value"));
      case "percentage":
      case "currency":
        return plainNumber(given("value"));
      case "date":
        return isoDate(given("date-value"));
      case "time":
        return isoTime(given("time-value"));
      case "boolean":
        return given("boolean-value").toUpperCase();
      default:
        return this.#paragraphs > 0 ? this.#text : given("string-value");
    }
  }
}

/**
 * What the cell shows, where that is the same digits as a name: with zeros in front, or parted as telephone numbers are.
 * Anything else that a format adds or rounds is looks.
 */
function shownAsName(shown: string, value: string): string | null {
  if (shown === value || !/^\d+$/.test(value) || !/^[-+() ./\d]+$/.test(shown) || shown.startsWith("-")) return null;
  const digits = shown.replace(/\D/g, "");
  const padded = digits.length > value.length && digits.replace(/^0+/, "") === value.replace(/^0+/, "");
  // A point or blanks alone part thousands.
  const parted = digits === value && /[-+()/]/.test(shown);
  return padded || parted ? shown : null;
}
