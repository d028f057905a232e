/** A field as the API answers it, and what can have fields. */
import type { AnswerOf } from "../../../src/http/contract/endpoint.ts";
import type { listFields as ListFields } from "../../../src/http/contract/fields.ts";

export type FieldAnswer = AnswerOf<typeof ListFields>["items"][number];

export const OBJECTS = ["contact", "account", "opportunity"] as const;

export type FieldObject = (typeof OBJECTS)[number];
