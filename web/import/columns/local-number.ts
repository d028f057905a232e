/** Numbers that say no country: they are left out unless somebody, or the file, says which one they belong to. */
import type { Field } from "./field-select.tsx";
import type { FileColumn } from "./file-column.ts";

const PHONE_TYPES: ReadonlySet<string> = new Set(["phone", "phone_list"]);
const INTERNATIONAL = /\+|^\D*00/;
/** Fewer digits are an extension, or none of a number. */
const LEAST_DIGITS = 6;

/** Header and number of the first column whose samples are all of this kind. */
export function localNumber(
  columns: readonly FileColumn[],
  fields: readonly Field[],
): { readonly header: string; readonly number: string } | null {
  const types = new Map(fields.map(({ key, type }) => [key, type]));
  // A row's own country is that of its numbers.
  if (columns.some(({ target }) => types.get(target) === "country")) return null;
  for (const { header, target, samples } of columns) {
    const numbers = samples.filter((text) => text.replace(/\D/g, "").length >= LEAST_DIGITS);
    const [number] = numbers;
    if (number === undefined || !PHONE_TYPES.has(types.get(target) ?? "")) continue;
    if (!numbers.some((text) => INTERNATIONAL.test(text))) return { header, number };
  }
  return null;
}
