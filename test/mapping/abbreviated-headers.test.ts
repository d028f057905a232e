/** Headers as offices abbreviate them, from exports of accounting, newsletter and address programs in eight languages. */
import { describe, expect, test } from "vitest";
import { propose } from "./propose.ts";

/** A field, and the headers that are it. */
const MEANT: readonly (readonly [string, string])[] = [
  ["account_id", "Kd.-Nr. | Kd-Nr | KdNr | Kd.Nr. | KD_NR | Kundennr. | Kunden-Nr."],
  [
    "account_id",
    "No client | Num. client | Nº cliente | N.º cliente | Núm. de cliente | Cód. cliente | Cod. Cli. | Nr. cliente",
  ],
  ["account_id", "Cód. do cliente | Klantcode | Debiteurnr. | Kod klienta | Nr kontrahenta | Cust #"],
  [
    "phone",
    "Tel. Büro | Tel. geschäftl. | Tel. dienstl. | Tel. gesch. | Tel. priv. | Telefon (geschäftlich) | Telefon (Büro)",
  ],
  [
    "phone",
    "Telefon Arbeit | Telefon Buero | Mobil | Handy | Mobil gesch. | Mobil priv. | Dienstl. Telefon | Diensthandy | Natel | Tel. direkt",
  ],
  ["phone", "Tél. travail | Tél. direct | Tél. port. | N° de tél. | Num. tél. | N° portable | Tél. bureau"],
  ["phone", "Tel. oficina | Teléfono (oficina) | Núm. teléfono | Número móvil | Teléfono directo"],
  ["phone", "Tel. abit. | Tel. cell. | Numero cellulare | Cellulare aziendale | Numero telefono"],
  ["phone", "Tel. kantoor | Telefoon kantoor | Mobiel nr. | GSM-nummer | Vast telefoonnummer"],
  [
    "phone",
    "Tel. trabalho | Telefone (trabalho) | Telefone escritório | Telef. | Tlm. | Tel. służb. | Telefon do pracy | Nr kom.",
  ],
  ["phone", "Daytime Phone | Cell No. | Ph #"],
  ["email", "E-Mail gesch. | E-Mail priv. | E-Mail Arbeit | E-Mail Büro | Mail dienstl. | E-mail trabalho | Correo-e"],
  ["full_name", "Vor- u. Nachname | Vor-/Nachname | Contactpersoon | Osoba kontaktowa | Persona di contatto"],
  ["first_name", "Vorname (Adressattyp natürl. Person)"],
  ["last_name", "Name (Adressattyp natürl. Person)"],
  ["account_name", "Name (Adressattyp Unternehmen) | Aktuelles Unternehmen | Entreprise actuelle"],
  ["job_title", "Aktuelle Position | Poste actuel | Cargo atual"],
  ["birthday", "Geb.-Dat. | Né(e) le | F. nacimiento | Fecha de nac. | Data nascita | Data de nasc."],
  ["street", "Straße u. Hausnr. | Str. und Nr. | Adresszeile 1 | Büro Straße"],
];

/** They sound like those above, and are not sure enough by themselves, or somebody else's. */
const NOT_MEANT: readonly string[] = [
  "No cliente | Debitoren-Nr. | Nome fantasia | Réf. client | Customer ref | Lieferanten-Nr. | Mitglieds-Nr. | Kontoname | Str.-Nr. | Adresszeile 2",
  "Büro | Arbeit | Oficina | Kantoor | Cel | Fijo | SMS | Internet | UF | Öffnungszeiten Büro",
  "Fax Büro | Fax gesch. | Telefon Assistent Büro | Tel. Firma | E-Mail Firma | Telefon Zentrale | Tel. Notfall",
];

const each = (line: string): readonly string[] => line.split(" | ");
const fieldOf = (header: string, values: readonly string[] = []): string => {
  const [column] = propose(
    [header],
    values.map((value) => [value]),
  );
  return column?.target.to === "field" ? column.target.field : "-";
};

describe("C-D1: a header that an office abbreviates is the field it means", () => {
  const meant = MEANT.flatMap(([field, line]) => each(line).map((header) => ({ header, field })));
  test.each(meant)("$header is $field", ({ header, field }) => expect(fieldOf(header)).toBe(field));

  const others = NOT_MEANT.flatMap(each).map((header) => ({ header }));
  test.each(others)("$header alone is no field", ({ header }) => expect(fieldOf(header)).toBe("-"));
});

describe("C-D1: a header that may mean anything is a field where its values say so", () => {
  test.each([
    ["SMS", "4917612345678; +33 6 12 34 56 78", "phone"],
    ["SMS", "1; 0; 1", "-"],
    ["SMS", "Ja; Nein", "-"],
    ["Internet", "www.acme.test; https://zeta.test", "website"],
    ["Internet", "DSL; Glasfaser", "-"],
    ["UF", "SP; RJ; MG", "state"],
    ["UF", "36.789,10; 36.790,00", "-"],
    ["Tlm.", "912 345 678; 961 234 567", "phone"],
    ["Tel. Büro", "3. Stock; links", "-"],
  ])("%s with %s is %s", (header, values, field) => expect(fieldOf(header, values.split("; "))).toBe(field));
});
