/**
 * Text of a JSON file, in pieces of any size, to its tokens (RFC 8259), each with its line. Numbers stay as they are
 * written: 12345678901234567890 is an id, and no floating-point number holds it.
 */

export type JsonToken =
  | { readonly kind: "{" | "}" | "[" | "]" | ":" | ","; readonly line: number }
  /** `text` without its quotes and escapes. */
  | { readonly kind: "string"; readonly text: string; readonly line: number }
  /** A number, as it is written, or `true`, `false` or `null`. */
  | { readonly kind: "word"; readonly text: string; readonly line: number };

export type JsonFault = { readonly line: number; readonly says: string };

/** Longest text in UTF-16 code units, as for the rows of a CSV file. */
const MAX_TOKEN = 16 * 1024 * 1024;
const SPACE = /[ \t\r\n\u001e]*/y;
const WORD = /[^\s{}[\]:,"]+/y;
const NUMBER_OR_NAME = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;
const CONTROL = /[\u0000-\u001f]/;
const ESCAPE = /\\(?:(["\\/bfnrt])|u([0-9a-fA-F]{4})|(.))/gs;
const ESCAPED: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
const LINE_FEED = /\n|\r(?!\n)/g;

export class JsonTokens {
  fault: JsonFault | null = null;
  readonly #take: (token: JsonToken) => void;
  #text = "";
  #line = 1;
  #lookAgainAt = 0;

  /** @param take is given every token; it may set `fault` to stop */
  constructor(take: (token: JsonToken) => void) {
    this.#take = take;
  }

  get line(): number {
    return this.#line;
  }

  push(text: string): void {
    if (this.fault !== null) return;
    this.#text += text;
    if (this.#text.length < this.#lookAgainAt) return;
    this.#scan(false);
    // A long text is looked at again when there is twice as much of it, so that it is not scanned over and over.
    this.#lookAgainAt = Math.min(2 * this.#text.length, MAX_TOKEN);
    if (this.#text.length > MAX_TOKEN) this.#stop("one text is longer than any value of a contact");
  }

  end(): void {
    if (this.fault === null) this.#scan(true);
    if (this.fault === null && this.#text !== "") this.#stop("the file ends in the middle of a text");
  }

  #scan(final: boolean): void {
    const text = this.#text;
    let at = 0;
    while (this.fault === null) {
      at = this.#skipSpace(text, at);
      if (at >= text.length) break;
      const next = text[at] === '"' ? this.#string(text, at) : this.#mark(text, at, final);
      if (next < 0) break;
      at = next;
    }
    this.#text = text.slice(at);
  }

  #skipSpace(text: string, from: number): number {
    if (text.charCodeAt(from) > 0x20) return from;
    SPACE.lastIndex = from;
    SPACE.test(text);
    const end = SPACE.lastIndex;
    if (end === from) return from;
    // A carriage return at the end of a piece is counted with what follows it.
    const cut = end === text.length && text[end - 1] === "\r" ? end - 1 : end;
    this.#line += text.slice(from, cut).match(LINE_FEED)?.length ?? 0;
    return cut;
  }

  /** Where the token ends, or -1 where it is not whole yet. */
  #mark(text: string, at: number, final: boolean): number {
    const char = text[at] ?? "";
    switch (char) {
      case "{":
      case "}":
      case "[":
      case "]":
      case ":":
      case ",":
        this.#take({ kind: char, line: this.#line });
        return at + 1;
      case "\r":
        return final ? at + 1 : -1;
      default:
        return this.#word(text, at, final);
    }
  }

  #word(text: string, at: number, final: boolean): number {
    WORD.lastIndex = at;
    WORD.test(text);
    const end = WORD.lastIndex;
    if (end === text.length && !final) return -1;
    const word = text.slice(at, Math.max(end, at + 1));
    if (NUMBER_OR_NAME.test(word)) this.#take({ kind: "word", text: word, line: this.#line });
    else this.#stop(`“${word.slice(0, 40)}” is no value, and texts stand between double quotes`);
    return end;
  }

  #string(text: string, at: number): number {
    let end = text.indexOf('"', at + 1);
    while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
    const raw = text.slice(at + 1, end < 0 ? text.length : end);
    const control = CONTROL.exec(raw);
    if (control !== null) {
      const isLine = control[0] === "\n" || control[0] === "\r";
      this.#stop(isLine ? "a text is not closed on its line" : "a text holds a control character");
      return -1;
    }
    if (end < 0) return -1;
    const value = raw.includes("\\") ? this.#unescaped(raw) : raw;
    if (value !== null) this.#take({ kind: "string", text: value, line: this.#line });
    return end + 1;
  }

  #unescaped(raw: string): string | null {
    let wrong = "";
    const text = raw.replace(ESCAPE, (all, char: string | undefined, hex: string | undefined) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (char !== undefined) return ESCAPED[char] ?? char;
      wrong = all;
      return "";
    });
    if (wrong !== "") this.#stop(`“${wrong}” is no escape`);
    return wrong === "" ? text : null;
  }

  #stop(says: string): void {
    this.fault ??= { line: this.#line, says };
  }
}

/** An odd number of backslashes stands in front. */
function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text[from - 1] === "\\") from--;
  return (at - from) % 2 === 1;
}
