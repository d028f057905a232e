/** Known words that a mistyped one may have meant, for refusals that name them. */

/** At most three, nearest first; words that begin with what was typed count as near. */
export function nearWords(typed: string, known: readonly string[]): readonly string[] {
  const text = fold(typed).slice(0, MAX_WORD);
  const most = Math.max(1, Math.floor(text.length / 3));
  return known
    .map((word) => ({ word, distance: distanceTo(text, fold(word)) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ word }) => word);
}

const MAX_WORD = 60;

const fold = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

function distanceTo(typed: string, word: string): number {
  if (typed.length >= 3 && (word.startsWith(typed) || typed.startsWith(word))) return 0.5;
  return editDistance(typed, word);
}

/** Levenshtein's distance by rows. */
export function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
