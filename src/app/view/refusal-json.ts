/** A refusal as programs read it. */
import type { Refusal } from "../../core/problem/refusal.ts";

export const refusalJson = ({ code, message, fix, line }: Refusal) => ({
  code,
  message,
  fix,
  ...(line === undefined ? {} : { line }),
});
