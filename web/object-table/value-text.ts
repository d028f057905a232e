/** A value of a field as people read it: lists by commas, days and amounts in the reader's way. */
import type { Format } from "../words/use-format.ts";

/** `locale`: BCP 47. */
export type ValueStyle = { readonly type: string | undefined; readonly locale: string; readonly format: Format };

export function valueText(value: unknown, { type, locale, format }: ValueStyle): string {
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value !== "string") return value === null || value === undefined ? "" : JSON.stringify(value);
  if (type === "date") return format.day(value);
  return type === "money" || type === "number" ? amountText(value, locale) : value;
}

/** To the last digit, however many there are. */
export const amountText = (value: string, locale: string): string =>
  /^-?\d+(\.\d+)?$/.test(value)
    ? new Intl.NumberFormat(locale, {
        maximumFractionDigits: 20,
        minimumFractionDigits: value.includes(".") ? 2 : 0,
      }).format(value as Intl.StringNumericLiteral)
    : value;
