/** An import as a server tells it, before it is printed. */
import type { Result } from "../../core/problem/refusal.ts";
import type { DetailJson } from "./remote-server.ts";
import { wholeAnswer } from "./whole-answer.ts";

/** Parts that the text of an import is made of. */
const PRINTED = [
  ...["rows", "continues", "corrected", "constants", "required", "namesSplit", "callingCodes", "profiles"],
  ...["evidence", "mapping", "policy", "differences", "tags", "disclaimer", "explanations", "unwrittenWarnings"],
  ...["outcomes", "problems", "warnings", "continuedBy", "workflow"],
] as readonly (keyof DetailJson)[];

export const wholeDetail = (answer: Result<DetailJson>): Result<DetailJson> => wholeAnswer(answer, PRINTED);
