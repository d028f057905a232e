/** What whoever starts an import accepts, where the policy asks for it. The words that were accepted are kept with the import. */

import { type Refused, refuseWith } from "../problem/refusal.ts";
import { DISCLAIMER } from "./disclaimer-text.ts";

/** Looking at a plan needs no disclaimer; starting it does. */
export const disclaimerRefused = (): Refused =>
  refuseWith("disclaimer_required", `The disclaimer must be accepted before the import can start: “${DISCLAIMER}”`);
