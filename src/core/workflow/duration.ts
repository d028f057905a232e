/** Lengths of time as people write them: `45s`, `10 minutes`, `2 days`, `1h30m`. Kept as milliseconds. */

const UNITS = [
  { unit: "w", ms: 604_800_000, words: /^w(eeks?)?$/ },
  { unit: "d", ms: 86_400_000, words: /^d(ays?)?$/ },
  { unit: "h", ms: 3_600_000, words: /^h((ou)?rs?)?$/ },
  { unit: "m", ms: 60_000, words: /^m(in(ute)?s?)?$/ },
  { unit: "s", ms: 1_000, words: /^s(ec(ond)?s?)?$/ },
] as const;

/** Two years: a longer one is a slip of the pen. */
export const MAX_DURATION_MS = 2 * 366 * 86_400_000;

/** Milliseconds; undefined where the text is no length of time, or longer than two years. */
export function parseDuration(text: string): number | undefined {
  const parts = text.trim().toLowerCase();
  if (!/^(?:\d{1,9}\s*[a-z]{1,7}\s*){1,5}$/.test(parts)) return undefined;
  let total = 0;
  for (const [, digits = "", word = ""] of parts.matchAll(/(\d+)\s*([a-z]+)/g)) {
    const unit = UNITS.find(({ words }) => words.test(word));
    if (unit === undefined) return undefined;
    total += Number(digits) * unit.ms;
  }
  return total <= MAX_DURATION_MS ? total : undefined;
}

/** In the largest units that say it exactly; reading it gives the same length back. */
export function renderDuration(ms: number): string {
  let left = ms;
  let text = "";
  for (const { unit, ms: size } of UNITS) {
    const times = Math.floor(left / size);
    if (times > 0) text += `${times}${unit}`;
    left -= times * size;
  }
  return text === "" ? "0s" : text;
}
