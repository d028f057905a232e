/** Imports that put right lines of an earlier one, beside an undo of that one: what they wrote stays. */
import type { Config } from "../../config.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { withData } from "./import-text.ts";

type Standing = { readonly import: string; readonly file: string };

export const standingLines = (
  continuedBy: readonly Standing[],
  config: Pick<Config, "runner" | "sameData">,
): readonly string[] =>
  continuedBy.flatMap(({ import: id, file }) => [
    `  Stays: what ${id} (${shown(file)}) wrote, which put right lines of it. To take that back too:`,
    `    ${withData(`muster undo ${id}`, config)}`,
  ]);
