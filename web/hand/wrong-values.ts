/** What the server says of values that it does not write, by field; and who is there already. */
import { ApiProblem } from "../../src/http/client.ts";
import type { Words } from "../words/en.ts";

export type WrongValue = ApiProblem["errors"][number];

export const wrongValues = (error: unknown): readonly WrongValue[] =>
  error instanceof ApiProblem && REFUSED.has(error.refusal.code) ? error.errors : [];

/** Who is there already is named by name. */
export const sayWrong = ({ contact, message }: WrongValue, { hand }: Pick<Words, "hand">): string =>
  contact === undefined ? message : `${hand.isHere} ${contact.name || contact.id}`;

const REFUSED: ReadonlySet<string> = new Set(["values_refused", "contact_exists"]);

/** Another contact has the value: it may be meant all the same. */
export const existsAlready = (error: unknown): boolean =>
  error instanceof ApiProblem && error.refusal.code === "contact_exists";

export const hasChanged = (error: unknown): boolean =>
  error instanceof ApiProblem && error.refusal.code === "version_conflict";
