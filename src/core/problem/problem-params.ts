/** What a problem says besides its code, as messages show it: short, on one line, and not too much of it. */
import { OBJECT_KINDS, type ObjectKind } from "../object/object-kind.ts";
import type { Problem } from "./problem.ts";
import { shown } from "./shown-text.ts";
import type { ProblemWords } from "./voice.ts";

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

/** What the problem is about, where that is not the line's own object. */
export const aboutOf = ({ params }: Problem): ObjectKind | undefined =>
  OBJECT_KINDS.find((kind) => kind === params?.object);

/** What its words are about. */
export const saidAbout = (problem: Problem, { object, refers }: Pick<ProblemWords, "object" | "refers">) =>
  aboutOf(problem) ?? (refers === true ? "referred" : object);

export function contactWord(problem: Problem, show: ProblemWords): string {
  const contact = text(problem, "contact");
  return contact === "" ? "" : show.contact(contact, aboutOf(problem));
}

export const contactWords = (problem: Problem, show: ProblemWords): readonly string[] =>
  list(problem, "contacts").map((number) => show.contact(number, aboutOf(problem)));

/** @param last what stands before the last of them: `and`, `oder` */
export const inWords = (words: readonly string[], last: string): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
