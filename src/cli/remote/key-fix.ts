/** What to do about a key that a server does not take: a server's own words name the header of a request, which nobody types. */
import type { ProblemCode } from "../../core/problem/catalogue.ts";
import type { Refusal } from "../../core/problem/refusal.ts";

const ANOTHER = "make another where the data is (muster keys create NAME)";

const FIXES: Partial<Record<ProblemCode, string>> = {
  signed_out: `Set MUSTER_TOKEN to an API key of this server, or ${ANOTHER}.`,
  key_unknown: `Set MUSTER_TOKEN to the whole key, as it was shown when it was made on this server, or ${ANOTHER}.`,
  key_expired: `Set MUSTER_TOKEN to a key that holds, or ${ANOTHER}.`,
  key_revoked: `Set MUSTER_TOKEN to a key that holds, or ${ANOTHER}.`,
};

export const withKeyFix = (refusal: Refusal): Refusal => ({ ...refusal, fix: FIXES[refusal.code] ?? refusal.fix });
