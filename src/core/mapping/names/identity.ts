/** Names of the fields that say who a contact is: ids, names, birthday. */
import type { NamesOfField } from "./names-of-field.ts";

export const IDENTITY_NAMES: readonly NamesOfField[] = [
  { field: "id", plain: ["EG-CON-ID, muster id, muster contact id"] },
  {
    field: "external_id",
    plain: [
      "external id, external identifier, external contact id, ext id, external ref, external reference, foreign id",
      "externe ID, externe Kennung, externe Kontakt-ID, identifiant externe, ID externe, id externo, identificador externo",
      "id esterno, identificativo esterno, extern id, identyfikator zewnętrzny, zewnętrzne id",
    ],
    qualified: [
      "Datensatz-ID, Datensatznummer, id d'enregistrement, id de registro, id del registro, id record, id do registro, identyfikator rekordu, Mitglied-ID, MitgliedID, Kontaktnummer",
      "user id, unique external id, customer contact id, crm contact id, import id, source id",
      "id, record id, uid, uuid, guid, unique id, contact id, contact key, person id, lead id, member id, subscriber id",
      "crm id, legacy id, hs object id, contact uuid, kontakt id, id contact, id contacto",
      "id contatto, apollo contact id, prospect id, Kontakt-Nr, Kontaktnr, do not modify contact, nicht ändern Kontakt, ne pas modifier contact",
      "copper id, close id, intercom id, klaviyo id, brevo id, odoo id",
    ],
  },
  {
    field: "full_name",
    plain: [
      "full name, name, nom, nombre, nombres, nome, contact name, person name, display name, complete name, fullname, fn, first and last name",
      "first name last name, last name first name, last first, first last, first last name, last and first name, surname forename, surname first name, family name given name, name last first, full name last first, name of contact, contact full name, name surname, formatted name",
      "Vor- u. Nachname, Vor-/Nachname, vollständiger Name, Vor- und Nachname, Vorname Nachname, Vorname und Nachname, Nachname Vorname, Nachname und Vorname, Familienname Vorname, Name Vorname, Kontaktname, Anzeigename",
      "nom complet, nom et prénom, nom prénom, noms et prénoms, nom et prénoms, nom prénoms, prénom et nom, prénom nom, nom du contact",
      "nombre completo, nombre y apellido, nombre y apellidos, nombre apellido, nombre apellidos, apellidos y nombre, apellidos nombre, apellido y nombre, apellidos y nombres, apellidos nombres, nombre del contacto, nombre de contacto",
      "nome completo, nome e cognome, nome cognome, cognome e nome, cognome nome, nominativo, nome contatto, nome del contatto",
      "nome e sobrenome, nome e apelido, nome do contato, nome do contacto",
      "volledige naam, naam, contactnaam, naam contactpersoon, voor- en achternaam, voornaam en achternaam, achternaam voornaam, naam voornaam, achternaam en voornaam, weergavenaam",
      "imię i nazwisko, imię nazwisko, nazwisko i imię, nazwisko imię, pełna nazwa osoby",
      "fullständigt namn, fulde navn, fullt navn, namn, navn, ФИО, полное имя, имя и фамилия, 姓名, 氏名, 名前, お名前, 이름, 성명",
    ],
    qualified: [
      "contactpersoon, persona di contatto, pessoa de contato, pessoa de contacto, osoba kontaktowa",
      "contact, contact person, Ansprechpartner, Ansprechperson, Kontaktperson, persona de contacto, interlocuteur",
    ],
  },
  {
    field: "first_name",
    plain: [
      "first name, firstname, fname, f name, given name, givenname, forename, christian name, first names",
      "Vorname, Vornamen, Rufname, Vorname (Adressattyp natürl. Person)",
      "prénom, prénoms, prénom du contact",
      "primer nombre, nombre de pila",
      "nome di battesimo, primeiro nome, nome próprio",
      "voornaam, voornamen, roepnaam",
      "imię, imiona",
      "förnamn, fornavn, etunimi, křestní jméno, jméno, keresztnév, имя, 名",
    ],
    qualified: ["first, Firmenzusatz / Vorname, Namenszusatz / Vorname"],
  },
  {
    field: "last_name",
    plain: [
      "last name, lastname, lname, l name, surname, family name, familyname, last names",
      "Nachname, Familienname, Zuname, Name (Adressattyp natürl. Person)",
      "nom de famille",
      "apellido, apellidos, primer apellido, apellido paterno",
      "cognome, sobrenome, último nome",
      "achternaam, familienaam",
      "nazwisko",
      "efternamn, efternavn, etternavn, sukunimi, příjmení, vezetéknév, фамилия, 姓",
    ],
    qualified: ["last, apelido, Firmenname / Nachname, Firma / Nachname, Nachname / Firma"],
  },
  {
    field: "birthday",
    plain: [
      "Geb-Dat, date naissance, né(e) le, f nacimiento, fecha de nac, data nascita, data di nasc, data de nasc, DateNaiss, date naiss, dt nascimento, data nasc, fecha nac, geb.datum, data ur, Geburtsdat",
      "birthday, birth date, birthdate, date of birth, dob, born, bday, birth day, contact birthday",
      "Geburtstag, Geburtsdatum, Geb Datum, geb, geb am, geboren am, date de naissance, anniversaire, né le, fecha de nacimiento, cumpleaños, fecha nacimiento",
      "data di nascita, compleanno, nato il, data de nascimento, aniversário, geboortedatum, verjaardag, data urodzenia, urodziny",
      "födelsedatum, fødselsdag, fødselsdato, дата рождения, день рождения, 生日, 出生日期, 生年月日, 誕生日, 생년월일",
    ],
  },
];
