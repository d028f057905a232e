/** The fields that every object of a kind has, whatever workspace it is in. */
import { ACCOUNT_FIELDS } from "../account/account-fields.ts";
import { BUILTIN_FIELDS } from "../contact/builtin-fields.ts";
import type { Field } from "../contact/field.ts";
import { OPPORTUNITY_FIELDS } from "../opportunity/opportunity-fields.ts";
import { PIPELINE_FIELDS, STAGE_FIELDS } from "../pipeline/pipeline-fields.ts";
import type { ObjectKind } from "./object-kind.ts";

const FIELDS: Readonly<Record<ObjectKind, readonly Field[]>> = {
  contact: BUILTIN_FIELDS,
  account: ACCOUNT_FIELDS,
  opportunity: OPPORTUNITY_FIELDS,
  pipeline: PIPELINE_FIELDS,
  stage: STAGE_FIELDS,
};

export const builtinFieldsOf = (object: ObjectKind): readonly Field[] => FIELDS[object];
