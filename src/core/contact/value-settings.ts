/** What the values of one column are read with: chosen once per import, from policy, options and the column's own evidence. */
import type { DateOrder, Policy } from "../policy/policy.ts";
import type { OwnerLookup } from "./types/owner.ts";
import type { ShortYears } from "./types/short-date.ts";

export type ValueSettings = {
  /** ISO 3166 two-letter code for phones that name no country; `""` = none. */
  readonly country: string;
  /** Order of numeric dates whose year stands last. `unknown`: only dates that read the same either way are taken. */
  readonly dateOrder: DateOrder | "unknown";
  /** `unknown`: a number that fits English grouping is read so (`1,234` is one thousand...). */
  readonly decimalMark: "." | "," | "unknown";
  /** Numbers of five digits are a spreadsheet's counts of days. */
  readonly dayCounts?: boolean;
  /** Of the amounts of the column, as `currencyOf` says it; absent = not known. */
  readonly currency?: string;
  /** How years of two digits are read; absent = not at all. */
  readonly shortYears?: ShortYears;
  /** Single characters that part the values of a list. */
  readonly multiSeparators: readonly string[];
  /** Tags that the workspace has: those that hold a separator are not split. Absent = none is known. */
  readonly knownTags?: readonly string[];
  /** An unknown option becomes a new one instead of a problem. */
  readonly createOptions: boolean;
  /** The members that owners and followers must be; absent = they are kept as they are written. */
  readonly owners?: OwnerLookup;
  /** The members that account managers must be, by their addresses. */
  readonly managers?: OwnerLookup;
};

/** Values that stand alone, without a column whose other values tell how they are meant. */
export const valueSettingsOf = (
  policy: Pick<Policy, "defaultCountry" | "dateOrder" | "multiSeparators">,
): ValueSettings => ({
  country: policy.defaultCountry,
  dateOrder: policy.dateOrder === "ask" ? "unknown" : policy.dateOrder,
  decimalMark: "unknown",
  multiSeparators: policy.multiSeparators,
  createOptions: true,
});
