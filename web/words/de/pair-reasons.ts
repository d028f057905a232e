/** In German: why two contacts may be one person (`core/duplicates`). */
import { recogniser, type Sentence } from "../../../src/core/problem/german/sentences.ts";

const SENTENCES: readonly Sentence[] = [
  // Names.
  ["neither has a name", "keiner von beiden hat einen Namen"],
  ["only one of them has a name", "nur einer von beiden hat einen Namen"],
  ["same name, {names}", "gleicher Name, {names}"],
  ["first and last name swapped, {names}", "Vor- und Nachname vertauscht, {names}"],
  ["two spellings of one name, {names}", "zwei Schreibweisen eines Namens, {names}"],
  ["forms of one name, {names}", "Formen eines Namens, {names}"],
  ["one name is part of the other, {names}", "ein Name ist Teil des anderen, {names}"],
  ["one name is a word of the other, {names}", "ein Name ist ein Wort des anderen, {names}"],
  ["the initials fit, {names}", "die Initialen passen, {names}"],
  ["names differ by a letter or two, {names}", "Namen unterscheiden sich um ein oder zwei Buchstaben, {names}"],
  ["names differ, {names}", "Namen sind verschieden, {names}"],
  ["one is {}, the other {}", "der eine ist {}, der andere {}"],
  ["only one of them is {}", "nur einer von beiden ist {}"],
  // E-mail.
  ["same mailbox of a company, {}", "gleiches Postfach einer Firma, {}"],
  ["same email, {}", "gleiche E-Mail, {}"],
  ["one mailbox under two addresses, {both}", "ein Postfach unter zwei Adressen, {both}"],
  ["a slip in the email's domain, {both}", "ein Tippfehler in der Domain der E-Mail, {both}"],
  ["emails differ at one domain, {both}", "verschiedene E-Mails an einer Domain, {both}"],
  ["emails differ by a letter, {both}", "E-Mails unterscheiden sich um einen Buchstaben, {both}"],
  ["emails' domains differ by a letter, {both}", "Domains der E-Mails unterscheiden sich um einen Buchstaben, {both}"],
  ["emails of one company in two countries, {both}", "E-Mails einer Firma in zwei Ländern, {both}"],
  ["emails that differ in the domain, {both}", "E-Mails, die sich in der Domain unterscheiden, {both}"],
  ["emails differ, {both}", "E-Mails sind verschieden, {both}"],
  ["same mailbox name at two providers, {both}", "gleicher Postfachname bei zwei Anbietern, {both}"],
  ["two ways to write the name in an email, {both}", "zwei Arten, den Namen in einer E-Mail zu schreiben, {both}"],
  // Phone.
  ["same phone, one with an extension, {both}", "gleiches Telefon, eines mit Durchwahl, {both}"],
  ["same phone, {}", "gleiches Telefon, {}"],
  ["two extensions of one phone, {both}", "zwei Durchwahlen eines Anschlusses, {both}"],
  ["phones differ only in how they begin, {both}", "Telefonnummern unterscheiden sich nur am Anfang, {both}"],
  ["phones differ by a digit, {both}", "Telefonnummern unterscheiden sich um eine Ziffer, {both}"],
  ["phones differ, {both}", "Telefonnummern sind verschieden, {both}"],
  // The rest.
  ["same LinkedIn profile, {}", "gleiches LinkedIn-Profil, {}"],
  ["two LinkedIn profiles", "zwei LinkedIn-Profile"],
  ["same birthday, {}", "gleicher Geburtstag, {}"],
  ["birthdays with day and month swapped, {both}", "Geburtstage mit vertauschtem Tag und Monat, {both}"],
  ["birthdays differ by a digit, {both}", "Geburtstage unterscheiden sich um eine Ziffer, {both}"],
  ["birthdays differ, {both}", "Geburtstage sind verschieden, {both}"],
  ["at the same account", "beim selben Konto"],
  ["both at {}", "beide bei {}"],
  ["at two accounts, {names}", "bei zwei Konten, {names}"],
  ["at two accounts", "bei zwei Konten"],
  ["same street and postal code", "gleiche Straße und Postleitzahl"],
];

/** Two values stand beside each other; a company may have the word between them in its own name, and then stays as it is. */
function joined(value: string, place: string): string {
  const parts = value.split(" and ");
  return place === "{}" || parts.length !== 2 ? value : parts.join(" und ");
}

const recognised = recogniser(SENTENCES, joined);

/** One that is not known stays English. */
export const germanPairReason = (said: string): string => recognised(said) ?? said;
