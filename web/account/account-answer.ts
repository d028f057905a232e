/** An account as the API answers it. */
import type { showAccount as ShowAccount } from "../../src/http/contract/contacts.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";

export type AccountAnswer = AnswerOf<typeof ShowAccount>;
