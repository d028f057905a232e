/** The fields that an object has: none before they are there. */
import type { ObjectKind } from "../../src/core/object/object-kind.ts";
import { listFields } from "../api/endpoints/fields.ts";
import { useAnswer } from "../api/use-answer.ts";
import type { ListField } from "./list-field.ts";

const NO_FIELDS: readonly ListField[] = [];

/** @param object unsaid, contacts */
export function useFields(object?: ObjectKind): readonly ListField[] {
  return useAnswer(listFields, object === undefined ? {} : { query: { object } }).data?.items ?? NO_FIELDS;
}
