/** Fields, mappings, tags: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/fields.ts";
import { place } from "../place.ts";

export const listFields = place<typeof contract.listFields>("get", "/fields");
export const addField = place<typeof contract.addField>("post", "/fields");
export const changeField = place<typeof contract.changeField>("patch", "/fields/{key}");
export const removeField = place<typeof contract.removeField>("delete", "/fields/{key}");
export const listMappings = place<typeof contract.listMappings>("get", "/mappings");
export const removeMapping = place<typeof contract.removeMapping>("delete", "/mappings/{id}");
export const listTags = place<typeof contract.listTags>("get", "/tags");
export const addTag = place<typeof contract.addTag>("post", "/tags");
export const removeTag = place<typeof contract.removeTag>("delete", "/tags/{tag}");
