/**
 * NDJSON: one object a line. No text of JSON goes over a line end, so that a line that is wrong spoils no other: it is
 * given as a row that could not be read, with its text and why, and the reading goes on behind it.
 */
import { quotedNames } from "../problem/quoted-names.ts";
import { type Refusal, refuseWith } from "../problem/refusal.ts";
import { shown } from "../problem/shown-text.ts";
import type { NamedRow } from "../tabular/formats/named-row.ts";
import { MAX_COLUMNS, MAX_ROW_CHARS } from "../tabular/rows/csv-reader.ts";
import { FlatObject } from "./flat-object.ts";
import { JsonStructure } from "./json-structure.ts";
import { JsonTokens } from "./json-tokens.ts";

const LINE_END = /\r\n|\n|\r/;
const BLANK_LINE = /^[ \t\u001e]*$/;
/** Lines by which a beginning is judged. */
const JUDGED_LINES = 50;

export class JsonLines {
  refusal: Refusal | null = null;
  /** The beginning of a line whose end has not come yet. */
  #begun = "";
  #number = 0;
  /** Of the last row: rows are told apart by it, so that several on a line are counted on. */
  #line = 0;
  #right = 0;
  #wrong = 0;
  #firstWrong: { readonly line: number; readonly says: string } | null = null;

  push(text: string): readonly NamedRow[] {
    // A carriage return at the end of a piece may be one half of a line end.
    const held = this.#begun.endsWith("\r") ? "\r" : "";
    if (held !== "") this.#begun = this.#begun.slice(0, -1);
    const parts = (held + text).split(LINE_END);
    const last = parts.pop() ?? "";
    const open = /\r$/.test(text) && last === "" ? parts.pop() : undefined;
    const rows: NamedRow[] = [];
    for (const part of parts) rows.push(...this.#takeLine(part));
    this.#begun += open === undefined ? last : `${open}\r`;
    if (this.#begun.length > MAX_ROW_CHARS) {
      const line = this.#number + 1;
      this.refusal ??= refuseWith("row_too_long", `Line ${line} is longer than any contact.`, line).refusal;
    }
    return this.refusal === null ? rows : [];
  }

  end(): readonly NamedRow[] {
    if (this.refusal !== null) return [];
    this.#begun = this.#begun.replace(/\r$/, "");
    const rows = this.#takeLine("");
    const wrong = this.#firstWrong;
    if (wrong !== null && this.#wrong > this.#right)
      this.refusal = refuseWith(
        "json_invalid",
        `Line ${wrong.line} is not valid JSON: ${shown(wrong.says)}. More lines are wrong than right.`,
        wrong.line,
      ).refusal;
    return rows;
  }

  #takeLine(rest: string): readonly NamedRow[] {
    const text = this.#begun + rest;
    this.#begun = "";
    this.#number++;
    if (BLANK_LINE.test(text)) return [];
    const read = readLine(text, this.#number);
    if (typeof read !== "string") {
      this.#right++;
      return read.map(({ cells }) => ({ line: this.#nextLine(), cells }));
    }
    this.#wrong++;
    this.#firstWrong ??= { line: this.#number, says: read };
    return [{ line: this.#nextLine(), cells: new Map(), unread: { text, says: read } }];
  }

  #nextLine(): number {
    this.#line = Math.max(this.#number, this.#line + 1);
    return this.#line;
  }
}

/** Where a beginning holds lines that are no JSON: whether most of its lines are one object each all the same. */
export function beginsAsLines(text: string): boolean {
  const lines = text.split(LINE_END, JUDGED_LINES + 1).slice(0, -1);
  const filled = lines.filter((line) => !BLANK_LINE.test(line));
  const right = filled.filter((line, at) => typeof readLine(line, at + 1) !== "string").length;
  return right > 1 && right >= filled.length - right;
}

/** The objects of a line, or why it holds none or not only objects. */
function readLine(text: string, line: number): readonly FlatObject[] | string {
  const objects: FlatObject[] = [];
  let object: FlatObject | null = null;
  let wrong: string | null = null;
  const other = (what: string): void => {
    wrong ??= `${what} stands where a contact should, which is an object`;
  };
  const structure = new JsonStructure(
    {
      open(kind) {
        if (object !== null) object.open(kind);
        else if (kind === "object") object = new FlatObject(line);
        else other("a list");
      },
      close() {
        object?.close(line);
        if (object === null || object.isOpen) return;
        wrong ??= faultOf(object);
        objects.push(object);
        object = null;
      },
      key: (name) => object?.key(name),
      value(value) {
        if (object !== null) object.value(value, line);
        else other(value === null ? "null" : "a value");
      },
    },
    true,
  );
  const tokens: JsonTokens = new JsonTokens((token) => {
    structure.take(token);
    const says = wrong ?? structure.wrong;
    if (says !== null) tokens.fault ??= { line, says };
  });
  // With its end, so that a text that is not closed is seen to be.
  tokens.push(`${text}\n`);
  tokens.end();
  if (tokens.fault !== null) return tokens.fault.says;
  return object === null ? objects : "the object is not closed on its line";
}

function faultOf({ repeated, cells }: FlatObject): string | null {
  if (repeated !== null) return `${quotedNames([repeated.name], 1)} comes a second time with another value`;
  return cells.size > MAX_COLUMNS ? "it has too many values" : null;
}
