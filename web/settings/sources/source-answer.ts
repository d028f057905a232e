/** A source as the API answers it. */
import type { AnswerOf } from "../../../src/http/contract/endpoint.ts";
import type { listSources as ListSources } from "../../../src/http/contract/workspaces.ts";

export type SourceAnswer = AnswerOf<typeof ListSources>["items"][number];
