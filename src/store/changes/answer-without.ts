/** The answer of a request without what it says of erased people, as both databases keep it. */
import type { KeptAnswer } from "../../app/ports/idempotency-store.ts";

export type ErasedTexts = {
  /** Addresses, in lower case: they go wherever a text holds one. */
  readonly known: readonly string[];
  /** Cells and values: texts that are one of them go. */
  readonly said: Iterable<string>;
  /** Public ids. */
  readonly contacts: ReadonlySet<string>;
};

/** Shorter ones, such as a country or a mark, tell nobody, and stand in settings too. */
const LEAST_CHARS = 3;

/** @returns null = it says nothing of them */
export function answerWithout({ known, said, contacts }: ErasedTexts): (answer: string) => string | null {
  const whole = new Set([...said].map(folded).filter((text) => text.length >= LEAST_CHARS));
  // What stands at the top of an answer, such as a state, is of the request, unless it holds an address.
  const isTheirs: IsTheirs = (text, isTop) =>
    (!isTop && whole.has(folded(text))) || known.some((address) => folded(text).includes(address));
  return (answer) => {
    const kept = JSON.parse(answer) as KeptAnswer;
    const body = withoutTexts(kept.body, { contacts, isTheirs });
    return body === kept.body ? null : JSON.stringify({ ...kept, body });
  };
}

const folded = (text: string): string => text.trim().toLowerCase();

type IsTheirs = (text: string, isTop: boolean) => boolean;

type Theirs = Pick<ErasedTexts, "contacts"> & { readonly isTheirs: IsTheirs };

function withoutTexts(body: string, { contacts, isTheirs }: Theirs): string {
  try {
    const json: unknown = JSON.parse(body);
    const { id, change } = Object(json) as Readonly<Record<string, unknown>>;
    if (typeof id === "string" && contacts.has(id)) return JSON.stringify({ id, change });
    const left = JSON.stringify(without(json, isTheirs, 0));
    return left === JSON.stringify(json) ? body : left;
  } catch {
    return isTheirs(body, true) ? "" : body;
  }
}

function without(value: unknown, isTheirs: IsTheirs, depth: number): unknown {
  if (typeof value === "string") return isTheirs(value, depth < 2) ? "" : value;
  if (Array.isArray(value)) return value.map((item) => without(item, isTheirs, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, without(item, isTheirs, depth + 1)]));
}
