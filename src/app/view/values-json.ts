/** What objects hold, as programs read it: fields by key, lists as lists, custom data under `kept`. Every page of a list goes through here. */
import { type Field, LIST_TYPES } from "../../core/contact/field.ts";
import { parseList } from "../../core/contact/list-text.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import type { ObjectRow } from "../ports.ts";

/** Which fields are lists is found once for all objects of a page: they share their fields. */
const listsOf = new WeakMap<readonly Field[], ReadonlySet<string>>();

export function valuesJson({ values }: Pick<ObjectRow, "values">, fields: readonly Field[]) {
  const lists = listKeys(fields);
  const own: Record<string, string | readonly string[]> = {};
  const kept: Record<string, string> = {};
  for (const [key, value] of values) {
    if (key.startsWith(KEPT_PREFIX)) put(kept, key.slice(KEPT_PREFIX.length), value);
    else put(own, key, lists.has(key) ? parseList(value) : value);
  }
  return { fields: own, kept };
}

/** Whatever a column was called is a key like any other, also the one that would set the object's prototype. */
function put<Value>(into: Record<string, Value>, key: string, value: Value): void {
  if (key !== "__proto__") into[key] = value;
  else Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
}

function listKeys(fields: readonly Field[]): ReadonlySet<string> {
  const known = listsOf.get(fields);
  if (known) return known;
  const found = new Set(fields.filter(({ type }) => LIST_TYPES.has(type)).map(({ key }) => key));
  listsOf.set(fields, found);
  return found;
}
