/** Yes or no, in the words, marks and numbers that people and exports use for it. Canonical form: `yes`, `no`. */
import { type Reading, unreadable } from "../unreadable.ts";
import { trimCell } from "./clean-text.ts";

const YES_NO_UNREADABLE = unreadable("yes_no_unreadable");

const YES =
  "yes y yep ein yeah true t 1 1.0 x on ok checked enabled ✓ ✔ ☑ ✅ √ ja j jawohl wahr waar oui vrai si sí s sim sì verdadero verdadeiro vero sant sand prawda " +
  "da да tak kyllä kylla igen ano áno evet ναι ναί はい 是 是的 예 네 نعم हाँ हां có";
const NO =
  "no n nope aus false f 0 0.0 off unchecked disabled ✗ ✘ ☐ ❌ nein falsch onwaar non faux não nao falso falskt falsk fałsz nee nej nei ei nie ne nem нет ні hayır hayir όχι いいえ 否 不是 不 아니요 아니오 لا नहीं không";

const WORDS = new Map<string, "yes" | "no">();
for (const word of YES.split(" ")) WORDS.set(word, "yes");
for (const word of NO.split(" ")) WORDS.set(word, "no");

export function normaliseYesNo(raw: string): Reading {
  const exact = WORDS.get(raw);
  if (exact !== undefined) return exact;
  const text = trimCell(raw);
  if (text === "") return "";
  return (
    WORDS.get(
      text
        .normalize("NFC")
        .toLowerCase()
        .replace(/\ufe0f$/, ""),
    ) ?? YES_NO_UNREADABLE
  );
}
