/** A policy as one import follows it: the mode is chosen, what was to be asked is answered, and nothing is left to decide. */
import type { ImportMode, Policy } from "./policy.ts";

export type EffectivePolicy = Omit<Policy, "onMatch" | "emptyCells" | "matchUpdate"> & {
  readonly mode: ImportMode;
  readonly onMatch: "update" | "skip" | "duplicate" | "fail";
  readonly emptyCells: "keep" | "clear";
};
