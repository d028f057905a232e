/** Why a contact is not written as somebody says it by hand: what is wrong with which value, and who is there already. */
import type { Field } from "../../core/contact/field.ts";
import { catalogue } from "../../core/problem/catalogue.ts";
import type { Problem } from "../../core/problem/problem.ts";
import type { Refusal } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";

export function valuesRefused(problems: readonly Problem[], fields: readonly Field[]): Refusal {
  const code = problems.every((problem) => problem.code === "already_exists") ? "contact_exists" : "values_refused";
  const labels = new Map(fields.map(({ key, label }) => [key, label]));
  const names = [
    ...new Set(problems.flatMap(({ field }) => (field === undefined ? [] : (labels.get(field) ?? field)))),
  ];
  const at = names.map(shown).join(", ");
  const message =
    code === "contact_exists"
      ? `Another contact of the workspace has the same ${at}.`
      : names.length === 0
        ? "A contact cannot be written with these values alone."
        : `These values cannot be written: ${at}.`;
  return { code, message, fix: catalogue[code].fix, problems, ...(names.length === 0 ? {} : { names }) };
}
