/** From the key of a header to the field it names: the workspace's own fields first, then the names that people use. */

import { FIELD_ALIASES } from "../contact/builtin-fields.ts";
import type { Field } from "../contact/field.ts";
import type { ObjectKind } from "../object/object-kind.ts";
import { FIELD_NAMES } from "./field-names.ts";
import { headerKey } from "./header-key.ts";
import { OPPORTUNITY_NAMES } from "./names/opportunity.ts";

/** `exact`: key or label of the field, or an alias of its key; `shown`: only values can say so. The others as in the table of names. */
export type NameStrength = "exact" | "plain" | "qualified" | "shown";
export type NamedField = { readonly field: Field; readonly strength: NameStrength };

export type NameIndex = {
  readonly names: ReadonlyMap<string, NamedField>;
  /** Names that need the word for a place beside them. */
  readonly placed: ReadonlyMap<string, Field>;
  readonly fields: ReadonlyMap<string, Field>;
  /** The custom field that holds the external id, where the workspace has one. */
  readonly externalIdHolder: Field | null;
  /** What each line is one of; where it has fields of two objects, the one that is not its contact. */
  readonly object: ObjectKind;
};

const UMLAUT = /[äöüÄÖÜ]/g;
const SPELT_OUT: ReadonlyMap<string, string> = new Map([
  ["ä", "ae"],
  ["ö", "oe"],
  ["ü", "ue"],
]);

type KnownName = { readonly key: string; readonly field: string; readonly strength: NameStrength };

/** The names of the table as keys; those of earlier fields win where two claim one. */
const KNOWN_NAMES: readonly KnownName[] = [...FIELD_NAMES, ...OPPORTUNITY_NAMES].flatMap(
  ({ field, plain, qualified = [], byValues = [] }) => {
    const named = (lines: readonly string[], strength: NameStrength): readonly KnownName[] =>
      lines.flatMap(keysOf).map((key) => ({ key, field, strength }));
    return [...named(plain, "plain"), ...named(qualified, "qualified"), ...named(byValues, "shown")];
  },
);

const PLACED_NAMES = FIELD_NAMES.flatMap(({ field, placed = [] }) =>
  placed.flatMap(keysOf).map((key) => ({ key, field })),
);

function keysOf(line: string): readonly string[] {
  return line.split(",").flatMap((name) => {
    const spelt = name.replace(UMLAUT, (letter) => SPELT_OUT.get(letter.toLowerCase()) ?? letter);
    return spelt === name ? [headerKey(name)] : [headerKey(name), headerKey(spelt)];
  });
}

export function indexNames(fields: readonly Field[]): NameIndex {
  const names = new Map<string, NamedField>();
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const isContact = fields.every(({ namesOf }) => namesOf === undefined);
  const byNames = new Map(
    isContact ? byKey : fields.filter(({ builtin }) => !builtin).map((field) => [field.key, field]),
  );
  const add = (key: string, field: Field | undefined, strength: NameStrength): void => {
    if (field !== undefined && key !== "" && !names.has(key)) names.set(key, { field, strength });
  };
  for (const field of fields) add(headerKey(field.key), field, "exact");
  for (const field of fields) add(headerKey(field.label), field, "exact");
  // Other objects are known by the names that contacts' files have for them.
  for (const field of fields) for (const key of field.namesOf ?? []) if (!byNames.has(key)) byNames.set(key, field);
  for (const [alias, key] of FIELD_ALIASES) add(headerKey(alias), byNames.get(key), "exact");
  for (const field of fields) for (const name of field.alsoCalled ?? []) add(headerKey(name), field, "qualified");
  for (const { key, field, strength } of KNOWN_NAMES) add(key, byNames.get(field), strength);
  const placed = new Map(
    PLACED_NAMES.flatMap(({ key, field }) => {
      const known = byKey.get(field);
      return known === undefined ? [] : [[key, known] as const];
    }),
  );
  return {
    names,
    placed,
    fields: byKey,
    externalIdHolder: fields.find((field) => field.holdsExternalId === true) ?? null,
    object: fields.find(({ object }) => object !== undefined)?.object ?? "contact",
  };
}
