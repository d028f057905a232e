/** Imports: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/imports.ts";
import { place } from "../place.ts";

export const listImports = place<typeof contract.listImports>("get", "/imports");
