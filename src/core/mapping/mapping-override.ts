/**
 * What a person says about a column, as text: `Header=field`, `Header=` to ignore the column, `Header=keep` to keep it as
 * custom data, `Header=custom:Name` to keep it under another name, and `#3=field` for the third column.
 * The last `=` parts the two, because headers hold more signs than field names do. A map of values may stand behind the
 * field: `Salutation=gender{Mr:Male,Mrs:Female}`.
 */
import type { Field } from "../contact/field.ts";
import type { ValueMap } from "../contact/value-map.ts";
import { accept, type Result, refuse } from "../problem/refusal.ts";
import type { ColumnTarget } from "./column-mapping.ts";
import { headerKey } from "./header-key.ts";
import { resolveField } from "./resolve-field.ts";
import { parseValueMap } from "./value-map-text.ts";

export type MappingOverride = {
  /** Header as the person wrote it, or `#` and the position counted from 1. */
  readonly column: string;
  /** Field, `keep`, `custom:Name`, or `""` to ignore the column. */
  readonly target: string;
  readonly values?: ValueMap;
};

/** `name` null: under the column's own header. */
type OverrideTarget = Exclude<ColumnTarget, { to: "keep" }> | { readonly to: "keep"; readonly name: string | null };

/** What a person wants of a column. */
export type ResolvedOverride = { readonly target: OverrideTarget; readonly values?: ValueMap };

const MOST_SHOWN = 20;
const POSITION = /^#\s*(\d{1,7})$/;
/** Column, target, and what stands between the braces behind it. */
const OVERRIDE = /^(.*)=([^={}]*)(?:\{(.*)\}\s*)?$/s;
const CUSTOM = /^custom:\s*(.+)$/is;

export function parseMappingOverride(text: string): Result<MappingOverride> {
  const [, wanted = "", word = "", inside] = OVERRIDE.exec(text) ?? [];
  const column = wanted.trim();
  const target = word.trim();
  if (column === "" || (inside !== undefined && target === "")) {
    return refuse({
      code: "mapping_invalid",
      message: `"${text}" does not say which column goes to which field.`,
      fix: "Write Header=field, Header= to ignore the column, or #3=field for the third column.",
    });
  }
  if (inside === undefined) return accept({ column, target });
  const values = parseValueMap(inside);
  return values.ok ? accept({ column, target, values: values.value }) : values;
}

/**
 * The target of each column that a person has spoken about. A header that stands in the file several times is given out
 * from the left: the first override takes the first column, the next override of the same header the second one; when
 * all are taken, the last one is changed again.
 */
export function resolveOverrides(
  overrides: readonly MappingOverride[],
  headers: readonly string[],
  fields: readonly Field[],
): Result<ReadonlyMap<number, ResolvedOverride>> {
  const targets = new Map<number, ResolvedOverride>();
  for (const override of overrides) {
    const column = columnOf(override.column, headers, targets);
    if (!column.ok) return column;
    const target = targetOf(override.target, fields);
    if (!target.ok) return target;
    const { values } = override;
    targets.set(column.value, { target: target.value, ...(values === undefined ? {} : { values }) });
  }
  return accept(targets);
}

/** The column that a person names by its header, or by its position as `#3`. */
export const columnNamed = (wanted: string, headers: readonly string[]): Result<number> =>
  columnOf(wanted, headers, new Map());

function columnOf(wanted: string, headers: readonly string[], taken: ReadonlyMap<number, unknown>): Result<number> {
  const key = headerKey(wanted);
  const tests: readonly ((header: string) => boolean)[] = [
    (header) => header === wanted,
    (header) => header.trim().toLowerCase() === wanted.toLowerCase(),
    (header) => key !== "" && headerKey(header) === key,
  ];
  const position = POSITION.exec(wanted);
  for (const test of position === null ? tests : tests.slice(0, 2)) {
    const columns = headers.flatMap((header, column) => (test(header) ? [column] : []));
    const column = columns.find((candidate) => !taken.has(candidate)) ?? columns.at(-1);
    if (column !== undefined) return accept(column);
  }
  if (position === null) return refuse(noSuchHeader(wanted, headers));
  const column = Number(position[1]) - 1;
  if (column >= 0 && column < headers.length) return accept(column);
  return refuse({
    code: "mapping_invalid",
    message: `There is no column ${wanted}: the file has ${headers.length}.`,
    fix: "Columns are counted from 1, from the left.",
  });
}

function noSuchHeader(wanted: string, headers: readonly string[]) {
  const named = headers.filter((header) => header.trim() !== "").map((header) => header.trim().slice(0, 60));
  const shown = named.slice(0, MOST_SHOWN).join(", ") + (named.length > MOST_SHOWN ? ", …" : "");
  return {
    code: "mapping_invalid" as const,
    message: `The file has no column headed "${wanted}".`,
    fix:
      named.length === 0
        ? "The file has no header: name columns by position, such as #1."
        : `Its columns are: ${shown}.`,
  };
}

function targetOf(word: string, fields: readonly Field[]): Result<OverrideTarget> {
  if (word === "") return accept({ to: "ignore" });
  const custom = CUSTOM.exec(word)?.[1]?.trim();
  if (custom !== undefined) {
    const own = resolveField(custom, ownFields(fields));
    return accept(own.ok ? { to: "field", field: own.value.key } : { to: "keep", name: custom });
  }
  const field = resolveField(word, fields);
  if (field.ok) return accept({ to: "field", field: field.value.key });
  return word.toLowerCase() === "keep" ? accept({ to: "keep", name: null }) : field;
}

const ownFields = (fields: readonly Field[]): readonly Field[] => fields.filter((field) => !field.builtin);
