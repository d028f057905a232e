/** How lines end. The reader takes every line end as it comes; this is for showing, and for writing the file again. */
import type { Dialect, Evidence } from "../dialect.ts";

type Newline = Dialect["newline"];

const WORDS: Readonly<Record<Newline, string>> = {
  "\n": "Lines end with \\n.",
  "\r\n": "Lines end with \\r\\n.",
  "\r": "Lines end with \\r, as on old Macs.",
  mixed: "Lines end in different ways; each is honoured.",
};

/** Line ends inside quotes are part of a value and say nothing about the file. */
export function sniffNewline(text: string, quote: string): Newline {
  const found = new Set<string>();
  let inQuotes = false;
  for (const [mark] of text.matchAll(/\r\n|\r|\n|["']/g)) {
    if (mark === '"' || mark === "'") {
      if (mark === quote) inQuotes = !inQuotes;
    } else if (!inQuotes) found.add(mark);
  }
  const [only = "\n", ...more] = found;
  return more.length > 0 ? "mixed" : (only as Newline);
}

export const newlineEvidence = (newline: Newline): Evidence => ({ about: "newline", says: WORDS[newline] });
