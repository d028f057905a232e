/** Files that wait for their import: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/uploads.ts";
import { place } from "../place.ts";

export const makeUpload = place<typeof contract.makeUpload>("post", "/uploads");
export const showUpload = place<typeof contract.showUpload>("get", "/uploads/{id}");
export const showUploadTable = place<typeof contract.showUploadTable>("get", "/uploads/{id}/table");
export const listUploadValues = place<typeof contract.listUploadValues>("get", "/uploads/{id}/values");
export const listImportValues = place<typeof contract.listImportValues>("get", "/imports/{id}/values");
