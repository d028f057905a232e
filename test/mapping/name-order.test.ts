/** C-D8: whether a header says that the family name stands in front. */
import { expect, test } from "vitest";
import { saysFamilyFirst } from "../../src/core/mapping/name-order.ts";
import { propose } from "./propose.ts";

const FAMILY_FIRST = [
  ...["Nom et prénom", "NOM PRÉNOM", "Nom, prénoms", "Nachname Vorname", "Name, Vorname", "Familienname, Vorname"],
  ...["Apellidos y nombre", "Cognome e nome", "Last name, first name", "Name (Last, First)", "Surname, Forename"],
  ...["Achternaam, voornaam", "Nazwisko i imię", "LastNameFirstName", "last_name_first_name"],
  ...["Soyadı Adı", "Nume și prenume", "Név", "Prezime i ime", "Επώνυμο Όνομα", "Прізвище та ім'я", "Họ và tên"],
];
const GIVEN_FIRST = [
  ...["Name", "Nom", "Nombre", "Nome", "Full name", "Prénom Nom", "Vor- und Nachname", "Vorname Name"],
  ...["Nombre y apellidos", "Nome e cognome", "First & last name", "First name Last name", "Imię i nazwisko"],
  ...["Name of first contact", "Nom complet", "Kontaktname"],
  ...["Ad Soyad", "Prenume Nume", "Ime i prezime", "Όνομα Επώνυμο", "Nume complet"],
];

test.each(FAMILY_FIRST)("%s: the family name is first, and it is a full name", (header) => {
  expect(saysFamilyFirst(header)).toBe(true);
  const [column] = propose([header, "Email"], [["Müller Anna", "a@b.co"]]);
  expect(column?.target).toEqual({ to: "field", field: "full_name" });
});

test.each(GIVEN_FIRST)("%s says nothing of it", (header) => {
  expect(saysFamilyFirst(header)).toBe(false);
});
