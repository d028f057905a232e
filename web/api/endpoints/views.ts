/** Views of the list of contacts: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/views.ts";
import { place } from "../place.ts";

export const listViews = place<typeof contract.listViews>("get", "/views");
export const saveView = place<typeof contract.saveView>("post", "/views");
export const removeView = place<typeof contract.removeView>("delete", "/views/{id}");
