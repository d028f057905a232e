/** A word that a text is to hold, as the pattern of a `like ... escape '\'`. */
export const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, (char) => `\\${char}`)}%`;
