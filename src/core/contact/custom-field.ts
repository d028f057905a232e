/** What a workspace's own field must be like: checked before it is made or changed. */
import { headerKey } from "../mapping/header-key.ts";
import { MANY, type ObjectKind } from "../object/object-kind.ts";
import { accept, type Refused, type Result, refuse, refuseWith } from "../problem/refusal.ts";
import { shown } from "../problem/shown-text.ts";
import { FIELD_ALIASES } from "./builtin-fields.ts";
import { CUSTOM_TYPES } from "./custom-types.ts";
import type { Field, FieldType } from "./field.ts";
import { fieldTypeOf } from "./field-answer.ts";
import { keyFromLabel, LONGEST_KEY, TAKEN_KEYS } from "./field-key.ts";
import { collapseLine } from "./types/clean-text.ts";

export type CustomFieldRequest = {
  /** What is to have the field; absent = contacts. */
  readonly object?: ObjectKind;
  readonly key: string;
  /** Null = made from the key. */
  readonly label: string | null;
  /** As a person writes it: `single_choice`, `yes-no`. */
  readonly type: string;
  readonly options: readonly string[];
  readonly holdsExternalId: boolean;
};

const CHOICES: ReadonlySet<FieldType> = new Set(["single_choice", "radio", "multiple_choice", "checkbox"]);
const KEY = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
/** Characters. Labels stand above columns. */
const LONGEST_LABEL = 100;
export const MOST_OPTIONS = 1_000;

/** @param others the workspace's fields, built in and own, without the one that is changed */
export function checkCustomField(request: CustomFieldRequest, others: readonly Field[]): Result<Field> {
  const key = request.key.trim();
  const type = fieldTypeOf(request.type.trim());
  if (type === null || !CUSTOM_TYPES.includes(type)) {
    return invalid(`There is no field type “${shown(request.type)}”.`, `Use one of ${CUSTOM_TYPES.join(", ")}.`);
  }
  const label = cleanLabel(request.label ?? labelFromKey(key));
  const refused =
    refusedKey(request, others) ?? refusedLabel(label, key, others) ?? refusedHolder(request, type, others) ?? null;
  if (refused) return refused;
  const options = checkOptions(request.options, type);
  if (!options.ok) return options;
  return accept({
    key,
    label,
    type,
    builtin: false,
    ...(request.object === undefined || request.object === "contact" ? {} : { object: request.object }),
    ...(options.value.length > 0 ? { options: options.value } : {}),
    ...(request.holdsExternalId ? { holdsExternalId: true } : {}),
  });
}

function refusedKey(request: CustomFieldRequest, others: readonly Field[]): Refused | null {
  const key = request.key.trim();
  if (!KEY.test(key) || key.length > LONGEST_KEY) {
    return invalid(
      `“${shown(key)}” cannot be a field's key.`,
      `Use small letters, digits and single underscores, a letter first, at most ${LONGEST_KEY}, such as ${suggested(key)}.`,
    );
  }
  const holder = others.find((field) => field.key === key);
  if (holder?.builtin) {
    return refuse({
      code: "field_exists",
      message: `${key} is built in: ${holder.label}, ${holder.type}.`,
      fix: `Map a column to it (--map '${request.holdsExternalId ? "external_id" : "Header"}=${key}'), or make a field with another key, such as my_${key}.`,
    });
  }
  if (holder) return refuseWith("field_exists", `There is a field ${key} already.`);
  const alias = FIELD_ALIASES.get(key);
  if (alias !== undefined) return refuseWith("field_exists", `${key} is another name of the built-in field ${alias}.`);
  return TAKEN_KEYS.has(key)
    ? invalid(`${key} means something else where fields are named.`, `Choose another key, such as ${suggested(key)}.`)
    : null;
}

/** Two fields under one header could not be told apart in a file. */
function refusedLabel(label: string, key: string, others: readonly Field[]): Refused | null {
  if (label === "" || label.length > LONGEST_LABEL) {
    return invalid(
      `The label of ${key} is empty or too long.`,
      `Give a label of 1 to ${LONGEST_LABEL} characters with --label.`,
    );
  }
  const wanted = headerKey(label);
  const other = others.find(
    (field) => wanted !== "" && [field.key, field.label].some((name) => headerKey(name) === wanted),
  );
  const alias = [...FIELD_ALIASES].find(([name]) => headerKey(name) === wanted)?.[1];
  if (other === undefined && alias === undefined) return null;
  return refuseWith(
    "field_exists",
    `A column headed “${shown(label)}” goes to the field ${other?.key ?? alias} already: ${key} needs another label.`,
  );
}

function refusedHolder(
  { object = "contact", key, holdsExternalId }: CustomFieldRequest,
  type: FieldType,
  others: readonly Field[],
) {
  if (!holdsExternalId) return null;
  if (object !== "contact")
    return invalid(`The external id of ${MANY[object]} is a field of its own.`, "Map the column to external_id.");
  if (type !== "text")
    return invalid(
      `Only a text can hold the external id; ${key} is of the type ${type}.`,
      "Leave --external-id out, or use --type text.",
    );
  const holder = others.find((field) => field.holdsExternalId === true);
  if (holder === undefined) return null;
  return invalid(
    `${holder.key} holds the external id already, and only one field can.`,
    `Leave --external-id out, or take it from ${holder.key} first.`,
  );
}

function checkOptions(given: readonly string[], type: FieldType): Result<readonly string[]> {
  const options = given.map(cleanLabel);
  if (!CHOICES.has(type)) {
    if (options.length === 0) return accept([]);
    return invalid(`A field of the type ${type} has no options.`, "Leave --option out, or use --type single_choice.");
  }
  if (options.length === 0) {
    return invalid(
      `A field of the type ${type} needs options.`,
      "Name each with --option: --option Gold --option Silver.",
    );
  }
  if (options.length > MOST_OPTIONS)
    return invalid(`${options.length} options are too many.`, `Use at most ${MOST_OPTIONS}, or --type text.`);
  const seen = new Set<string>();
  for (const option of options) {
    const folded = option.toLowerCase();
    if (option === "" || seen.has(folded)) {
      return invalid(
        option === "" ? "An option is empty." : `The option “${shown(option)}” stands there twice.`,
        "Give each option once.",
      );
    }
    seen.add(folded);
  }
  return accept(options);
}

function cleanLabel(text: string): string {
  const clean = collapseLine(text);
  return typeof clean === "string" ? clean : "";
}

const labelFromKey = (key: string): string => {
  const words = key.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const suggested = (typed: string): string => keyFromLabel(typed) || "renewal_date";

const invalid = (message: string, fix: string): Refused => refuse({ code: "field_invalid", message, fix });
