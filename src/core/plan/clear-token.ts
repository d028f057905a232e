/** Whether a cell says that its field is to be cleared. */
import { trimCell } from "../contact/types/clean-text.ts";

/** `<Clear>` is nobody's value; of a token that is a word, such as NULL, somebody may be called Null. */
const WORD = /^[\p{L}\p{M}\p{N} ]*$/u;

/** @param token as the policy says it; `""` = nothing clears a field */
export function clearTest(token: string): (raw: string) => boolean {
  const wanted = trimCell(token);
  const { length } = wanted;
  if (length === 0) return () => false;
  const lower = WORD.test(wanted) ? null : wanted.toLowerCase();
  return (raw) => {
    if (raw.length < length) return false;
    const text = trimCell(raw);
    return text === wanted || (lower !== null && text.length === length && text.toLowerCase() === lower);
  };
}
