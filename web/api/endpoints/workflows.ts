/** Workflows: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/workflows.ts";
import { place } from "../place.ts";

export const listWorkflows = place<typeof contract.listWorkflows>("get", "/workflows");
export const addWorkflow = place<typeof contract.addWorkflow>("post", "/workflows");
export const changeWorkflow = place<typeof contract.changeWorkflow>("put", "/workflows/{id}");
export const removeWorkflow = place<typeof contract.removeWorkflow>("delete", "/workflows/{id}");
export const listQueues = place<typeof contract.listQueues>("get", "/workflows/queues");
