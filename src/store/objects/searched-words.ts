/** Words of a search that count; a pasted page is no search, and each word is one more condition. */
const MOST_WORDS = 20;

/** The words of a search, each of which an object has to hold somewhere. */
export const searchedWords = (search: string | null): readonly string[] =>
  (search ?? "")
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS);
