/** Whether a column's years of two digits can be read: only birthdays tell their century, and the column their order. */
import type { ColumnDecision } from "../../../core/contact/column-evidence.ts";
import type { ShortYears } from "../../../core/contact/types/short-date.ts";
import type { DateOrder } from "../../../core/policy/policy.ts";
import type { ReadSettings } from "../import-settings.ts";

const ORDER_WORDS: Readonly<Record<DateOrder, string>> = {
  DMY: "day, month, year",
  MDY: "month, day, year",
  YMD: "year, month, day",
};

/** Null where no year of the column has two digits. @param former how they were read in the import of which these are lines */
export function shortYearsOf(
  { shortOrders, dateOrder }: Pick<ColumnDecision, "shortOrders" | "dateOrder">,
  settings: Pick<ReadSettings, "dateOrder" | "policy" | "year">,
  { areBirthdays, former }: { readonly areBirthdays: boolean; readonly former: ShortYears | undefined },
): { readonly shortYears: ShortYears | null; readonly says: string } | null {
  if (shortOrders === undefined) return null;
  const latest = settings.year;
  if (!areBirthdays || latest === undefined)
    return { shortYears: null, says: "dates with years of two digits are not read: nothing shows their century" };
  const order =
    evidentOrder(shortOrders, dateOrder) ?? former?.order ?? settings.dateOrder ?? policyOrder(settings, shortOrders);
  if (order === null)
    return {
      shortYears: null,
      says: "dates with years of two digits are not read: say in which order they are (--date-order)",
    };
  const says = `years of two digits are read as ${ORDER_WORDS[order]}, and in the century in which somebody can be born who is alive in ${latest}; where both can be, the date is not read`;
  return { shortYears: { order, latest }, says };
}

/** Dates of the column whose years have four digits say the order of the others, too. */
function evidentOrder(possible: readonly DateOrder[], shown: ColumnDecision["dateOrder"]): DateOrder | null {
  const [only] = possible;
  if (possible.length === 1 && only !== undefined) return only;
  return possible.find((order) => order === shown) ?? null;
}

function policyOrder({ policy }: Pick<ReadSettings, "policy">, possible: readonly DateOrder[]): DateOrder | null {
  return possible.find((order) => order === policy.dateOrder) ?? null;
}
