/** In which order a column of full names has their parts, as far as its header says so. */
import { headerWords } from "./header-key.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const FAMILY = words(
  "nachname familienname zuname nom noms apellido apellidos cognome cognomi last surname family lastname familyname achternaam familienaam nazwisko sobrenome apelido apelidos efternavn etternavn efternamn sukunimi prijmeni priezvisko фамилия soyad soyadi soyisim επωνυμο prezime priimek прізвище nume ho",
);
const GIVEN = words(
  "vorname vornamen prenom prenoms nombre nombres nome nomi first given forename firstname givenname voornaam voornamen imie imiona fornavn fornamn etunimi jmeno meno имя ad adi isim ονομα prenume ime ім ten",
);
/** The whole name, or with `Vorname` behind it the rest of it. */
const NAME = words("name naam");
/** In Hungarian no name is written otherwise. */
const HUNGARIAN = words("nev");

/** `Nom et prénom`, `Name, Vorname`, `Full name (last, first)`: the family name stands in front. */
export function saysFamilyFirst(header: string): boolean {
  const all = headerWords(header);
  if (all.some((word) => HUNGARIAN.has(word))) return true;
  const given = all.findIndex((word) => GIVEN.has(word));
  if (given < 0) return false;
  const family = all.findIndex((word) => FAMILY.has(word));
  if (family >= 0) return family < given;
  return given > 0 && all.slice(0, given).every((word) => NAME.has(word)) && /^v/.test(all[given] ?? "");
}
