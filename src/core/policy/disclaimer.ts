/** What whoever starts an import accepts, where the policy asks for it. The words that were accepted are kept with the import. */
import { type Refused, refuseWith } from "../problem/refusal.ts";

export const DISCLAIMER =
  "I may hold and use the data of the people in this file, they have agreed to be contacted where the law asks for it, and I am answerable for what this import changes in the workspace.";

/** Looking at a plan needs no disclaimer; starting it does. */
export const disclaimerRefused = (): Refused =>
  refuseWith("disclaimer_required", `The disclaimer must be accepted before the import can start: “${DISCLAIMER}”`);
