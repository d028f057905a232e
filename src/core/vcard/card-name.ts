/**
 * A card names its person twice: as shown (FN) and in parts (N). Where the shown name is missing it is put together from
 * the parts; where the parts are missing they stay empty, because an import can split a name and cannot join one back.
 */
import type { Cells } from "./card-cell-map.ts";
import type { CardValue } from "./card-value.ts";
import { splitValue, unescaped } from "./property-text.ts";

export function nameCells(shown: readonly CardValue[], parts: readonly CardValue[], cells: Cells): void {
  const [family = "", given = "", middle = "", prefix = "", suffix = ""] = splitValue(parts[0]?.text ?? "", ";").map(
    spaced,
  );
  for (const { text } of shown) {
    const name = unescaped(text);
    if (!cells.first("Full name", name)) cells.further("Nickname", name);
  }
  cells.first("Full name", [prefix, given, middle, family, suffix].filter(Boolean).join(" "));
  cells.first("First name", given);
  cells.first("Last name", family);
  cells.first("Middle name", middle);
  cells.first("Name prefix", prefix);
  cells.first("Name suffix", suffix);
}

/** Several names in one part stand between commas: `Philip,Paul`. */
const spaced = (part: string): string => part.replace(/,(?=\S)/g, " ");
