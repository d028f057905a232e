/** Files that are taken out: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/exports.ts";
import { place } from "../place.ts";

export const downloadExport = place<typeof contract.downloadExport>("get", "/exports/{what}");
export const exportChosen = place<typeof contract.exportChosen>("post", "/exports/contacts");
export const downloadTemplate = place<typeof contract.downloadTemplate>("get", "/templates/{what}");
