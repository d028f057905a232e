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
export const resumeImport = place<typeof moves.resumeImport>("post", "/imports/{id}/resume");
export const cancelImport = place<typeof moves.cancelledImport>("post", "/imports/{id}/cancel");
export const previewUndo = place<typeof moves.previewedUndo>("get", "/imports/{id}/undo");
export const undoImport = place<typeof moves.undoneImport>("post", "/imports/{id}/undo");
export const removeImport = place<typeof moves.removedImport>("delete", "/imports/{id}");

export const errorsFile = place<typeof files.errorsFile>("get", "/imports/{id}/errors.csv");
export const importedFile = place<typeof files.importedFile>("get", "/imports/{id}/file");
export const importEvents = place<typeof files.importEvents>("get", "/imports/{id}/events");
export const importReceipt = place<typeof files.importReceipt>("get", "/imports/{id}/receipt");
export const verifyImport = place<typeof files.verifiedImport>("post", "/imports/{id}/verify");
