/** What a problem says besides its code, as messages show it: short, on one line, and not too much of it. */
import type { Problem } from "./problem.ts";
import { shown } from "./shown-text.ts";

/** More than these help nobody. */
const MAX_LISTED = 10;

export function text(problem: Problem, name: string): string {
  const value = problem.params?.[name];
  return typeof value === "string" || typeof value === "number" ? shown(String(value)) : "";
}

export function list(problem: Problem, name: string): readonly string[] {
  const value = problem.params?.[name];
  return Array.isArray(value) ? value.slice(0, MAX_LISTED).map((item) => shown(String(item))) : [];
}
