/** The hard cases by group, as the report lists them. */
import { DIALECTS } from "./dialects.ts";
import type { HardCase } from "./hard-case.ts";
import { NAUGHTY_STRINGS } from "./naughty-strings.ts";
import { POLLUTIONS } from "./pollutions.ts";
import { SPECTRUM } from "./spectrum.ts";
import { STRUCTURES } from "./structures.ts";

export const HARD_CASES: ReadonlyMap<string, readonly HardCase[]> = new Map([
  ["csv-spectrum and RFC 4180", SPECTRUM],
  ...Object.entries(POLLUTIONS).map(([name, cases]) => [`pollution: ${name}`, cases] as const),
  ["dialects, and what other sniffers get wrong", DIALECTS],
  ["tables as people make them", STRUCTURES],
  ["naughty strings", NAUGHTY_STRINGS],
]);
