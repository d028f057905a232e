/**
 * An answer cut to what an assistant can take in: long texts first, then long lists. The shape stays, and `shortened` says
 * that something is missing.
 */
import { ANSWER_CHARS } from "./limits.ts";

type Caps = { readonly chars: number; readonly items: number };

/** From what cuts nothing but a cell of a whole page to what holds the widest file. */
const CAPS: readonly Caps[] = [
  { chars: 2_000, items: 500 },
  { chars: 300, items: 100 },
  { chars: 100, items: 40 },
  { chars: 60, items: 20 },
  { chars: 40, items: 8 },
];

export function bounded(answer: object, most = ANSWER_CHARS): object {
  let cut: object = answer;
  for (const caps of CAPS) {
    const shorter = new Shortening(caps);
    cut = shorter.object(answer, Number.POSITIVE_INFINITY);
    if (shorter.hasCut) cut = { ...cut, shortened: true };
    if (JSON.stringify(cut).length <= most) return cut;
  }
  return cut;
}

class Shortening {
  hasCut = false;
  readonly #caps: Caps;

  constructor(caps: Caps) {
    this.#caps = caps;
  }

  /** @param most keys; the answer's own are never cut */
  object(value: object, most: number): object {
    const entries = Object.entries(value);
    if (entries.length > most) this.hasCut = true;
    return Object.fromEntries(
      entries.slice(0, Math.min(most, entries.length)).map(([key, item]) => [key, this.#value(item)]),
    );
  }

  #value(value: unknown): unknown {
    const { items } = this.#caps;
    if (typeof value === "string") return this.#text(value);
    if (Array.isArray(value)) {
      if (value.length > items) this.hasCut = true;
      return value.slice(0, items).map((item) => this.#value(item));
    }
    return typeof value === "object" && value !== null ? this.object(value, Math.max(items, 60)) : value;
  }

  #text(text: string): string {
    const { chars } = this.#caps;
    if (text.length <= chars) return text;
    this.hasCut = true;
    const end = /[\uD800-\uDBFF]/.test(text[chars - 1] ?? "") ? chars - 1 : chars;
    return `${text.slice(0, end)}… (${text.length - end} characters more)`;
  }
}
