/** Erasures: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/erasures.ts";
import { place } from "../place.ts";

export const askErasure = place<typeof contract.askErasure>("post", "/erasures");
export const listErasures = place<typeof contract.listErasures>("get", "/erasures");
export const showErasure = place<typeof contract.showErasure>("get", "/erasures/{id}");
export const startErasure = place<typeof contract.startErasure>("post", "/erasures/{id}/start");
export const withdrawErasure = place<typeof contract.withdrawErasure>("delete", "/erasures/{id}");
