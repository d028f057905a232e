/** A field as lists know it. */

import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import type { listFields } from "../../src/http/contract/fields.ts";

export type ListField = AnswerOf<typeof listFields>["items"][number];
