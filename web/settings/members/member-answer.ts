/** A member as the API answers it. */
import type { AnswerOf } from "../../../src/http/contract/endpoint.ts";
import type { listMembers as ListMembers } from "../../../src/http/contract/workspaces.ts";

export type Member = AnswerOf<typeof ListMembers>["items"][number];
