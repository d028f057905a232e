/** Which characters besides the usual ones may delimit the cells of a text: those that nearly every line holds. */

const JUDGED_CHARS = 16 * 1024;
const JUDGED_LINES = 60;
const MOST_CANDIDATES = 12;
const MOST_LINES = 0.8;

/** Punctuation that values are full of: it delimits only where it stands between quotes. */
const MARKS = /[^\p{L}\p{N}\p{M}\s"'@.,;|/()_\-\ufffd\0]|[\x1c-\x1f\x01]/gu;
const BETWEEN_QUOTES = /["']([^\p{L}\p{N}\s,;|]| )["']/gu;

/** @returns the most frequent first */
export function candidateDelimiters(text: string): readonly string[] {
  const lines = text
    .slice(0, JUDGED_CHARS)
    .split(/\r\n|\r|\n/, JUDGED_LINES)
    .filter((line) => line.trim() !== "");
  const counts = new Map<string, number>();
  for (const line of lines) {
    const marks = line.match(MARKS) ?? [];
    const quoted = Array.from(line.matchAll(BETWEEN_QUOTES), ([, mark = ""]) => mark);
    for (const mark of new Set([...marks, ...quoted]))
      if (mark.length === 1) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return [...counts]
    .filter(([mark, count]) => count >= lines.length * MOST_LINES && !`"'`.includes(mark))
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_CANDIDATES)
    .map(([mark]) => mark);
}
