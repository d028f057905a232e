/**
 * A card names its person twice: as shown (FN) and in parts (N). Where the shown name is missing it is put together from
 * the parts; where the parts are missing they stay empty, because an import can split a name and cannot join one back.
 */
import type { Cells } from "./card-cell-map.ts";
import type { CardValue } from "./card-value.ts";
import { splitLists, unescaped } from "./property-text.ts";

/** Names in scripts whose readers write the family name first. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}々]+$/u;

/** @param company name of the card's organisation: where a card is shown under it, the person's name is in the parts */
export function nameCells(
  {
    shown,
    parts,
    company,
  }: { readonly shown: readonly CardValue[]; readonly parts: readonly CardValue[]; readonly company: string },
  cells: Cells,
): void {
  const [family = "", given = "", middle = "", prefix = "", suffix = ""] = splitLists(parts[0]?.text ?? "", " ");
  const order = FAMILY_FIRST.test(family + given) ? [family, given] : [prefix, given, middle, family, suffix];
  const joined = order.filter(Boolean).join(" ");
  for (const { text } of shown) {
    const name = unescaped(text).trim();
    if (name === company && joined !== "") continue;
    if (!cells.first("Full name", name)) cells.further("Nickname", name);
  }
  cells.first("Full name", joined);
  cells.first("First name", given);
  cells.first("Last name", family);
  cells.first("Middle name", middle);
  cells.first("Name prefix", prefix);
  cells.first("Name suffix", suffix);
}
