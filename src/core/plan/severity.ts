/** How grave a finding in a cell is: what identifies a contact must be right or the row is not written. */
import { catalogue, type ProblemCode } from "../problem/catalogue.ts";
import type { Severity } from "../problem/problem.ts";

export const cellSeverity = (code: ProblemCode): Severity => (catalogue[code].kind === "row" ? "error" : "warning");
