/** Names of the fields about a contact's work and company. */
import type { NamesOfField } from "./names-of-field.ts";

export const WORK_NAMES: readonly NamesOfField[] = [
  {
    field: "job_title",
    plain: [
      "job title, jobtitle, job, occupation, profession, job position, job role, current title, current job title, current position, business title, professional title, organization title, designation, title at company",
      "Aktuelle Position, poste actuel, puesto actual, cargo actual, cargo atual, posizione attuale, huidige functie, obecne stanowisko",
      "Berufsbezeichnung, Jobtitel, Arbeitstitel, Stellenbezeichnung, Beruf, Positionsbezeichnung",
      "intitulé du poste, intitulé de poste, titre du poste, titre de poste, poste, poste occupé, profession, fonction",
      "cargo, puesto, puesto de trabajo, título del puesto, nombre del puesto, profesión, ocupación",
      "titolo professionale, qualifica, mansione, posizione lavorativa, ruolo aziendale, professione",
      "profissão, título do cargo, cargo profissional, ocupação",
      "functietitel, functie, functieomschrijving, beroep",
      "stanowisko, nazwa stanowiska, tytuł zawodowy, zawód",
      "befattning, yrkestitel, stilling, stillingsbetegnelse, jobbtittel, должность, 职位, 职务, 役職",
    ],
    qualified: ["title"],
    byValues: [
      "Titel, titre, título, titulo, titolo, tytuł, Rolle, rôle, rol, ruolo, função, funkcja, Funktion, function, role",
    ],
  },
  {
    field: "account_id",
    plain: [
      "account id, client id, customer id, company id, organization id, organisation id, account number, account no, customer number, customer no",
      "client number, client no, client id external id, customer code, client code, account code, acct no, acct number, cust id, cust no, associated company id, primary associated company id",
      "Kd-Nr, Kd-Nummer, Kd-ID, Kunde-Nr, cust number, No client, No de client, Num client, Num de client",
      "Núm cliente, Núm de cliente, Nr cliente, Cód cliente, Cód de cliente, Cód do cliente, Cod cli, klantcode, debiteurnr, debiteurennr, debiteurennummer, kod klienta, nr kontrahenta, kod kontrahenta",
      "Kundennummer, Kunden-Nr, Kundennr, Kunden-ID, Firmen-ID, Debitorennummer, Debitor, numéro client, n° client, code client, numéro de client, id client",
      "número de cliente, nº de cliente, código de cliente, código cliente, id de cliente, id cliente, codice cliente, numero cliente, n. cliente",
      "código do cliente, número do cliente, id do cliente, klantnummer, klantnr, klant-id, debiteurnummer, numer klienta, nr klienta, id klienta, kundnummer, kundenummer",
    ],
  },
  {
    field: "account_name",
    plain: [
      "Zugeordnetes Unternehmen, entreprise associée, empresa asociada, empresa associada, azienda associata, gekoppeld bedrijf, powiązana firma, nombre comercial de la empresa, account naam, nazwa konta",
      "Aktuelles Unternehmen, entreprise actuelle, empresa actual, azienda attuale, empresa atual, huidig bedrijf, obecna firma, acct name",
      "Name (Adressattyp Unternehmen)",
      "account name, company, company name, companyname, organization, organisation, organization name, organisation name, business name",
      "customer name, employer, employer name, company account, org, current company, current employer, associated company, primary company, primary associated company, company organization",
      "Firma, Firmenname, Unternehmen, Unternehmensname, Organisation, Kundenname, Arbeitgeber, Betrieb, Firmenbezeichnung",
      "entreprise, nom de l'entreprise, nom entreprise, société, nom de la société, nom société, raison sociale, organisation, employeur, nom du client",
      "empresa, nombre de la empresa, nombre de empresa, nombre empresa, razón social, organización, compañía, nombre de la compañía, nombre del cliente",
      "azienda, nome azienda, nome dell'azienda, società, nome società, ragione sociale, impresa, ditta, organizzazione, nome cliente",
      "nome da empresa, razão social, organização, companhia, nome do cliente",
      "bedrijf, bedrijfsnaam, naam bedrijf, organisatie, organisatienaam, werkgever, klantnaam",
      "nazwa firmy, firma, przedsiębiorstwo, organizacja, nazwa organizacji, pracodawca, nazwa klienta",
      "företag, företagsnamn, virksomhed, firmanavn, bedrift, yritys, společnost, компания, название компании, организация, 公司, 公司名称, 会社, 会社名, 회사, 회사명",
    ],
    qualified: [
      "accounts, related company, parent id name, which company do you work for, what company do you work for, where do you work, company you work for",
      "account, business, client name, firm, firm name, default address company",
    ],
  },
  {
    field: "account_domain",
    plain: [
      "account domain, domain, company domain, company domain name, domain name, organization domain, company website domain, website domain, web domain",
      "Firmendomain, Domäne, nom de domaine, domaine, dominio, domínio, dominio aziendale, domein, bedrijfsdomein, domena",
    ],
  },
  {
    field: "position",
    plain: ["position, position in company, Position im Unternehmen", "posizione, posición, posição, pozycja, positie"],
  },
  {
    field: "main_contact",
    plain: [
      "main contact, is main contact, is main, Hauptkontakt, Hauptansprechpartner, contact principal, contacto principal, contatto principale",
    ],
    qualified: ["primary contact, is primary, is primary contact, contato principal, hoofdcontact, główny kontakt"],
    byValues: ["main, main recipient"],
  },
];
