/** Numbers, counts and text from files as people read them on a terminal. */

/** What a terminal could act on: C0 and C1 controls, and marks that reverse or hide text. */
const ACTED_ON = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** Text of any length on one line. For cells, headers and names there is `shown`, which also cuts. */
export const printable = (text: string): string => text.replace(ACTED_ON, " ");

/** Between groups of three digits, none of them behind a point. `Intl` does the same, but takes as long to load as a small command to run. */
const THOUSANDS = /(?<!\.\d*)\B(?=(?:\d{3})+(?!\d))/g;

/** `1,234,567` */
export const number = (value: number): string => String(value).replace(THOUSANDS, ",");

/** `1 line`, `2 lines` */
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;

/** `contact`: `Contact` */
export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `1.9 s`, `3 min 20 s` */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

const UNITS = ["bytes", "KB", "MB", "GB", "TB"];

/** `24 KB`; thousands, as file managers count. */
export function fileSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  for (; value >= 1000 && unit < UNITS.length - 1; unit++) value /= 1000;
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit]}`;
}

/** `2026-11-21 07:40`, in the time of this machine. */
export function moment(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
