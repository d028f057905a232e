/** Which language the pages speak: as chosen here before, else the first that the browser asks for and there is. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;

export type Language = keyof typeof LANGUAGES;

const KEPT = "muster-language";

export const isLanguage = (text: string | null): text is Language => text !== null && Object.hasOwn(LANGUAGES, text);

export function chosenLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  return isLanguage(kept) ? kept : browserLanguage();
}

export const browserLanguage = (): Language =>
  navigator.languages.map((tag) => tag.split("-", 1)[0] ?? "").find(isLanguage) ?? "en";

export const keepLanguage = (language: Language): void => localStorage.setItem(KEPT, language);

const YEAR_SECONDS = 31_536_000;

/** The server says what is wrong in this language, downloads included, and with fixes for whoever is at a page. */
export const tellLanguage = (language: Language): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: the store of cookies is not in every browser
  document.cookie = `muster-reader=page-${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
};

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
