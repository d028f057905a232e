/** Findings of cells that say nothing: a dash is an empty cell. One that could not be read says something. */
import type { ProblemCode } from "../problem/catalogue.ts";
import type { Problem } from "../problem/problem.ts";

const NOT_SAID: ReadonlySet<ProblemCode> = new Set(["row_mended", "placeholder_ignored"]);

export const sayNothing = (found: readonly Problem[]): boolean => found.every(({ code }) => NOT_SAID.has(code));
