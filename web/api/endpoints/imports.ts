/** Imports: the endpoints that pages ask. */
import type * as files from "../../../src/http/contract/import-files.ts";
import type * as moves from "../../../src/http/contract/import-moves.ts";
import type * as contract from "../../../src/http/contract/imports.ts";
import { place } from "../place.ts";

export const listImports = place<typeof contract.listImports>("get", "/imports");
export const showImport = place<typeof contract.showImport>("get", "/imports/{id}");
export const listLines = place<typeof contract.listLines>("get", "/imports/{id}/lines");
export const startImport = place<typeof contract.startImport>("post", "/imports");
export const changeImport = place<typeof contract.changeImport>("patch", "/imports/{id}");
export const startPlanned = place<typeof moves.startPlanned>("post", "/imports/{id}/start");
export const cancelledImport = place<typeof moves.cancelledImport>("post", "/imports/{id}/cancel");
export const resumeImport = place<typeof moves.resumeImport>("post", "/imports/{id}/resume");
export const errorsFile = place<typeof files.errorsFile>("get", "/imports/{id}/errors.csv");
export const importEvents = place<typeof files.importEvents>("get", "/imports/{id}/events");
