/** Text from files and arguments as messages quote it: one line, short, and nothing in it that a terminal or a page could act on. */

export const MAX_SHOWN = 80;

/** C0 and C1 controls, and the marks that reverse or hide text: bidi controls, zero-width characters, separators of lines. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

export function shown(text: string): string {
  // A cell may have megabytes; only its beginning is looked at.
  const plain = text
    .slice(0, MAX_SHOWN * 4)
    .replace(UNSEEN, " ")
    .trim()
    .toWellFormed();
  return plain.length <= MAX_SHOWN && text.length <= MAX_SHOWN * 4 ? plain : `${cut(plain)}…`;
}

/** Never half a surrogate pair. */
const cut = (text: string): string => text.slice(0, MAX_SHOWN - 1).replace(/[\ud800-\udbff]$/, "");
