/** Whether a cell says that its field is to be cleared. */
import { trimCell } from "../contact/types/clean-text.ts";

/** `<Clear>` is nobody's value; of a token that is a word, such as NULL, somebody may be called Null. */
const WORD = /^[\p{L}\p{M}\p{N} ]*$/u;

const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

/** @param token as the policy says it; `""` = nothing clears a field */
export function clearTest(token: string): (raw: string) => boolean {
  const wanted = trimCell(token);
  const { length } = wanted;
  if (length === 0) return () => false;
  const lower = WORD.test(wanted) ? null : wanted.toLowerCase();
  const starts = new Set([wanted, wanted.toLowerCase(), wanted.toUpperCase()].map((text) => text.charCodeAt(0)));
  return (raw) => {
    // Asked of every cell: nearly all begin with something else.
    const start = raw.charCodeAt(0);
    if (raw.length < length || (start > SPACE && start < NO_BREAK_SPACE && !starts.has(start))) return false;
    const text = trimCell(raw);
    return text === wanted || (lower !== null && text.length === length && text.toLowerCase() === lower);
  };
}
