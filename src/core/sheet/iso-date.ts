/** Dates and times that a sheet writes out in the forms of ISO 8601, as cells show them. */

const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?$/;
const DURATION = /^PT(?:(\d{1,6})H)?(?:(\d{1,4})M)?(?:(\d{1,4})(?:[.,]\d*)?S)?$/;

/** `2024-03-05T00:00:00` is a day; a time that is not midnight stays, to the second. Other texts are answered as they are. */
export function isoDate(text: string): string {
  const [, date, time] = DATE_TIME.exec(text.trim()) ?? [];
  if (date === undefined) return text;
  return time === "00:00:00" ? date : `${date} ${time}`;
}

/** `PT09H05M00S` is `09:05`. Other texts are answered as they are. */
export function isoTime(text: string): string {
  const match = DURATION.exec(text.trim());
  if (!match) return text;
  const [hours, minutes, seconds] = match.slice(1).map((part) => (part ?? "0").padStart(2, "0"));
  return `${hours}:${minutes}${Number(seconds) === 0 ? "" : `:${seconds}`}`;
}
