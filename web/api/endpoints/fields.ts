/** Fields, mappings, tags: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/fields.ts";
import { place } from "../place.ts";

export const listFields = place<typeof contract.listFields>("get", "/fields");
export const listTags = place<typeof contract.listTags>("get", "/tags");
export const addField = place<typeof contract.addField>("post", "/fields");
export const listMappings = place<typeof contract.listMappings>("get", "/mappings");
