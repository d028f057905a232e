/**
 * The day counts of spreadsheets as dates. In the 1900 system day 1 is 1 January 1900 and day 60 the 29 February 1900 that
 * never was (ECMA-376 part 1, 18.17.4.1); in the 1904 system, of old Macs, day 0 is 1 January 1904.
 */

export type DateSystem = 1900 | 1904;

const DAY_SECONDS = 86_400;
/** 31 December 9999. */
const LAST_DAY = { 1900: 2_958_465, 1904: 2_957_003 } as const;
/** Days from the system's day 0 to 1970-01-01. */
const UNIX_EPOCH = { 1900: 25_569, 1904: 24_107 } as const;

const two = (number: number): string => String(number).padStart(2, "0");

/** `YYYY-MM-DD`, with ` HH:MM:SS` behind it where the time is not midnight; null where the count is no date. */
export function serialDate(serial: number, system: DateSystem): string | null {
  if (!(serial >= 0)) return null;
  // Counts are floats: the nearest second is what was meant.
  const seconds = Math.round(serial * DAY_SECONDS);
  const day = Math.floor(seconds / DAY_SECONDS);
  if (day > LAST_DAY[system] || (system === 1900 && (day === 0 || day === 60))) return null;
  const shift = system === 1900 && day < 60 ? 1 : 0;
  const date = civilDate(day + shift - UNIX_EPOCH[system]);
  const time = seconds - day * DAY_SECONDS;
  return time === 0 ? date : `${date} ${clockTime(time)}`;
}

/** `HH:MM`, with seconds where there are any; hours may be more than a day has. */
export function serialTime(serial: number): string | null {
  if (!(serial >= 0) || serial > LAST_DAY[1900]) return null;
  return clockTime(Math.round(serial * DAY_SECONDS), true);
}

function clockTime(seconds: number, mayBeShort = false): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${two(hours)}:${two(minutes)}${mayBeShort && rest === 0 ? "" : `:${two(rest)}`}`;
}

/** Days since 1970-01-01 to year, month and day, after Howard Hinnant's `civil_from_days`. */
function civilDate(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const dayOfYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
