/** E-mail addresses and phone numbers: the preferred one is the contact's, the others are additional ones. */
import type { Cells } from "./card-cell-map.ts";
import type { CardValue } from "./card-value.ts";
import { typesOf } from "./property.ts";
import { unescaped } from "./property-text.ts";

/** What a dialler would do next, behind a number. */
const PAUSES = /[,;pw]+(\d+)#?$/i;

export function emailCells(values: readonly CardValue[], cells: Cells): void {
  const further: string[] = [];
  for (const { text, label } of values) {
    const address = withoutScheme(unescaped(text).trim(), "mailto:");
    if (!cells.first("Email", address)) further.push(address);
    noteLabel(label, address, cells);
  }
  cells.listed("Additional email addresses", further);
}

export function phoneCells(values: readonly CardValue[], cells: Cells): void {
  const further: string[] = [];
  for (const { property, text, label } of values) {
    const number = phoneText(unescaped(text).trim());
    const types = typesOf(property);
    // A number that nobody answers is no phone, unless it is one as well.
    if (types.includes("pager")) cells.further("Pager", number);
    else if (types.includes("fax") && !types.includes("voice")) cells.further("Fax", number);
    else if (!cells.first("Phone", number)) further.push(number.replace(PAUSES, " ext. $1"));
    noteLabel(label, number, cells);
  }
  cells.listed("Additional phone numbers", further);
}

const STANDARD_LABELS =
  /^(?:home|work|other|mobile|main|iphone|school|phone|email|home ?fax|work ?fax|other ?fax|pager)?$/i;

/** A label of the owner's own (`Lake house`) tells something that no field holds. */
function noteLabel(label: string, value: string, cells: Cells): void {
  if (!STANDARD_LABELS.test(label)) cells.further("Own labels", `${label}: ${value}`);
}

/** RFC 3966: `tel:+1-418-656-9254;ext=102`. */
function phoneText(text: string): string {
  const number = withoutScheme(text, "tel:");
  if (number === text) return text;
  const [digits = "", ...params] = number.split(";");
  const paramOf = (name: string): string =>
    params.find((param) => param.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
  const context = paramOf("phone-context");
  const whole = context.startsWith("+") && !digits.startsWith("+") ? `${context}-${digits}` : digits;
  return paramOf("ext") === "" ? whole : `${whole} ext. ${paramOf("ext")}`;
}

/** @returns the text as it is where it has no such scheme */
function withoutScheme(text: string, scheme: string): string {
  if (text.slice(0, scheme.length).toLowerCase() !== scheme) return text;
  const rest = text.slice(scheme.length);
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}
