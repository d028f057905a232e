/** A workflow as the API answers it. */
import type { AnswerOf } from "../../../src/http/contract/endpoint.ts";
import type { listWorkflows as ListWorkflows } from "../../../src/http/contract/workflows.ts";

export type WorkflowAnswer = AnswerOf<typeof ListWorkflows>["items"][number];
