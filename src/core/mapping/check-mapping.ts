/** Whether an import may start with this mapping: what the policy asks of the columns, before a row is read. */
import type { Field } from "../contact/field.ts";
import type { EffectivePolicy } from "../policy/effective-policy.ts";
import type { MatchKey } from "../policy/policy.ts";
import { satisfiedBy } from "../policy/required-to-create.ts";
import type { Refusal } from "../problem/refusal.ts";
import type { ColumnMapping } from "./column-mapping.ts";
import type { Constant } from "./constant.ts";
import { couldBe } from "./value-evidence.ts";

export type MappingCheck = {
  readonly mapping: readonly ColumnMapping[];
  /** What fills a field where a row says nothing. */
  readonly constants?: readonly Constant[];
  readonly policy: EffectivePolicy;
  readonly fields: readonly Field[];
  readonly hasHeader: boolean;
  /** What the lines are; absent = contacts. */
  readonly called?: string;
};

const MOST_SHOWN = 10;

/** The first thing that stands in the way, or null. */
export function checkMapping(check: MappingCheck): Refusal | null {
  return checkHeader(check) ?? checkAnyMapped(check) ?? checkUnmapped(check) ?? checkIds(check) ?? checkRequired(check);
}

function checkHeader({ policy, hasHeader }: MappingCheck): Refusal | null {
  if (hasHeader || policy.header !== "required") return null;
  return {
    code: "header_required",
    message: "The file has no header row, and this workspace requires one.",
    fix: "Add a row that names the columns as the first row of the file, or say that the first row is the header.",
  };
}

function checkAnyMapped({ mapping }: MappingCheck): Refusal | null {
  if (mapping.some(({ target }) => target.to === "field")) return null;
  return {
    code: "columns_none_mapped",
    message: `None of the columns corresponds to a field: ${namesOf(mapping)}.`,
    names: headersOf(mapping),
    fix: "Map at least one column, such as --map 'Header=email', or start from the template, whose headers map by themselves. If the lines are no contacts, say what they are, such as --object accounts.",
  };
}

function checkUnmapped({ mapping, policy }: MappingCheck): Refusal | null {
  const { unknownColumns, unmappedAccepted } = policy;
  if (unknownColumns !== "refuse" && (unknownColumns !== "ask" || unmappedAccepted)) return null;
  const unmapped = mapping.filter((column) => column.foundBy === "policy" && !isEmptyColumn(column));
  if (unmapped.length === 0) return null;
  const which = namesOf(unmapped);
  if (unknownColumns === "refuse") {
    return {
      code: "columns_refused",
      message: `No field is known for these columns: ${which}.`,
      names: headersOf(unmapped),
      fix: "Map each of them, ignore them one by one, or remove them from the file.",
    };
  }
  return {
    code: "columns_unmapped",
    message:
      "Please ensure all mandatory fields are mapped. To proceed, either map all fields or choose Don't import data " +
      `for unmapped columns. Every column counts, mandatory or not; these belong to no field: ${which}.`,
    names: headersOf(unmapped),
    fix: "Map each of them (--map 'Header=field'), ignore single ones (--map 'Header='), or don't import data for unmapped columns (--accept-unmapped).",
  };
}

/**
 * A file with the ids of contacts is one to change them by. An import that creates and does not look at ids would make those
 * people a second time as soon as a name or an address was changed.
 */
function checkIds({ mapping, policy: { mode, match, modes } }: MappingCheck): Refusal | null {
  if (mode !== "create" || match.includes("id")) return null;
  const ids = mapping.find(({ target }) => target.to === "field" && target.field === "id");
  if (ids === undefined) return null;
  const [name, change] = [namesOf([ids]), modes.includes("update") ? "update" : "both"];
  return {
    code: "ids_not_matched",
    message: `The column ${name} is for ids of contacts, and an import that creates contacts does not look at them.`,
    names: headersOf([ids]),
    fix: `To change those contacts, import with --mode ${change}. To make new contacts of the lines, leave the column out: --map '${name}='.`,
  };
}

/** The debris of a delimiter at the ends of lines has nothing to map. */
const isEmptyColumn = ({ header, samples }: ColumnMapping): boolean => header.trim() === "" && samples.length === 0;

function checkRequired(check: MappingCheck): Refusal | null {
  const { mapping, constants = [], policy, fields, called = "contacts" } = check;
  const mapped = new Set([
    ...mapping.flatMap(({ target }) => (target.to === "field" ? [target.field] : [])),
    ...constants.map(({ field }) => field),
  ]);
  const labels = new Map(fields.map((field) => [field.key, field.label]));
  const canFind = policy.match.some((key) => isMatchable(key, mapped, fields));
  if (policy.mode === "update") {
    if (canFind) return null;
    return {
      code: "required_columns_missing",
      message: `No column says which of the ${called} a line is about, so nothing can be updated.`,
      fix: `Map one of: ${policy.match.map((key) => matchWords(key, labels)).join("; ")}.`,
    };
  }
  if (policy.mode === "both" && canFind) return null;
  const missing = policy.requiredToCreate.map((set) => set.filter((field) => !isMapped(field, mapped)));
  if (missing.length === 0 || missing.some((set) => set.length === 0)) return null;
  const ways = missing.map((set) => set.map((field) => labels.get(field) ?? field).join(" + "));
  return {
    code: "required_columns_missing",
    message: `Required fields to create ${called} are missing: ${ways.join(", or ")}.`,
    names: ways,
    fix: requiredFix(check, missing[0]?.[0] ?? "email"),
  };
}

function requiredFix(check: MappingCheck, key: string): string {
  const map = (header: string): string =>
    `ap a column to each of them, such as --map '${header}=${key}', or add the columns to the file.`;
  if ((check.called ?? "contacts") !== "contacts") return `M${map(freeHeader(check, key))}`;
  if (check.mapping.some(({ target }) => target.to === "field" && target.field === "account_name"))
    return `If each line is a company, import accounts: --object accounts. Else m${map("Header")}`;
  return `M${map(freeHeader(check, key))} If the lines are no contacts, say what they are, such as --object accounts.`;
}

/** A column that belongs to no field yet, and whose values could be of this one, may be the one that is missing. */
function freeHeader({ mapping, fields }: MappingCheck, key: string): string {
  const field = fields.find((one) => one.key === key);
  const fits = (field === undefined ? null : couldBe(field)) ?? (() => true);
  const free = mapping.find(
    ({ target, header, samples }) =>
      target.to !== "field" && /^[^'=#]+$/.test(header.trim()) && samples.length > 0 && samples.every(fits),
  );
  return free === undefined ? "Header" : namesOf([free]);
}

const isMapped = (field: string, mapped: ReadonlySet<string>): boolean =>
  satisfiedBy(field).some((other) => mapped.has(other));

function isMatchable(key: MatchKey, mapped: ReadonlySet<string>, fields: readonly Field[]): boolean {
  const hasEmail = mapped.has("email") || mapped.has("additional_emails");
  switch (key) {
    case "id":
    case "linkedin_url":
      return mapped.has(key);
    case "external_id":
      return mapped.has(key) || fields.some((field) => field.holdsExternalId === true && mapped.has(field.key));
    case "email":
      return hasEmail;
    case "phone":
      return mapped.has("phone") || mapped.has("additional_phones");
    case "account_email":
      return hasEmail && (mapped.has("account_id") || mapped.has("account_name"));
    case "domain":
      return mapped.has(key);
    case "name":
      return (
        mapped.has("name") ||
        mapped.has("full_name") ||
        (mapped.has("first_name") && mapped.has("last_name")) ||
        (mapped.has("stage_name") && (mapped.has("pipeline_name") || mapped.has("pipeline_id")))
      );
    case "account_name":
      return ["account_name", "account_domain", "first_name", "last_name"].every((part) => mapped.has(part));
  }
}

function matchWords(key: MatchKey, labels: ReadonlyMap<string, string>): string {
  const label = (field: string): string => labels.get(field) ?? field;
  if (key === "account_email") return `${label("account_id")} or ${label("account_name")}, with ${label("email")}`;
  if (key === "account_name") {
    const parts = ["account_name", "account_domain", "first_name"].map(label);
    return `${parts.join(", ")} and ${label("last_name")}`;
  }
  return label(key === "name" ? (NAMES.find((name) => labels.has(name)) ?? key) : key);
}

/** What contacts, accounts and opportunities, and stages are called by. */
const NAMES = ["full_name", "name", "stage_name"];

const headersOf = (columns: readonly ColumnMapping[]): readonly string[] =>
  columns.map(({ header, column }) => (header.trim() === "" ? `#${column + 1}` : header.trim()));

function namesOf(columns: readonly ColumnMapping[]): string {
  const names = columns.map(({ header, column }) => (header.trim() === "" ? `Column ${column + 1}` : header.trim()));
  const shown = names.slice(0, MOST_SHOWN).map((name) => (name.length > 60 ? `${name.slice(0, 60)}…` : name));
  return names.length > MOST_SHOWN ? `${shown.join(", ")} and ${names.length - MOST_SHOWN} more` : shown.join(", ");
}
