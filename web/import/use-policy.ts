/** How imports of the workspace may behave. */
import type { Policy } from "../../src/core/policy/policy.ts";
import { showPolicy } from "../api/endpoints/workspaces.ts";
import { useAnswer } from "../api/use-answer.ts";

/** Undefined until it is known. */
export const usePolicy = (): Policy | undefined => useAnswer(showPolicy, {}).data?.policy as Policy | undefined;
