/** One contact by hand: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/hand.ts";
import { place } from "../place.ts";

export const createContact = place<typeof contract.createContact>("post", "/contacts");
export const changeContact = place<typeof contract.changeContact>("patch", "/contacts/{id}");
export const deleteContact = place<typeof contract.deleteContact>("delete", "/contacts/{id}");
