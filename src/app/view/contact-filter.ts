/**
 * Filters as people write them: `tag=vip`, `city!=Paris`, `email~example.com`, `phone=` (has none), `phone!=` (has one).
 * `import=imp_…`: made or changed by that import. A value is read like a cell of its field, so that `phone=(415) 555-0100` finds +14155550100.
 */
import { parseList } from "../../core/contact/list-text.ts";
import { valueReader } from "../../core/contact/value-reader.ts";
import { valueSettingsOf } from "../../core/contact/value-settings.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { accept, type Refused, type Result, refuse } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { decodeId } from "../../core/public-id.ts";
import { BY_IMPORT } from "../ports/object-filter.ts";
import type { ContactFilter, Ports, Workspace } from "../ports.ts";
import { type ContactField, findContactField } from "./contact-field.ts";
import { type ContactSchema, loadContactSchema, loadFields } from "./contact-schema.ts";

const OPERATOR = /!=|=|~/g;

/** Asks for the names of custom data only where a filter names no field: to find them, every contact is looked at. */
export async function readContactFilters(
  ports: Pick<Ports, "store">,
  workspace: Workspace,
  texts: readonly string[],
  object: ObjectKind = "contact",
): Promise<Result<readonly ContactFilter[]>> {
  if (texts.length === 0) return accept([]);
  const fields = await loadFields(ports, workspace, object);
  const idKey = object === "contact" ? workspace.idKey : null;
  const { policy } = workspace;
  const filters = parseContactFilters(texts, { fields, kept: [], idKey }, policy);
  if (filters.ok || filters.refusal.code !== "field_unknown") return filters;
  return parseContactFilters(texts, { ...(await loadContactSchema(ports, workspace, object)), idKey }, policy);
}

/** `idKey`: by which imports are found; null = these objects are not asked for their imports. */
type FilterSchema = Pick<ContactSchema, "fields" | "kept"> & { readonly idKey: number | null };

function parseContactFilters(
  texts: readonly string[],
  schema: FilterSchema,
  policy: Policy,
): Result<readonly ContactFilter[]> {
  const filters: ContactFilter[] = [];
  for (const text of texts) {
    const filter = parseContactFilter(text, schema, policy);
    if (!filter.ok) return filter;
    filters.push(filter.value);
  }
  return accept(filters);
}

function parseContactFilter(text: string, schema: FilterSchema, policy: Policy): Result<ContactFilter> {
  let first: Refused | null = null;
  // Names of kept columns may hold signs themselves: the first sign that parts a known name from a value is the one meant.
  for (const { 0: sign, index } of text.matchAll(OPERATOR)) {
    const found = findContactField(text.slice(0, index), schema.fields, schema.kept);
    if (found.ok) return filterOf(found.value, sign, text.slice(index + sign.length).trim(), policy);
    if (schema.idKey !== null && text.slice(0, index).trim().toLowerCase() === "import")
      return importFilter(text.slice(index + sign.length).trim(), sign, schema.idKey);
    first ??= found;
  }
  return first ?? invalidFilter(`“${shown(text)}” is no filter.`);
}

/** Contacts that an import has made or changed. */
function importFilter(value: string, sign: string, idKey: number): Result<ContactFilter> {
  const number = decodeId("imp", idKey, value);
  if (number === null || sign === "~") return invalidFilter(`“${shown(value)}” is no import's id.`);
  return accept({ field: BY_IMPORT, list: false, op: sign === "=" ? "is" : "is_not", value: String(number) });
}

function filterOf(field: ContactField, sign: string, value: string, policy: Policy): Result<ContactFilter> {
  if (field.key === "id") return invalidFilter("Nothing is filtered by its record id.");
  const about = { field: field.key, list: field.list };
  if (sign === "~") {
    if (value === "") return invalidFilter(`The filter on ${shown(field.key)} does not say what to look for.`);
    return accept({ ...about, op: "contains", value });
  }
  if (value === "") return accept({ ...about, op: sign === "=" ? "empty" : "not_empty", value });
  return accept({ ...about, op: sign === "=" ? "is" : "is_not", value: asStored(field, value, policy) });
}

/** The value in the field's canonical form; as it was typed where it cannot be read, and then nothing has it. */
function asStored({ field, list }: ContactField, value: string, policy: Policy): string {
  if (field === null) return value;
  const reading = valueReader(field, valueSettingsOf(policy))(value);
  if (typeof reading !== "string" || reading === "") return value;
  const items = list ? parseList(reading) : [];
  // A tag that holds a separator is one tag here: a filter asks for one.
  return list ? (items.length === 1 ? (items[0] ?? value) : value) : reading;
}

const invalidFilter = (message: string): Refused =>
  refuse({
    code: "arguments_invalid",
    message,
    fix: "Write --filter 'tag=vip', 'city!=Paris', 'email~example.com', 'phone=' (has none) or 'phone!=' (has one). For one of them: muster contacts show ID, muster accounts show ID.",
  });
