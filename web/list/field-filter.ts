/** Filters as the API takes them in the address: `city=Paris`, `city!=Paris`, `email~example.com`, `phone=`, `phone!=`. */

export const CONDITIONS = ["is", "isNot", "contains", "empty", "notEmpty"] as const;
export type Condition = (typeof CONDITIONS)[number];

export type FieldFilter = {
  /** Key of a field, or the name of custom data. */
  readonly field: string;
  readonly condition: Condition;
  /** Empty where the condition says it all. */
  readonly value: string;
};

export const needsValue = (condition: Condition): boolean => condition !== "empty" && condition !== "notEmpty";

const SIGN: Readonly<Record<Condition, string>> = { is: "=", isNot: "!=", contains: "~", empty: "=", notEmpty: "!=" };

export const filterText = ({ field, condition, value }: FieldFilter): string =>
  field + SIGN[condition] + (needsValue(condition) ? value : "");

/** Null = no filter. Keys of fields hold no signs, so the first one parts field and value. */
export function parseFilter(text: string): FieldFilter | null {
  const [, field, sign, value = ""] = /^(.*?)(!=|=|~)(.*)$/s.exec(text) ?? [];
  if (field === undefined || field === "" || sign === undefined) return null;
  if (sign === "~") return value === "" ? null : { field, condition: "contains", value };
  if (value === "") return { field, condition: sign === "=" ? "empty" : "notEmpty", value };
  return { field, condition: sign === "=" ? "is" : "isNot", value };
}
