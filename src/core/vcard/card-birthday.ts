/** Birthdays in all forms of ISO 8601 that cards use. One that is not a whole date is kept as it stands. */
import type { Cells } from "./card-cell-map.ts";
import type { CardValue } from "./card-value.ts";
import { param } from "./property.ts";
import { unescaped } from "./property-text.ts";

/** Whole dates, with or without hyphens and a time behind. */
const WHOLE = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/i;
/** Some day of an unknown year, or a year or month alone. */
const IN_PART = /^(?:--.*|---.*|\d{4}(?:-\d{2})?)$/;

const APPLES_NO_YEAR = "1604";

export function birthdayCells(values: readonly CardValue[], cells: Cells): void {
  for (const { property, text } of values) {
    const written = unescaped(text).trim();
    const whole = WHOLE.exec(written);
    const [, year = "", month = "", day = ""] = whole ?? [];
    // Apple writes a year of its own where none is known, and mostly says so.
    const omitted = param(property, "x-apple-omit-year");
    if (whole !== null && (omitted === year || year === APPLES_NO_YEAR))
      cells.further("Birthday in part", `--${month}-${day}`);
    else if (whole !== null) take(`${year}-${month}-${day}`, cells);
    else if (IN_PART.test(written) || param(property, "value") === "text") cells.further("Birthday in part", written);
    else take(written, cells);
  }
}

function take(date: string, cells: Cells): void {
  if (!cells.first("Birthday", date)) cells.further("Birthday in part", date);
}
