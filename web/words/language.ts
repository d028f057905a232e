/** Which language the pages speak: as chosen here before, else the first that the browser asks for and there is. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;

export type Language = keyof typeof LANGUAGES;

const KEPT = "muster-language";

const isLanguage = (text: string | null): text is Language => text !== null && Object.hasOwn(LANGUAGES, text);

export function chosenLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (isLanguage(kept)) return kept;
  const wanted = navigator.languages.map((tag) => tag.split("-", 1)[0] ?? "").find(isLanguage);
  return wanted ?? "en";
}

export const keepLanguage = (language: Language): void => localStorage.setItem(KEPT, language);

/** For dates and numbers: the reader's own variant of the language, such as en-GB, where the browser has one. */
export const localeOf = (language: Language): string =>
  navigator.languages.find((tag) => tag.split("-", 1)[0] === language && isLocale(tag)) ?? language;

/** Browsers on bare systems say `en-US@posix`, which they do not understand themselves. */
function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
