/** German for sentences that are said in English where they arise, and are recognised by their words. */

/** `{}` is a value that stays as it is, any other place is named: `{cell}`. Both languages have them in the same order. */
export type Sentence = readonly [english: string, german: string];

const PLACE = /\{\w*\}/g;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * @param sentences the more particular one stands first
 * @param spoken what stands in the place `place`, in German; as it is where it is left out
 * @returns null for a sentence that is none of them
 */
export function recogniser(
  sentences: readonly Sentence[],
  spoken: (value: string, place: string) => string = (value) => value,
): (said: string) => string | null {
  const known = sentences.map(([english, german]) => ({
    pattern: new RegExp(`^${english.split(PLACE).map(escaped).join("(.+?)")}$`, "s"),
    german,
  }));
  return (said) => {
    for (const { pattern, german } of known) {
      const values = pattern.exec(said)?.slice(1);
      if (values === undefined) continue;
      let at = 0;
      return german.replace(PLACE, (place) => spoken(values[at++] ?? "", place));
    }
    return null;
  };
}
