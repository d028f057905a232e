/** An answer of a server before it is printed: one of another version may leave out what is printed. */
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";

/** @param printed the parts that the text is made of */
export function wholeAnswer<T>(answer: Result<T>, printed: readonly (keyof T & string)[]): Result<T> {
  if (!answer.ok) return answer;
  const missing = printed.filter((part) => answer.value[part] === undefined);
  return missing.length === 0
    ? answer
    : refuseWith("server_differs", `The server says nothing of ${missing.join(", ")}.`);
}

/** A server says the same of each item. */
export function wholeItems<T>(items: readonly T[], printed: readonly (keyof T & string)[]): Result<readonly T[]> {
  const [first] = items;
  const whole = first === undefined ? accept(null) : wholeAnswer(accept(first), printed);
  return whole.ok ? accept(items) : whole;
}
