/** The properties of one card as cells: what Muster has a field for under the field's name, everything else beside it. */
import type { FileText } from "../tabular/decoding/sampled-lines.ts";
import { addressCells } from "./card-address.ts";
import { birthdayCells } from "./card-birthday.ts";
import { Cells } from "./card-cell-map.ts";
import { linkCells } from "./card-links.ts";
import { nameCells } from "./card-name.ts";
import { emailCells, phoneCells } from "./card-numbers.ts";
import type { CardValue } from "./card-value.ts";
import { type Property, preference, typesOf } from "./property.ts";
import { STRAY } from "./property-lines.ts";
import { decodedValue, splitValue, unescaped } from "./property-text.ts";

/** About the file or its layout, not about the person; or used elsewhere. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  ...["VERSION", "PRODID", "REV", "PROFILE", "NAME", "CLIENTPIDMAP", "X-ABLABEL", "X-ABADR", "X-MS-OL-DESIGN"],
]);
const KEPT_NAMES: Readonly<Record<string, string>> = {
  NICKNAME: "Nickname",
  "X-NICKNAME": "Nickname",
  ROLE: "Role",
  ANNIVERSARY: "Anniversary",
  "X-ANNIVERSARY": "Anniversary",
  GENDER: "Gender",
  IMPP: "Instant messaging",
  PHOTO: "Photo",
  [STRAY]: "Text without a property",
};

export function cardCells(properties: readonly Property[], file: FileText): ReadonlyMap<string, string> {
  const values = withLabels(properties, file);
  const of = (name: string): readonly CardValue[] => values.filter(({ property }) => property.name === name);
  const cells = new Cells();
  for (const { text } of of("UID")) cells.first("External ID", unescaped(text).replace(/^urn:uuid:/i, ""));
  const orgs = preferred(of("ORG"));
  const [company = ""] = splitValue(orgs[0]?.text ?? "", ";");
  nameCells({ shown: of("FN"), parts: of("N"), company }, cells);
  emailCells(preferred(of("EMAIL")), cells);
  phoneCells(preferred(of("TEL")), cells);
  workCells(orgs, preferred(of("TITLE")), cells);
  addressCells(preferred(of("ADR")), of("LABEL"), cells);
  birthdayCells(of("BDAY"), cells);
  linkCells(values, cells);
  for (const { text } of of("CATEGORIES")) cells.listed("Tags", splitValue(text.replace(/(?<!\\);/g, ","), ","));
  for (const { text } of of("NOTE")) cells.further("Notes", unescaped(text));
  for (const value of values) if (!READ.has(value.property.name)) keep(value, cells);
  return cells.done();
}

/** Turned into cells by what stands above. */
const READ: ReadonlySet<string> = new Set(
  "UID FN N EMAIL TEL ORG TITLE ADR LABEL BDAY URL X-SOCIALPROFILE SOCIALPROFILE CATEGORIES NOTE".split(" "),
);

function withLabels(properties: readonly Property[], file: FileText): readonly CardValue[] {
  const labels = new Map<string, string>();
  for (const property of properties) {
    if (property.name !== "X-ABLABEL" || property.group === "") continue;
    labels.set(property.group, unescaped(decodedValue(property, file)).replace(/^_\$!<(.*)>!\$_$/, "$1"));
  }
  return properties.map((property) => ({
    property,
    text: decodedValue(property, file),
    label: labels.get(property.group) ?? "",
  }));
}

const preferred = (values: readonly CardValue[]): readonly CardValue[] =>
  [...values].sort((a, b) => preference(a.property) - preference(b.property));

function workCells(orgs: readonly CardValue[], titles: readonly CardValue[], cells: Cells): void {
  orgs.forEach(({ text }, at) => {
    const [name = "", ...units] = splitValue(text, ";");
    if (at > 0) cells.further("Other organizations", [name, ...units].filter(Boolean).join(", "));
    else {
      cells.first("Account name", name);
      cells.first("Department", units.filter(Boolean).join(", "));
    }
  });
  const [first, ...more] = titles;
  if (first !== undefined) cells.first("Job title", unescaped(first.text));
  for (const { text } of more) cells.further("Role", unescaped(text));
}

function keep({ property, text, label }: CardValue, cells: Cells): void {
  const { name } = property;
  if (NOT_KEPT.has(name)) return;
  if (name === "X-ABDATE" || name === "X-ABRELATEDNAMES" || name === "RELATED") {
    const kind = label || typesOf(property).join(" ");
    const what = name === "X-ABDATE" ? "Date" : "Related";
    cells.further(kind === "" ? what : `${what}: ${kind.toLowerCase()}`, unescaped(text));
    return;
  }
  cells.further(KEPT_NAMES[name] ?? name, keptText(name, text));
}

/** Structured values of properties that nobody knows keep their semicolons. */
const keptText = (name: string, text: string): string =>
  name === "NICKNAME" ? splitValue(text, ",").join(", ") : unescaped(text);
