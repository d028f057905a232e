/** The field of a contact that a person names: by key, label or alias, or what was kept as custom data (`kept:Shoe size`). */
import { FIELD_ALIASES } from "../../core/contact/builtin-fields.ts";
import { type Field, LIST_TYPES } from "../../core/contact/field.ts";
import { headerKey } from "../../core/mapping/header-key.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import { nearWords } from "../../core/problem/near-words.ts";
import { accept, type Result, refuseNaming } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";

export type ContactField = {
  /** As contact values are keyed; `kept:NAME` for custom data. */
  readonly key: string;
  readonly list: boolean;
  /** Null for custom data, which has no type. */
  readonly field: Field | null;
};

/** Words that are said of contacts, besides those that columns are headed with. */
const ALIASES: ReadonlyMap<string, string> = new Map([...FIELD_ALIASES, ["tag", "tags"], ["account", "account_name"]]);

/** @param kept names under which contacts keep custom data */
export function findContactField(
  word: string,
  fields: readonly Field[],
  kept: readonly string[],
): Result<ContactField> {
  const wanted = word.trim();
  if (wanted.toLowerCase().startsWith(KEPT_PREFIX)) return keptField(wanted.slice(KEPT_PREFIX.length).trim(), kept);
  const key = headerKey(wanted);
  const alias = [...ALIASES].find(([name]) => headerKey(name) === key)?.[1];
  const found =
    fields.find((field) => field.key === wanted) ??
    fields.find((field) => headerKey(field.key) === key) ??
    fields.find((field) => headerKey(field.label) === key) ??
    fields.find((field) => field.key === alias);
  if (found !== undefined && key !== "") return accept(asContactField(found));
  const custom = kept.find((name) => name === wanted);
  if (custom !== undefined) return accept({ key: KEPT_PREFIX + custom, list: false, field: null });
  return unknownField(wanted, [...fields.map((field) => field.key), ...kept.map((name) => KEPT_PREFIX + name)]);
}

const asContactField = (field: Field): ContactField => ({
  key: field.key,
  list: LIST_TYPES.has(field.type),
  field,
});

function keptField(wanted: string, kept: readonly string[]): Result<ContactField> {
  const name =
    kept.find((known) => known === wanted) ?? kept.find((known) => known.toLowerCase() === wanted.toLowerCase());
  if (name !== undefined) return accept({ key: KEPT_PREFIX + name, list: false, field: null });
  return unknownField(
    KEPT_PREFIX + wanted,
    kept.map((known) => KEPT_PREFIX + known),
  );
}

function unknownField(word: string, known: readonly string[]) {
  const near = nearWords(word, known).map(shown);
  const hint = near.length > 0 ? `; did you mean ${near.join(" or ")}?` : ".";
  return refuseNaming("field_unknown", [word], `There is no field “${shown(word)}”${hint}`);
}
