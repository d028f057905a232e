/** Possible duplicates and merges: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/duplicates.ts";
import { place } from "../place.ts";

export const listDuplicates = place<typeof contract.listDuplicates>("get", "/duplicates");
export const dismissDuplicate = place<typeof contract.dismissDuplicate>("post", "/duplicates/dismiss");
export const previewMerge = place<typeof contract.previewMerge>("post", "/merges/preview");
export const mergeContacts = place<typeof contract.mergeContacts>("post", "/merges");
export const undoMerge = place<typeof contract.undoMerge>("post", "/merges/{id}/undo");
