/** How long something is kept, as people write it: `90d`, `2 years`, or `forever`. */
import { parseDuration, renderDuration } from "../workflow/duration.ts";
import type { PolicyValueKind } from "./policy-value.ts";

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
const MOST_YEARS = 100;

const isKept = (value: number): boolean =>
  Number.isInteger(value) && value >= DAY_MS && value <= MOST_YEARS * YEAR_MS && value % 1000 === 0;

const daysOr = (value: number): string => (value % DAY_MS === 0 ? `${value / DAY_MS}d` : renderDuration(value));

export const keepFor: PolicyValueKind<number | null> = {
  takes: "a length of time of a day or more such as 30d, 12w or 2y, or forever",
  form: { kind: "duration", options: [], none: "forever" },
  parse(text) {
    if (/^\s*(forever|always)\s*$/i.test(text)) return null;
    const years = /^\s*(\d{1,3})\s*y(ears?)?\s*$/i.exec(text)?.[1];
    const ms = years === undefined ? parseDuration(text) : Number(years) * YEAR_MS;
    return ms !== undefined && isKept(ms) ? ms : undefined;
  },
  render: (value) => (value === null ? "forever" : value % YEAR_MS === 0 ? `${value / YEAR_MS}y` : daysOr(value)),
  accepts: (value): value is number | null => value === null || (typeof value === "number" && isKept(value)),
};
