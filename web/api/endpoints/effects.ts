/** Mails, posts and calls: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/workflows.ts";
import { place } from "../place.ts";

export const listEffects = place<typeof contract.listEffects>("get", "/effects");
export const retryEffects = place<typeof contract.retryEffects>("post", "/effects/retry");
export const cancelEffects = place<typeof contract.cancelEffects>("post", "/effects/cancel");
