/** Web addresses and profiles of social networks. LinkedIn has a field of its own: people are recognised by it. */
import type { Cells } from "./card-cell-map.ts";
import type { CardValue } from "./card-value.ts";
import { type Property, param, typesOf } from "./property.ts";
import { unescaped } from "./property-text.ts";

const LINKEDIN_PERSON = /linkedin\.com\/(?:in|pub|profile)\b/i;
const NO_ADDRESS = /^(?:x-apple:|$)/i;

export function linkCells(values: readonly CardValue[], cells: Cells): void {
  for (const { property, text } of values) {
    if (property.name === "URL") addLink(unescaped(text).trim(), cells);
    if (property.name === "X-SOCIALPROFILE" || property.name === "SOCIALPROFILE") addProfile(property, text, cells);
  }
}

function addLink(address: string, cells: Cells): void {
  if (LINKEDIN_PERSON.test(address) && cells.first("LinkedIn URL", address)) return;
  if (LINKEDIN_PERSON.test(address) || !cells.first("Website", address)) cells.further("Other links", address);
}

function addProfile(property: Property, text: string, cells: Cells): void {
  const address = unescaped(text).trim();
  if (LINKEDIN_PERSON.test(address) && cells.first("LinkedIn URL", address)) return;
  const network = param(property, "service-type") || typesOf(property).find((type) => type !== "pref") || "";
  const user = property.params.get("x-user")?.[0] ?? property.params.get("username")?.[0] ?? "";
  const shown = NO_ADDRESS.test(address) ? user || address : address;
  cells.further("Other links", network === "" ? shown : `${network}: ${shown}`);
}
