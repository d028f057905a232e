/** Bulk changes: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/bulk-changes.ts";
import { place } from "../place.ts";

export const changeContacts = place<typeof contract.changeContacts>("post", "/bulk-changes");
export const listBulkChanges = place<typeof contract.listBulkChanges>("get", "/bulk-changes");
export const undoBulkChange = place<typeof contract.undoBulkChange>("post", "/bulk-changes/{id}/undo");
