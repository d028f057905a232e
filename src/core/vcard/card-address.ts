/** Postal addresses: the preferred one goes into the contact's fields, the others are kept as text. */
import type { Cells } from "./card-cell-map.ts";
import type { CardValue } from "./card-value.ts";
import { splitLists, unescaped } from "./property-text.ts";

/** @param labels addresses as they would be printed (LABEL): only of use where none came in parts */
export function addressCells(addresses: readonly CardValue[], labels: readonly CardValue[], cells: Cells): void {
  const filled = addresses.map(({ text }) => splitLists(text, ", ")).filter((parts) => parts.some(Boolean));
  filled.forEach((parts, at) => {
    if (at > 0)
      cells.further(
        "Other addresses",
        parts
          .filter(Boolean)
          .join(", ")
          .replace(/\s*\n\s*/g, ", "),
      );
    else mainAddress(parts, cells);
  });
  if (filled.length === 0) for (const { text } of labels) cells.further("Street", unescaped(text));
}

function mainAddress(parts: readonly string[], cells: Cells): void {
  const [box = "", extended = "", street = "", city = "", state = "", code = "", country = "", ...more] = parts;
  const lines = [street, extended, box].filter(Boolean);
  cells.first("Street", lines.join("\n"));
  cells.first("City", city);
  cells.first("State", state);
  cells.first("Postal code", code);
  cells.first("Country", country);
  // Google writes the whole address once more behind its parts.
  const further = more.filter((part) => part !== "" && (street === "" || !part.startsWith(street)));
  cells.further("Other addresses", further.join(", "));
}
