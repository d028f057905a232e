/** What becomes of each file in `examples/`: its columns by the field they go to; every other column is kept as custom data. */
import type { ProblemCode } from "../../src/core/problem/catalogue.ts";

export type ExampleExport = {
  readonly encoding: string;
  /** All of them are created. */
  readonly lines: number;
  readonly warnings?: Partial<Record<ProblemCode, number>>;
  /** `Header = field`, a line each; `!` behind the field: its values are turned round. */
  readonly columns: string;
  /** Of the first contact: what is easily read wrongly. */
  readonly first: Readonly<Record<string, string>>;
};

export const EXAMPLE_EXPORTS: Readonly<Record<string, ExampleExport>> = {
  "google-contacts-before-2024.csv": {
    encoding: "utf-8",
    lines: 22,
    columns: `
      Name = full_name
      Given Name = first_name
      Family Name = last_name
      Birthday = birthday
      Notes = notes
      Group Membership = tags
      E-mail 1 - Value = email
      E-mail 2 - Value = additional_emails
      Phone 1 - Value = phone
      Phone 2 - Value = additional_phones
      Address 1 - Street = street
      Address 1 - City = city
      Address 1 - Region = state
      Address 1 - Postal Code = postal_code
      Address 1 - Country = country
      Organization 1 - Name = account_name
      Organization 1 - Title = job_title
      Website 1 - Value = website
    `,
    first: {
      first_name: "Jürgen",
      full_name: "Jürgen Großmann",
      last_name: "Großmann",
      phone: "+497115550143",
      birthday: "1969-03-12",
    },
  },
  "google-contacts.csv": {
    encoding: "utf-8",
    lines: 27,
    warnings: { date_unreadable: 1 },
    columns: `
      First Name = first_name
      Last Name = last_name
      Organization Name = account_name
      Organization Title = job_title
      Birthday = birthday
      Notes = notes
      Labels = tags
      E-mail 1 - Value = email
      E-mail 2 - Value = additional_emails
      Phone 1 - Value = phone
      Phone 2 - Value = additional_phones
      Address 1 - Street = street
      Address 1 - City = city
      Address 1 - Region = state
      Address 1 - Postal Code = postal_code
      Address 1 - Country = country
      Website 1 - Value = website
    `,
    first: { tags: '["Customers"]', phone: "+14155550132", additional_emails: '["ashley.w@homemail.example"]' },
  },
  "hubspot-contacts.csv": {
    encoding: "utf-8",
    lines: 22,
    columns: `
      Record ID = external_id
      First Name = first_name
      Last Name = last_name
      Email = email
      Additional email addresses = additional_emails
      Phone Number = phone
      Mobile Phone Number = additional_phones
      Job Title = job_title
      Company Name = account_name
      Website URL = website
      Street Address = street
      City = city
      State/Region = state
      Postal Code = postal_code
      Country/Region = country
      Date of birth = birthday
      Contact owner = owner
      Unsubscribed from all email = email_opt_out
    `,
    first: {
      additional_emails: '["ashley.w@homemail.example","a.whitfield@alumni.example"]',
      owner: "nora@example.com",
    },
  },
  "linkedin-connections.csv": {
    encoding: "utf-8",
    lines: 31,
    columns: `
      First Name = first_name
      Last Name = last_name
      URL = linkedin_url
      Email Address = email
      Company = account_name
      Position = position
    `,
    first: {
      first_name: "Ashley",
      last_name: "Whitfield",
      linkedin_url: "https://www.linkedin.com/in/ashley-whitfield-1a2b3",
    },
  },
  "mailchimp-audience.csv": {
    encoding: "utf-8",
    lines: 23,
    columns: `
      Email Address = email
      First Name = first_name
      Last Name = last_name
      Address = street
      Phone Number = phone
      Company = account_name
      NOTES = notes
      TAGS = tags
    `,
    first: { phone: "+14155550132", street: "1180 Mission St San Francisco CA 94103 US" },
  },
  "muster-contacts.csv": {
    encoding: "utf-8",
    lines: 28,
    columns: `
      External ID = external_id
      First name = first_name
      Last name = last_name
      Email = email
      Additional email addresses = additional_emails
      Phone = phone
      Additional phone numbers = additional_phones
      Website = website
      Job title = job_title
      Account ID = account_id
      Account name = account_name
      Birthday = birthday
      Street = street
      City = city
      State = state
      Postal code = postal_code
      Country = country
      Tags = tags
      Owner = owner
      Notes = notes
      Email opt-out = email_opt_out
    `,
    first: {
      first_name: "Ashley",
      last_name: "Whitfield",
      phone: "+14155550132",
      birthday: "1984-07-19",
      country: "US",
    },
  },
  "outlook-com.csv": {
    encoding: "utf-8",
    lines: 23,
    columns: `
      First Name = first_name
      Last Name = last_name
      E-mail Address = email
      E-mail 2 Address = additional_emails
      E-mail 3 Address = additional_emails
      Home Phone = additional_phones
      Home Phone 2 = additional_phones
      Business Phone = phone
      Business Phone 2 = additional_phones
      Mobile Phone = additional_phones
      Car Phone = additional_phones
      Other Phone = additional_phones
      Primary Phone = additional_phones
      Job Title = job_title
      Company = account_name
      Business Street = street
      Business City = city
      Business State = state
      Business Postal Code = postal_code
      Business Country/Region = country
      Personal Web Page = website
      Birthday = birthday
      Notes = notes
    `,
    first: {
      first_name: "Ashley",
      last_name: "Whitfield",
      phone: "+14155550132",
      birthday: "1984-07-19",
      country: "US",
    },
  },
  "outlook-dutch.csv": {
    encoding: "windows-1252",
    lines: 20,
    columns: `
      Voornaam = first_name
      Achternaam = last_name
      Bedrijf = account_name
      Functie = job_title
      Werkadres, straat = street
      Werkadres, plaats = city
      Werkadres, provincie = state
      Werkadres, postcode = postal_code
      Land/regio (werk) = country
      Telefoon op werk = phone
      Telefoon op werk 2 = additional_phones
      Autotelefoon = additional_phones
      Telefoon thuis = additional_phones
      Telefoon thuis 2 = additional_phones
      Mobiele telefoon = additional_phones
      Andere telefoon = additional_phones
      Hoofdtelefoon = additional_phones
      Categorieën = tags
      E-mailadres = email
      E-mailadres 2 = additional_emails
      E-mailadres 3 = additional_emails
      Notities = notes
      Verjaardag = birthday
      Webpagina = website
    `,
    first: {
      first_name: "Daniël",
      last_name: "van der Berg",
      phone: "+31205550132",
      birthday: "1974-10-13",
      country: "NL",
    },
  },
  "outlook-english.csv": {
    encoding: "windows-1252",
    lines: 22,
    columns: `
      First Name = first_name
      Last Name = last_name
      Company = account_name
      Job Title = job_title
      Business Street = street
      Business City = city
      Business State = state
      Business Postal Code = postal_code
      Business Country/Region = country
      Business Phone = phone
      Business Phone 2 = additional_phones
      Car Phone = additional_phones
      Home Phone = additional_phones
      Home Phone 2 = additional_phones
      Mobile Phone = additional_phones
      Other Phone = additional_phones
      Primary Phone = additional_phones
      Birthday = birthday
      Categories = tags
      E-mail Address = email
      E-mail 2 Address = additional_emails
      E-mail 3 Address = additional_emails
      Keywords = tags
      Notes = notes
      Web Page = website
    `,
    first: {
      first_name: "Ashley",
      last_name: "Whitfield",
      phone: "+14155550132",
      birthday: "1984-07-19",
      country: "US",
    },
  },
  "outlook-french.csv": {
    encoding: "windows-1252",
    lines: 20,
    columns: `
      Prénom = first_name
      Nom = last_name
      Société = account_name
      Titre = job_title
      Rue (bureau) = street
      Ville (bureau) = city
      Dép/Région (bureau) = state
      Code postal (bureau) = postal_code
      Pays/Région (bureau) = country
      Téléphone (bureau) = phone
      Téléphone 2 (bureau) = additional_phones
      Téléphone (voiture) = additional_phones
      Téléphone (domicile) = additional_phones
      Téléphone 2 (domicile) = additional_phones
      Tél. mobile = additional_phones
      Téléphone (autre) = additional_phones
      Téléphone principal = additional_phones
      Anniversaire = birthday
      Catégories = tags
      Adresse de messagerie = email
      Adresse de messagerie 2 = additional_emails
      Adresse de messagerie 3 = additional_emails
      Mots clés = tags
      Notes = notes
      Page Web = website
    `,
    first: { first_name: "Élodie", last_name: "Lefèvre", phone: "+33155500132", birthday: "1985-07-14", country: "FR" },
  },
  "outlook-german.csv": {
    encoding: "windows-1252",
    lines: 20,
    warnings: { phone_unreadable: 1 },
    columns: `
      Vorname = first_name
      Nachname = last_name
      Firma = account_name
      Position = position
      Straße geschäftlich = street
      Ort geschäftlich = city
      Region geschäftlich = state
      Postleitzahl geschäftlich = postal_code
      Land/Region geschäftlich = country
      Telefon geschäftlich = phone
      Telefon geschäftlich 2 = additional_phones
      Autotelefon = additional_phones
      Telefon (privat) = additional_phones
      Telefon (privat 2) = additional_phones
      Mobiltelefon = additional_phones
      Weiteres Telefon = additional_phones
      Haupttelefon = additional_phones
      Mobiltelefon 2 = additional_phones
      Beruf = job_title
      E-Mail-Adresse = email
      E-Mail 2: Adresse = additional_emails
      E-Mail 3: Adresse = additional_emails
      Geburtstag = birthday
      Kategorien = tags
      Notizen = notes
      Stichwörter = tags
      Webseite = website
    `,
    first: {
      account_name: "Großmann Präzisionsteile GmbH",
      birthday: "1969-03-12",
      phone: "+497115550143",
      notes: "Ansprechpartner für Drehteile\nRückruf vormittags",
    },
  },
  "outlook-italian.csv": {
    encoding: "windows-1252",
    lines: 20,
    columns: `
      Nome = first_name
      Cognome = last_name
      Società = account_name
      Posizione = position
      Via (uff.) = street
      Città (uff.) = city
      Provincia (uff.) = state
      CAP (uff.) = postal_code
      Paese/area geografica (uff.) = country
      Ufficio = additional_phones
      Ufficio 2 = additional_phones
      Telefono auto = additional_phones
      Abitazione 2 = additional_phones
      Cellulare = phone
      Altro telefono = additional_phones
      Telefono principale = additional_phones
      Categorie = tags
      Compleanno = birthday
      Notes = notes
      Pagina Web = website
      Indirizzo posta elettronica = email
      Indirizzo posta elettronica 2 = additional_emails
      Indirizzo posta elettronica 3 = additional_emails
      Professione = job_title
    `,
    first: {
      first_name: "Niccolò",
      last_name: "Bianchi",
      phone: "+393475550120",
      birthday: "1970-02-25",
      country: "IT",
    },
  },
  "outlook-polish.csv": {
    encoding: "windows-1250",
    lines: 20,
    columns: `
      Imię = first_name
      Nazwisko = last_name
      Firma = account_name
      Stanowisko = job_title
      Adres służbowy - ulica = street
      Adres służbowy - miejscowość = city
      Adres służbowy - województwo = state
      Adres służbowy - kod pocztowy = postal_code
      Adres służbowy - kraj/region = country
      Telefon służbowy = phone
      Telefon służbowy 2 = additional_phones
      Telefon domowy = additional_phones
      Telefon domowy 2 = additional_phones
      Telefon komórkowy = additional_phones
      Inny telefon = additional_phones
      Telefon podstawowy = additional_phones
      Adres e-mail = email
      Adres e-mail 2 = additional_emails
      Adres e-mail 3 = additional_emails
      Kategorie = tags
      Notatki = notes
      Strona sieci Web = website
      Urodziny = birthday
    `,
    first: { last_name: "Wiśniewska", birthday: "1980-06-24", street: "ul. Marszałkowska 10" },
  },
  "outlook-portuguese.csv": {
    encoding: "windows-1252",
    lines: 20,
    columns: `
      Primeiro nome = first_name
      Sobrenome = last_name
      Empresa = account_name
      Cargo = job_title
      Business Street = street
      Business City = city
      Business State = state
      Business Postal Code = postal_code
      País/Região da Empresa = country
      Telefone comercial = phone
      Telefone comercial 2 = additional_phones
      Telefone do carro = additional_phones
      Telefone residencial = additional_phones
      Telefone residencial 2 = additional_phones
      Telefone celular = additional_phones
      Outro telefone = additional_phones
      Telefone principal = additional_phones
      Birthday = birthday
      Categorias = tags
      E-mail Address = email
      Endereço de email 2 = additional_emails
      Endereço de email 3 = additional_emails
      Keywords = tags
      Página da Web = website
    `,
    first: {
      first_name: "João",
      last_name: "Conceição",
      phone: "+551135550132",
      birthday: "1979-09-07",
      country: "BR",
    },
  },
  "outlook-spanish.csv": {
    encoding: "windows-1252",
    lines: 20,
    columns: `
      Nombre = first_name
      Apellidos = last_name
      Organización = account_name
      Puesto = job_title
      Calle del trabajo = street
      Ciudad de trabajo = city
      Provincia o estado de trabajo = state
      Código postal del trabajo = postal_code
      País o región del trabajo = country
      Teléfono del trabajo = phone
      Business Phone 2 = additional_phones
      Car Phone = additional_phones
      Home Phone 2 = additional_phones
      Mobile Phone = additional_phones
      Otro teléfono = additional_phones
      Teléfono principal = additional_phones
      Birthday = birthday
      Categorías = tags
      E-mail Address = email
      Dirección de correo electrónico 2 = additional_emails
      Dirección del correo electrónico 3 = additional_emails
      Keywords = tags
      Notes = notes
      Página web = website
    `,
    first: {
      first_name: "Lucía",
      last_name: "Ibáñez Muñoz",
      phone: "+34915550132",
      birthday: "1983-04-22",
      country: "ES",
    },
  },
  "pipedrive-people.csv": {
    encoding: "utf-8",
    lines: 20,
    columns: `
      Person - Name = full_name
      Person - First name = first_name
      Person - Last name = last_name
      Person - Label = tags
      Person - Organization = account_name
      Person - Email - Work = email
      Person - Email - Home = additional_emails
      Person - Email - Other = additional_emails
      Person - Phone - Work = phone
      Person - Phone - Home = additional_phones
      Person - Phone - Mobile = additional_phones
      Person - Phone - Other = additional_phones
      Person - Owner = owner
      Person - Job title = job_title
      Person - Birthday = birthday
      Person - Postal address = street
      Person - Marketing status = email_opt_out!
      Person - Notes = notes
      Person - ID = external_id
    `,
    first: { phone: "+497115550143", additional_phones: '["+497115550144","+491715550143"]', tags: '["Hot lead"]' },
  },
  "salesforce-data-loader.csv": {
    encoding: "utf-8",
    lines: 23,
    columns: `
      ID = external_id
      ACCOUNTID = account_id
      LASTNAME = last_name
      FIRSTNAME = first_name
      NAME = full_name
      MAILINGSTREET = street
      MAILINGCITY = city
      MAILINGSTATE = state
      MAILINGPOSTALCODE = postal_code
      MAILINGCOUNTRY = country
      PHONE = phone
      MOBILEPHONE = additional_phones
      HOMEPHONE = additional_phones
      OTHERPHONE = additional_phones
      EMAIL = email
      TITLE = job_title
      BIRTHDATE = birthday
      DESCRIPTION = notes
      HASOPTEDOUTOFEMAIL = email_opt_out
    `,
    first: {
      first_name: "Ashley",
      full_name: "Ashley Whitfield",
      last_name: "Whitfield",
      phone: "+14155550132",
      birthday: "1984-07-19",
    },
  },
  "salesforce-report.csv": {
    encoding: "utf-8",
    lines: 23,
    columns: `
      First Name = first_name
      Last Name = last_name
      Title = job_title
      Account Name = account_name
      Mailing Street = street
      Mailing City = city
      Mailing State/Province = state
      Mailing Zip/Postal Code = postal_code
      Mailing Country = country
      Phone = phone
      Mobile = additional_phones
      Email = email
      Email Opt Out = email_opt_out
      Contact Owner = owner
      Birthdate = birthday
      Contact ID = external_id
      Account ID = account_id
    `,
    first: { birthday: "1984-07-19", email_opt_out: "no" },
  },
  "shopify-customers.csv": {
    encoding: "utf-8",
    lines: 22,
    columns: `
      Customer ID = external_id
      First Name = first_name
      Last Name = last_name
      Email = email
      Accepts Email Marketing = email_opt_out!
      Default Address Company = account_name
      Default Address Address1 = street
      Default Address City = city
      Default Address Province Code = state
      Default Address Country Code = country
      Default Address Zip = postal_code
      Default Address Phone = additional_phones
      Phone = phone
      Accepts SMS Marketing = sms_opt_out!
      Note = notes
      Tags = tags
    `,
    first: { external_id: "7210448301122", postal_code: "94103", email_opt_out: "no", sms_opt_out: "no" },
  },
  "stripe-customers.csv": {
    encoding: "utf-8",
    lines: 24,
    columns: `
      id = external_id
      Description = notes
      Email = email
      Name = full_name
    `,
    first: { full_name: "Ashley Whitfield" },
  },
  "thunderbird-english.csv": {
    encoding: "utf-8",
    lines: 2,
    columns: `
      First Name = first_name
      Last Name = last_name
      Display Name = full_name
      Primary Email = email
      Secondary Email = additional_emails
      Work Phone = additional_phones
      Home Phone = phone
      Mobile Number = additional_phones
      Work Address = street
      Work City = city
      Work State = state
      Work ZipCode = postal_code
      Work Country = country
      Job Title = job_title
      Organization = account_name
      Web Page 1 = website
      Birth Year = birthday
      Birth Month = birthday
      Birth Day = birthday
      Notes = notes
    `,
    first: { full_name: "Ann Lee", birthday: "1980-05-17", city: "San Francisco" },
  },
  "thunderbird-german.csv": {
    encoding: "utf-8",
    lines: 2,
    columns: `
      Vorname = first_name
      Nachname = last_name
      Anzeigename = full_name
      Primäre E-Mail-Adresse = email
      Sekundäre E-Mail-Adresse = additional_emails
      Tel. dienstlich = phone
      Tel. privat = additional_phones
      Mobil-Tel.-Nr. = additional_phones
      Dienstlich: Adresse = street
      Dienstlich: Ort = city
      Dienstlich: Bundesland = state
      Dienstlich: PLZ = postal_code
      Dienstlich: Land = country
      Arbeitstitel = job_title
      Organisation = account_name
      Webseite 1 = website
      Geburtsjahr = birthday
      Geburtsmonat = birthday
      Geburtstag = birthday
      Notizen = notes
    `,
    first: { full_name: "Anna Groß", birthday: "1980-05-17", street: "Allee 2" },
  },
  "zoho-crm-contacts.csv": {
    encoding: "utf-8",
    lines: 22,
    columns: `
      Record Id = external_id
      Contact Owner = owner
      First Name = first_name
      Last Name = last_name
      Account Name = account_name
      Email = email
      Title = job_title
      Phone = phone
      Home Phone = additional_phones
      Other Phone = additional_phones
      Mobile = additional_phones
      Date of Birth = birthday
      Email Opt Out = email_opt_out
      Contact Name = full_name
      Secondary Email = additional_emails
      Tag = tags
      Mailing Street = street
      Mailing City = city
      Mailing State = state
      Mailing Zip = postal_code
      Mailing Country = country
      Description = notes
    `,
    first: {
      first_name: "Ashley",
      full_name: "Ashley Whitfield",
      last_name: "Whitfield",
      phone: "+14155550132",
      birthday: "1984-07-19",
    },
  },
};
