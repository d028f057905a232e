/**
 * The word in a header that says which of a contact's addresses or numbers a column holds: `Business City`,
 * `Ville (bureau)`, `Adres służbowy - ulica`. Without it the rest is the plain name of a field.
 */
import { headerKey, headerWords } from "./header-key.ts";

export type Place = "work" | "mailing" | "home" | "billing" | "other";

type PlacedName = {
  readonly place: Place;
  /** Key of the header without the word. */
  readonly rest: string;
};

const WORDS: Readonly<Record<Place, string>> = {
  work:
    "business, work, office, geschäftlich, geschaeftlich, geschäftl, gesch, geschäft, geschäftliche, geschäftlicher, dienstlich, dienstliche, dienstl, beruflich, Büro, Buero, Arbeit, " +
    "bureau, travail, professionnel, professionnelle, oficina, de oficina, de la oficina, escritório, do escritório, trabalho, kantoor, op kantoor, praca, do pracy, służb, " +
    "pro, del trabajo, de trabajo, trabajo, laboral, uff, ufficio, lavoro, di lavoro, comercial, do endereço comercial, endereço comercial, do trabalho, " +
    "profissional, op werk, werk, werkadres, zakelijk, zakelijke, adres służbowy, służbowy, służbowa, służbowe, firmowy",
  mailing:
    "mailing, Postanschrift, adresse postale, postal, correspondence, korespondencyjny, de correspondencia, correspondance",
  home:
    "home, personal, private, residential, privat, priv, private, privater, domicile, perso, personnel, personnelle, del domicilio, domicilio, particular, de casa, casa, " +
    "ab, abit, abitazione, di casa, personale, residencial, do endereço residencial, endereço residencial, da residência, de residência, pessoal, huisadres, " +
    "huis, thuis, privé, adres domowy, domowy, domowa, prywatny",
  billing: "billing",
  other:
    "other, weitere, weiterer, weiteres, weiteres r, weiteres e, autre, otra, otro, altra, altro, outro, outra, do outro endereço, ander, andere, ander adres, " +
    "inny, inna, inny adres, alternate, alternative",
};

type Phrase = { readonly words: readonly string[]; readonly place: Place };

/** Longer ones first: `Adres służbowy - ulica` is a street, `Adres służbowy` alone an address. */
const PHRASES: readonly Phrase[] = Object.entries(WORDS)
  .flatMap(([place, list]) => list.split(", ").map((words) => ({ words: headerWords(words), place: place as Place })))
  .sort((a, b) => b.words.length - a.words.length);

/** What the header may be without its word for a place, the likeliest first. */
export function placedNames(header: string): readonly PlacedName[] {
  const words = headerWords(header);
  if (words.length < 2) return [];
  return PHRASES.flatMap((phrase) => {
    const at = positionOf(phrase.words, words);
    const rest = at < 0 ? [] : [...words.slice(0, at), ...words.slice(at + phrase.words.length)];
    return rest.length === 0 ? [] : [{ place: phrase.place, rest: headerKey(rest.join("")) }];
  });
}

function positionOf(phrase: readonly string[], words: readonly string[]): number {
  for (let at = 0; at + phrase.length <= words.length; at++) {
    // The `Postal` of `Postal code` says nothing of a place.
    if (words[at] === "postal" && words[at + 1] === "code") continue;
    if (phrase.every((word, step) => words[at + step] === word)) return at;
  }
  return -1;
}
