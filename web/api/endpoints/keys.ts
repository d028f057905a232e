/** API keys: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/keys.ts";
import { place } from "../place.ts";

export const listKeys = place<typeof contract.listKeys>("get", "/keys");
export const createKey = place<typeof contract.createKey>("post", "/keys");
export const revokeKey = place<typeof contract.revokeKey>("delete", "/keys/{id}");
