/** The fields that every object of a kind has, whatever workspace it is in. */
import { ACCOUNT_FIELDS } from "../account/account-fields.ts";
import { BUILTIN_FIELDS } from "../contact/builtin-fields.ts";
import type { Field } from "../contact/field.ts";
import type { ObjectKind } from "./object-kind.ts";

const FIELDS: Readonly<Record<ObjectKind, readonly Field[]>> = { contact: BUILTIN_FIELDS, account: ACCOUNT_FIELDS };

export const builtinFieldsOf = (object: ObjectKind): readonly Field[] => FIELDS[object];
