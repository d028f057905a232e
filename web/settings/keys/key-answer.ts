/** Keys as the API answers them. */
import type { AnswerOf } from "../../../src/http/contract/endpoint.ts";
import type { createKey, listKeys as ListKeys } from "../../../src/http/contract/keys.ts";

export type Key = AnswerOf<typeof ListKeys>["items"][number];

export type MadeKey = AnswerOf<typeof createKey>;
