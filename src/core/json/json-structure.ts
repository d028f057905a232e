/** Checks that tokens follow each other as JSON wants, and says what opens, closes and stands in it. */
import type { JsonToken } from "./json-tokens.ts";

export type JsonEvents = {
  open(kind: "object" | "array", line: number): void;
  close(kind: "object" | "array", line: number): void;
  key(name: string, line: number): void;
  /** A text, a number as it is written, or `true`, `false`; null for null. */
  value(text: string | null, line: number): void;
};

type Expected = "key or }" | "key" | ":" | "value" | "value or ]" | ", or }" | ", or ]" | "value or end" | "end";
type Frame = { readonly kind: "object" | "array"; expected: Expected };

/** Deeper nesting describes no contact, and is how files are made that exhaust their readers. */
const MAX_DEPTH = 64;

const WORDS: Readonly<Record<Expected, string>> = {
  "key or }": "a name in double quotes or }",
  key: "a name in double quotes",
  ":": "a colon",
  value: "a value",
  "value or ]": "a value or ]",
  ", or }": "a comma or }",
  ", or ]": "a comma or ]",
  "value or end": "an object",
  end: "the end of the file",
};

const ENDS: Readonly<Record<Frame["kind"], readonly Expected[]>> = {
  object: ["key or }", ", or }"],
  array: ["value or ]", ", or ]"],
};

const admitsValue = (expected: Expected): boolean =>
  expected === "value" || expected === "value or ]" || expected === "value or end";

export class JsonStructure {
  /** Why the last token cannot stand where it stands. */
  wrong: string | null = null;
  readonly #events: JsonEvents;
  readonly #several: boolean;
  readonly #frames: Frame[] = [];
  #top: Expected = "value or end";

  /** @param several the file holds one value behind the other, as NDJSON does */
  constructor(events: JsonEvents, several: boolean) {
    this.#events = events;
    this.#several = several;
  }

  take(token: JsonToken): void {
    const expected = this.#frames.at(-1)?.expected ?? this.#top;
    switch (token.kind) {
      case "string":
        if (expected === "key" || expected === "key or }") {
          this.#expect(":");
          this.#events.key(token.text, token.line);
        } else this.#value(token.text, expected, token);
        break;
      case "word":
        this.#value(token.text === "null" ? null : token.text, expected, token);
        break;
      case ":":
        if (expected === ":") this.#expect("value");
        else this.#fail(expected, token);
        break;
      case ",":
        if (expected === ", or }") this.#expect("key");
        else if (expected === ", or ]") this.#expect("value");
        else this.#fail(expected, token);
        break;
      case "{":
      case "[":
        this.#open(token.kind === "{" ? "object" : "array", expected, token);
        break;
      case "}":
      case "]":
        this.#close(token.kind === "}" ? "object" : "array", expected, token);
        break;
    }
  }

  #expect(next: Expected): void {
    const frame = this.#frames.at(-1);
    if (frame !== undefined) frame.expected = next;
  }

  #value(text: string | null, expected: Expected, token: JsonToken): void {
    if (!admitsValue(expected)) {
      this.#fail(expected, token);
      return;
    }
    this.#done();
    this.#events.value(text, token.line);
  }

  #open(kind: Frame["kind"], expected: Expected, token: JsonToken): void {
    if (!admitsValue(expected)) {
      this.#fail(expected, token);
    } else if (this.#frames.length >= MAX_DEPTH) {
      this.wrong = `objects are nested more than ${MAX_DEPTH} deep`;
    } else {
      this.#done();
      this.#frames.push({ kind, expected: kind === "object" ? "key or }" : "value or ]" });
      this.#events.open(kind, token.line);
    }
  }

  #close(kind: Frame["kind"], expected: Expected, token: JsonToken): void {
    if (!ENDS[kind].includes(expected)) {
      this.#fail(expected, token);
      return;
    }
    this.#frames.pop();
    this.#events.close(kind, token.line);
  }

  /** What comes behind a value. */
  #done(): void {
    const frame = this.#frames.at(-1);
    if (frame !== undefined) frame.expected = frame.kind === "object" ? ", or }" : ", or ]";
    else this.#top = this.#several ? "value or end" : "end";
  }

  #fail(expected: Expected, { kind }: JsonToken): void {
    const found = kind === "string" ? "a text" : kind === "word" ? "a value" : kind;
    this.wrong = `${WORDS[expected]} should stand where ${found} stands`;
  }
}
