/** Until when an API key is to work, as people say it: for a time, until a day, or without an end. */
import { accept, type Result, refuseNaming } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";

/** What nobody remembers ends by itself. */
export const DEFAULT_EXPIRY = "365d";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const UNIT_MS: Readonly<Record<string, number>> = { h: HOUR_MS, d: DAY_MS, w: 7 * DAY_MS, y: 365 * DAY_MS };
/** The last moment that a date can name. */
const MAX_MS = 8_640_000_000_000_000;

/**
 * Milliseconds since 1970; null = never.
 *
 * @param text `12h`, `90d`, `6w`, `1y`, `2027-01-31` (its whole day in UTC) or `never`
 */
export function readExpiry(text: string = DEFAULT_EXPIRY, now: number): Result<number | null> {
  const said = text.trim().toLowerCase();
  if (said === "never") return accept(null);
  const [, amount, unit = ""] = /^(\d{1,9})\s*([hdwy])$/.exec(said) ?? [];
  const at = amount === undefined ? endOfDay(said) : now + Number(amount) * (UNIT_MS[unit] ?? 0);
  if (at === null || at > MAX_MS)
    return refuseNaming("key_invalid", [text], `“${shown(text)}” is no time for which a key could work.`);
  if (at <= now)
    return refuseNaming("key_invalid", [text], `With “${shown(text)}” the key would have expired already.`);
  return accept(at);
}

function endOfDay(said: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(said)) return null;
  const start = Date.parse(`${said}T00:00:00Z`);
  // The 30th of February is no day, though some would read it as the 2nd of March.
  const isDay = !Number.isNaN(start) && new Date(start).toISOString().startsWith(said);
  return isDay ? start + DAY_MS - 1 : null;
}
