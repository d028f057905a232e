/** Gives the pages their words, and lets the reader choose others. */
import { notifications } from "@mantine/notifications";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { Words } from "./en.ts";
import { keepLanguage, LANGUAGES, type Language, localeOf, tellLanguage } from "./language.ts";
import { speak } from "./spoken-words.ts";

type Spoken = {
  readonly words: Words;
  readonly language: Language;
  /** BCP 47, for `Intl`. */
  readonly locale: string;
  readonly speak: (language: Language) => void;
};

const Context = createContext<Spoken | null>(null);

type Props = { readonly first: Words; readonly language: Language; readonly children: ReactNode };

export function WordsProvider({ first, language: began, children }: Props) {
  const [{ words, language }, setSpoken] = useState({ words: first, language: began });
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo(
    () => ({
      words,
      language,
      locale: localeOf(language),
      speak: (next: Language) =>
        void speak(next).then(
          (loaded) => {
            keepLanguage(next);
            tellLanguage(next);
            setSpoken({ words: loaded, language: next });
          },
          () => {
            const title = words.shell.notSpoken(LANGUAGES[next]);
            notifications.show({ id: title, title, message: words.shell.notSpokenFix, color: "red" });
          },
        ),
    }),
    [words, language],
  );
  return <Context value={spoken}>{children}</Context>;
}

export function useSpoken(): Spoken {
  const spoken = useContext(Context);
  if (spoken === null) throw new Error("There are no words outside WordsProvider.");
  return spoken;
}

export const useWords = (): Words => useSpoken().words;
