/**
 * The words of the language that is spoken; no other is fetched. The first page brings its own few; all the others come with
 * the first thing that is fetched after it, and before that is shown.
 */
import type { Words } from "./en.ts";
import type { Language } from "./language.ts";

const FIRST = { en: () => import("./en-first.ts"), de: () => import("./de-first.ts") };
const ALL = { en: () => import("./en.ts"), de: () => import("./de.ts") };

type Spoken = { readonly language: Language; readonly words: Words };

let spoken: Promise<Spoken> | null = null;

/** Those of the first page. The object gets the others when something is fetched that says them. */
export async function speakFirst(language: Language): Promise<Words> {
  // Nothing of the first page says the others; a test walks its files.
  spoken = FIRST[language]().then(({ firstWords }) => ({ language, words: { ...firstWords } as Words }));
  return (await spoken).words;
}

/** Throws where they cannot be fetched; what was spoken before stays. */
export async function speak(language: Language): Promise<Words> {
  const { words } = await ALL[language]();
  // Only once they have come: what is fetched later waits for these, and must not wait for what failed.
  spoken = Promise.resolve({ language, words });
  return words;
}

/** Wraps what fetches something after the first page, which may then say anything. */
export const fetched =
  <Module>(fetch: () => Promise<Module>) =>
  async (): Promise<Module> => {
    const [module] = await Promise.all([fetch(), sayAll()]);
    return module;
  };

async function sayAll(): Promise<void> {
  if (spoken === null) return;
  const { language, words } = await spoken;
  const all = (await ALL[language]()).words;
  if (words !== all) Object.assign(words, all);
}
