/** Workflows: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/workflows.ts";
import { place } from "../place.ts";

export const listWorkflows = place<typeof contract.listWorkflows>("get", "/workflows");
