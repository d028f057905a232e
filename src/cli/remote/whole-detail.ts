/** An import as a server tells it, before it is printed: a server of another version may leave out what is printed. */
import { type Result, refuseWith } from "../../core/problem/refusal.ts";
import type { DetailJson } from "./remote-server.ts";

/** Parts that the text of an import is made of. */
const PRINTED = [
  ...["rows", "continues", "corrected", "constants", "required", "namesSplit", "callingCodes", "profiles"],
  ...["evidence", "mapping", "policy", "differences", "tags", "disclaimer", "explanations", "unwrittenWarnings"],
  ...["outcomes", "problems", "warnings", "continuedBy", "workflow"],
] as readonly (keyof DetailJson)[];

export function wholeDetail(answer: Result<DetailJson>): Result<DetailJson> {
  if (!answer.ok) return answer;
  const missing = PRINTED.filter((part) => answer.value[part] === undefined);
  return missing.length === 0
    ? answer
    : refuseWith("server_differs", `The server says nothing of ${missing.join(", ")}.`);
}
