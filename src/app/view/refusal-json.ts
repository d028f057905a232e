/** A refusal as programs read it. */
import type { Refusal } from "../../core/problem/refusal.ts";
import type { Voice } from "../../core/problem/voice.ts";

/** @param voice absent = as it is said at a terminal */
export function refusalJson(refusal: Refusal, voice?: Voice) {
  const { code, message, fix, line } = voice?.refusal(refusal) ?? refusal;
  return { code, message, fix, ...(line === undefined ? {} : { line }) };
}
