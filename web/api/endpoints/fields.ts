/** Fields, mappings, tags: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/fields.ts";
import { place } from "../place.ts";

export const listFields = place<typeof contract.listFields>("get", "/fields");
export const listTags = place<typeof contract.listTags>("get", "/tags");
