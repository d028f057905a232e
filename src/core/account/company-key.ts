/** The text under which a company's names meet, whether they say its legal form or not. */
import { nameKey } from "../contact/identity-key.ts";

/** As `nameKey` leaves them: dots are gone, and `GmbH & Co. KG` is three words. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  (
    "ab ag aps as asa bhd bv bvba co company corp corporation cv doo ek eg eurl gbr gesmbh gmbh inc incorporated kft kg kgaa " +
    "kk lda limited llc llp lp ltd ltda mbh nv ohg oy oyj plc pte pty sa sarl sas sasu sdn se sl sp spa spk spol srl sro ug und and"
  ).split(" "),
);

/** `Acme GmbH & Co. KG`, `ACME Inc.` and `acme` are one; a name that is nothing but a legal form stays itself. */
export function companyKey(name: string): string {
  const words = nameKey(name).split(" ");
  let end = words.length;
  while (end > 1 && LEGAL_FORMS.has(words[end - 1] ?? "")) end--;
  const start = end > 1 && words[0] === "the" ? 1 : 0;
  return words.slice(start, end).join(" ");
}
