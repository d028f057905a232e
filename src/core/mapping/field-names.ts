/**
 * What people call the built-in fields, by field and language. Case, accents, spaces and punctuation do not count, and a
 * name with an umlaut is also known in its `ae`, `oe`, `ue` spelling.
 *
 * `plain` names say the field and nothing else. `qualified` ones say which of several (work, home, mobile) or could mean
 * another thing: they give way to a plain name in the same file, and to values that speak against them.
 * A name that another field shares is left out: a column too few can be mapped by hand, a wrong one writes wrong data.
 */

export type FieldNames = {
  readonly field: string;
  readonly plain: readonly string[];
  readonly qualified?: readonly string[];
};

export const FIELD_NAMES: readonly FieldNames[] = [
  { field: "id", plain: ["EG-CON-ID, muster id, muster contact id"] },
  {
    field: "external_id",
    plain: [
      "external id, external identifier, external contact id, ext id, external ref, external reference, foreign id",
      "externe ID, externe Kennung, externe Kontakt-ID, identifiant externe, ID externe, id externo, identificador externo",
      "id esterno, identificativo esterno, extern id, identyfikator zewnętrzny, zewnętrzne id",
    ],
    qualified: [
      "id, record id, uid, uuid, guid, unique id, contact id, contact key, person id, lead id, member id, subscriber id",
      "crm id, legacy id, hs object id, contact uuid, kontakt id, id contact, id contacto",
      "id contatto, apollo contact id, prospect id",
    ],
  },
  {
    field: "full_name",
    plain: [
      "full name, name, nom, nombre, nombres, nome, contact name, person name, display name, complete name, fullname, fn, first and last name",
      "first name last name, last name first name, name of contact, contact full name, name surname, formatted name",
      "vollständiger Name, Vor- und Nachname, Vorname Nachname, Vorname und Nachname, Nachname Vorname, Kontaktname, Anzeigename",
      "nom complet, nom et prénom, nom prénom, prénom et nom, prénom nom, nom du contact",
      "nombre completo, nombre y apellido, nombre y apellidos, nombre apellido, nombre apellidos, apellidos y nombre, nombre del contacto, nombre de contacto",
      "nome completo, nome e cognome, nome cognome, cognome e nome, cognome nome, nominativo, nome contatto, nome del contatto",
      "nome e sobrenome, nome e apelido, nome do contato, nome do contacto",
      "volledige naam, naam, contactnaam, naam contactpersoon, voor- en achternaam, voornaam en achternaam, weergavenaam",
      "imię i nazwisko, imię nazwisko, nazwisko i imię, pełna nazwa osoby",
      "fullständigt namn, fulde navn, fullt navn, namn, navn, ФИО, полное имя, имя и фамилия, 姓名, 氏名, 名前, お名前, 이름, 성명",
    ],
    qualified: [
      "contact, contact person, Ansprechpartner, Ansprechperson, Kontaktperson, persona de contacto, interlocuteur",
    ],
  },
  {
    field: "first_name",
    plain: [
      "first name, firstname, fname, f name, given name, givenname, forename, christian name, first names",
      "Vorname, Vornamen, Rufname",
      "prénom, prénoms, prénom du contact",
      "primer nombre, nombre de pila",
      "nome di battesimo, primeiro nome, nome próprio",
      "voornaam, voornamen, roepnaam",
      "imię, imiona",
      "förnamn, fornavn, etunimi, křestní jméno, jméno, keresztnév, имя, 名",
    ],
    qualified: ["first"],
  },
  {
    field: "last_name",
    plain: [
      "last name, lastname, lname, l name, surname, family name, familyname, last names",
      "Nachname, Familienname, Zuname",
      "nom de famille",
      "apellido, apellidos, primer apellido, apellido paterno",
      "cognome, sobrenome, último nome",
      "achternaam, familienaam",
      "nazwisko",
      "efternamn, efternavn, etternavn, sukunimi, příjmení, vezetéknév, фамилия, 姓",
    ],
    qualified: ["last, apelido"],
  },
  {
    field: "email",
    plain: [
      "email, e-mail, email address, e-mail address, mail, mail address, emailaddress, email id, primary email",
      "primary email address, main email, main email address, email primary, contact email, electronic mail, email adress, e-mail adress",
      "E-Mail-Adresse, Mailadresse, E-Mail Adr, E-Postadresse, elektronische Adresse, primäre E-Mail, Haupt-E-Mail",
      "adresse e-mail, adresse mail, adresse électronique, courriel, adresse courriel, mél, e-mail principal, adresse email principale",
      "correo, correo electrónico, dirección de correo, dirección de correo electrónico, dirección de email, dirección e-mail, correo principal",
      "posta elettronica, indirizzo e-mail, indirizzo mail, indirizzo di posta elettronica, e-mail principale",
      "correio eletrónico, correio eletrônico, endereço de e-mail, endereço e-mail, endereço eletrônico",
      "e-mailadres, mailadres, emailadres, primair e-mailadres",
      "adres e-mail, adres mailowy, adres poczty elektronicznej, poczta elektroniczna, mejl",
      "e-post, epost, epostadress, e-mailadresse, sähköposti, почта, электронная почта, эл почта, адрес электронной почты, имейл",
      "邮箱, 电子邮件, 电子邮箱, 邮件地址, メール, メールアドレス, Eメール, 이메일, 메일",
    ],
    qualified: [
      "work email, work email address, business email, business email address, office email, email work, email business, professional email",
      "home email, personal email, private email, email home, email personal, email private, personal email address, email other, other email",
      "secondary email, secondary email address, alternate email, alternative email, second email, tertiary email, email value, email secondary, emails, all emails, email addresses, alt email, mail work",
      "E-Mail geschäftlich, E-Mail privat, geschäftliche E-Mail, private E-Mail, E-Mail dienstlich, E-Mail beruflich, weitere E-Mail",
      "e-mail professionnel, email pro, mail pro, mail professionnel, mail perso, email perso, e-mail personnel, autre e-mail, e-mail secondaire",
      "correo de trabajo, correo corporativo, correo personal, otro correo, email personale, email lavoro, email aziendale",
      "e-mail comercial, e-mail profissional, e-mail pessoal, e-mail werk, zakelijk e-mailadres, e-mail privé, prywatny e-mail, służbowy e-mail, e-mail służbowy, e-mail prywatny",
    ],
  },
  {
    field: "additional_emails",
    plain: [
      "additional email addresses, additional emails, additional email, other emails, other email addresses, secondary emails, more emails",
      "additional email address, alternate emails",
      "weitere E-Mail-Adressen, weitere E-Mails, zusätzliche E-Mail-Adressen, autres e-mails, autres adresses e-mail, adresses e-mail supplémentaires",
      "otros correos, correos adicionales, altre email, indirizzi e-mail aggiuntivi, outros e-mails, e-mails adicionais",
      "overige e-mailadressen, extra e-mailadressen, dodatkowe adresy e-mail",
    ],
  },
  {
    field: "phone",
    plain: [
      "phone, phone number, phone no, phone nr, phone num, phone #, telephone, telephone number, telephone no, tel, tel no, tel number, ph",
      "primary phone, primary phone number, main phone, main phone number, phone primary, contact phone, default phone, fon",
      "Telefon, Telefonnummer, Telefon-Nr, Telefonnr, Tel-Nr, Rufnummer, Fernsprecher, Haupttelefon",
      "téléphone, numéro de téléphone, no de téléphone, n° de téléphone, n° tél, tél, n° téléphone, téléphone principal",
      "teléfono, número de teléfono, nº de teléfono, n° teléfono, teléfono principal, telefono de contacto",
      "telefono, numero di telefono, n. telefono, telefono principale, recapito telefonico",
      "telefone, número de telefone, nº de telefone, telefone principal, telefone de contato",
      "telefoonnummer, telefoon, telefoonnr, tel nr",
      "telefon, numer telefonu, nr telefonu, nr tel, numer tel, telefon kontaktowy",
      "telefonnummer, puhelin, puhelinnumero, telefonní číslo, телефон, номер телефона, тел",
      "电话, 电话号码, 電話, 電話番号, 전화, 전화번호",
    ],
    qualified: [
      "mobile, mobile phone, mobile number, mobile no, mobile phone number, cell, cell phone, cellphone, cell number, cell phone number, cellular",
      "mobile telephone, mobile telephone number, mob, gsm, handphone, phone mobile, phone cell, contact number, contact no, whatsapp, whatsapp number",
      "work phone, work phone number, work number, business phone, business phone number, business telephone number, office phone, office number",
      "direct phone, direct dial, direct line, direct number, work direct phone, phone work, phone business, phone office, phone direct, work telephone",
      "home phone, home phone number, home number, home telephone, phone home, private phone, personal phone, landline, landline number",
      "other phone, other phone number, secondary phone, secondary phone number, alternate phone, alt phone, phones, all phones, phone numbers, tel work, tel home, tel mobile, alternative phone, second phone, phone other, phone value, default address phone",
      "Mobil, Mobilnummer, Mobiltelefon, Handy, Handynummer, Handynr, Mobilfunk, Mobilfunknummer, Mobil-Nr, Mobilrufnummer",
      "Telefon geschäftlich, Telefon (dienstlich), Telefon privat, Telefon mobil, Geschäftstelefon, Mobiltel, Tel geschäftlich, Tel geschäftl, Tel privat, Tel mobil, Tel dienstlich, Privattelefon, Festnetz, Festnetznummer, Durchwahl",
      "portable, téléphone portable, téléphone mobile, numéro de portable, mobile professionnel, tél portable, tél mobile, tél fixe, fixe, mobile pro, tél pro, tél bureau, tél domicile, téléphone fixe",
      "téléphone professionnel, téléphone personnel, téléphone bureau, téléphone domicile, ligne directe",
      "móvil, teléfono móvil, número de móvil, celular, teléfono celular, número de celular, teléfono fijo, teléfono de trabajo, tel móvil, tel fijo, tfno, tlf, tlfno, tel celular, teléfono particular",
      "cellulare, numero di cellulare, telefono cellulare, telefono fisso, telefono ufficio, telefono casa, telefono lavoro, tel ufficio, tel casa, tel cellulare, tel fisso",
      "telemóvel, celular, telefone celular, telefone fixo, telefone comercial, telefone residencial, telefone do trabalho, telefone móvel, tel fixo, tel móvel",
      "mobiel, mobiel nummer, mobiele telefoon, mobiele nummer, telefoon werk, telefoon privé, telefoon mobiel, tel werk, tel privé, tel mobiel, vast nummer, 06-nummer",
      "komórka, telefon komórkowy, numer komórki, tel komórkowy, tel kom, tel stacjonarny, tel służbowy, telefon stacjonarny, telefon służbowy, telefon domowy",
      "mobilnummer, mobiltelefon, mobil telefon, matkapuhelin, мобильный, мобильный телефон, сотовый, 手机, 手机号, 手机号码, 携帯電話, 携帯番号, 휴대폰, 휴대전화",
    ],
  },
  {
    field: "additional_phones",
    plain: [
      "additional phone numbers, additional phones, additional phone, other phones, other phone numbers, secondary phones",
      "additional phone number, weitere Telefonnummern, zusätzliche Telefonnummern, weitere Rufnummern, autres téléphones",
      "numéros de téléphone supplémentaires, otros teléfonos, teléfonos adicionales, altri telefoni, numeri di telefono aggiuntivi",
      "outros telefones, telefones adicionais, overige telefoonnummers, extra telefoonnummers, dodatkowe numery telefonu",
    ],
  },
  {
    field: "linkedin_url",
    plain: [
      "linkedin url, linkedin, linkedin profile, linkedin profile url, linkedin link, contact linkedin url, person linkedin url, linkedin address",
      "linkedin page, linkedin public url, linkedin member url, linkedin-profil, profil linkedin, perfil linkedin, perfil de linkedin, profilo linkedin",
      "linkedin-profiel, url linkedin, url de linkedin, personal linkedin, personal linkedin url, linkedin public profile url",
    ],
  },
  {
    field: "website",
    plain: [
      "website, web site, website url, web page, webpage, homepage, home page, web address, personal website, personal web page, business home page",
      "Webseite, Internetseite, Internetadresse, site web, site internet, sitio web, página web, dirección web, sito web, sito internet",
      "website do contato, strona internetowa, strona www, webbplats, hemsida, hjemmeside, сайт, веб-сайт, 网站, 网址, ウェブサイト",
    ],
    qualified: [
      "url, web, www, site, sito, company website, company url, company web site, website value, Firmenwebsite",
    ],
  },
  {
    field: "job_title",
    plain: [
      "job title, jobtitle, job, occupation, profession, job position, job role, current title, current job title, current position, business title, professional title, organization title, designation, title at company",
      "Berufsbezeichnung, Jobtitel, Stellenbezeichnung, Beruf, Positionsbezeichnung",
      "intitulé du poste, intitulé de poste, titre du poste, titre de poste, poste, poste occupé, profession, fonction",
      "cargo, puesto, puesto de trabajo, título del puesto, nombre del puesto, profesión, ocupación",
      "titolo professionale, qualifica, mansione, posizione lavorativa, ruolo aziendale, professione",
      "profissão, título do cargo, cargo profissional, ocupação",
      "functietitel, functie, functieomschrijving, beroep",
      "stanowisko, nazwa stanowiska, tytuł zawodowy, zawód",
      "befattning, yrkestitel, stilling, stillingsbetegnelse, jobbtittel, должность, 职位, 职务, 役職",
    ],
    qualified: ["title"],
  },
  {
    field: "account_id",
    plain: [
      "account id, client id, customer id, company id, organization id, organisation id, account number, account no, customer number, customer no",
      "client number, client no, client id external id, customer code, client code, account code, acct no, acct number, cust id, cust no, associated company id, primary associated company id",
      "Kundennummer, Kunden-Nr, Kundennr, Kunden-ID, Firmen-ID, Debitorennummer, Debitor, numéro client, n° client, code client, numéro de client, id client",
      "número de cliente, nº de cliente, código de cliente, código cliente, id de cliente, id cliente, codice cliente, numero cliente, n. cliente",
      "código do cliente, número do cliente, id do cliente, klantnummer, klantnr, klant-id, debiteurnummer, numer klienta, nr klienta, id klienta, kundnummer, kundenummer",
    ],
  },
  {
    field: "account_name",
    plain: [
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
    qualified: ["account, business, client name, firm, firm name, default address company"],
  },
  {
    field: "account_domain",
    plain: [
      "account domain, domain, company domain, company domain name, domain name, organization domain, company website domain, website domain, web domain",
      "Firmendomain, Domäne, nom de domaine, domaine, dominio, domínio, dominio aziendale, domein, bedrijfsdomein, domena",
    ],
  },
  { field: "position", plain: ["position, position in company, Position im Unternehmen"] },
  {
    field: "main_contact",
    plain: [
      "main contact, is main contact, is main, Hauptkontakt, Hauptansprechpartner, contact principal, contacto principal, contatto principale",
    ],
    qualified: ["primary contact, is primary, is primary contact, contato principal, hoofdcontact, główny kontakt"],
  },
  {
    field: "birthday",
    plain: [
      "birthday, birth date, birthdate, date of birth, dob, born, bday, birth day, contact birthday",
      "Geburtstag, Geburtsdatum, Geb Datum, geb, geboren am, date de naissance, anniversaire, né le, fecha de nacimiento, cumpleaños, fecha nacimiento",
      "data di nascita, compleanno, nato il, data de nascimento, aniversário, geboortedatum, verjaardag, data urodzenia, urodziny",
      "födelsedatum, fødselsdag, fødselsdato, дата рождения, день рождения, 生日, 出生日期, 生年月日, 誕生日, 생년월일",
    ],
  },
  {
    field: "street",
    plain: [
      "street, street address, address, street name, address line, address line 1, address 1, addr, street line, mailing address, postal address",
      "Straße, Strasse, Straße und Hausnummer, Straße Hausnr, Straße Hausnummer, Straße Nr, Strasse und Nr, Anschrift, Adresse, Postanschrift, Str",
      "rue, adresse, adresse postale, adresse ligne, n° et rue, numéro et rue, voie",
      "calle, dirección, dirección postal, domicilio, calle y número, dirección línea",
      "via, indirizzo, indirizzo postale, via e numero, via e numero civico",
      "rua, endereço, morada, logradouro, endereço postal",
      "straat, straatnaam, straat en huisnummer, adres, straat huisnummer, adresregel, postadres",
      "ulica, adres, ulica i numer, adres pocztowy, adres zamieszkania",
      "gatuadress, adress, gade, vei, gateadresse, osoite, ulice, улица, адрес, 地址, 住所, 주소",
    ],
    qualified: [
      "mailing street, mailing address line, business street, work street, business address, business street address, home street, home address, home street address",
      "work address, address street, default address address, default address line, billing street, billing address, billing address line, adress",
      "Straße geschäftlich, Straße privat, Geschäftsadresse, Privatadresse",
    ],
  },
  {
    field: "city",
    plain: [
      "city, town, city town, town city, city name, suburb city, locality",
      "Stadt, Ort, Wohnort, Ortschaft, ville, commune, localité, ciudad, población, localidad, municipio, città, comune, località, cidade, município",
      "plaats, woonplaats, stad, plaatsnaam, miasto, miejscowość, ort, stad, kaupunki, město, postort, город, населённый пункт, 城市, 市, 市区町村, 도시",
    ],
    qualified: [
      "mailing city, business city, work city, home city, address city, default address city, billing city, Ort geschäftlich, Ort privat",
    ],
  },
  {
    field: "state",
    plain: [
      "state, province, state province, state region, state or province, province state, state prov, state code, state province region, us state, federal state",
      "Bundesland, Kanton, état province, province état, provincia, estado provincia, provincia estado, stato provincia",
      "estado província, provincie, województwo",
    ],
    qualified: [
      "mailing state, business state, work state, home state, address state, address region, default address province, default address province code, billing state",
      "mailing state province, business state province, home state province, address province, billing state province, Region geschäftlich, Region privat",
    ],
  },
  {
    field: "postal_code",
    plain: [
      "postal code, postcode, post code, zip, zip code, zipcode, zip postal code, postal zip code, zip postcode, postal zip, postal code zip",
      "PLZ, Postleitzahl, code postal, cp, código postal, cod postal, c.p., codice postale, CAP, codice di avviamento postale, cep, código postal cep",
      "kod pocztowy, postnummer, postinumero, psč, индекс, почтовый индекс, 邮编, 邮政编码, 郵便番号, 우편번호",
    ],
    qualified: [
      "mailing postal code, mailing zip, mailing zip code, mailing zip postal code, business postal code, business zip, work postal code, work zip, home postal code, home zip",
      "address postal code, address zip, default address zip, billing postal code, billing zip, billing postcode, address postcode, PLZ geschäftlich, PLZ privat, Postleitzahl geschäftlich, Postleitzahl privat, zip postal",
    ],
  },
  {
    field: "country",
    plain: [
      "country, country region, country name, country territory, nation",
      "Land, Staat, Länderkennung, Ländercode, pays, código de país, país, paese, nazione, stato paese, kraj, land, maa, země, pays région",
      "país región, Land/Region, страна, 国家, 国, 국가",
    ],
    qualified: [
      "country code, mailing country, business country, business country region, work country, home country, home country region, address country, mailing country code, billing country",
      "default address country, default address country code, address country code, Land geschäftlich, Land privat, Land Region geschäftlich, Land Region privat",
    ],
  },
  {
    field: "tags",
    plain: [
      "tags, tag, tag list, contact tags, tag names, Schlagworte, Schlagwörter, Stichwörter, étiquettes, étiquette, mots-clés",
      "etiquetas, etiqueta, etichette, etichetta, marcadores, etykiety, etykieta, tagi, taggar, теги, метки, 标签, タグ, 태그",
    ],
    qualified: ["labels, label, group membership"],
  },
  {
    field: "owner",
    plain: [
      "owner, contact owner, record owner, contact owner email, contact owner name, owner name, owner email, owner email address, assigned to, assigned user",
      "assigned owner, Kontaktinhaber, Kontaktbesitzer, Besitzer des Kontakts, Für Kontakt zuständiger Mitarbeiter, propriétaire du contact",
      "propietario del contacto, proprietario del contatto, proprietário do contato, eigenaar contact, contacteigenaar, właściciel kontaktu",
    ],
  },
  { field: "followers", plain: ["followers, follower, contact followers, Beobachter, abonnés, seguidores, volgers"] },
  {
    field: "notes",
    plain: [
      "notes, note, comments, comment, remarks, remark, contact notes, internal notes, general notes, additional notes, memo",
      "Notizen, Notiz, Bemerkung, Bemerkungen, Anmerkung, Anmerkungen, Kommentar, Kommentare, remarques, remarque, commentaires, commentaire",
      "notas, nota, comentarios, comentario, observaciones, observación, note, commenti, commento, osservazioni, annotazioni",
      "observações, observação, comentários, comentário, notities, notitie, opmerkingen, opmerking, notatki, notatka, uwagi, komentarz, komentarze",
      "anteckningar, noter, заметки, примечание, примечания, комментарий, 备注, 注释, メモ, 備考, 메모, 비고",
    ],
    qualified: ["description, Beschreibung"],
  },
  {
    field: "do_not_touch",
    plain: [
      "do not touch, dnt, do not contact, do not disturb, dnd, nicht kontaktieren, ne pas contacter, no contactar, non contattare, niet benaderen",
    ],
  },
  {
    field: "email_opt_out",
    plain: [
      "email opt out, email optout, opt out email, email opt out flag, has opted out of email, opted out of email, opted out email, email unsubscribed",
      "unsubscribed from all email, unsubscribed from email, unsubscribed from all emails, unsubscribed from emails, email opted out, E-Mail-Opt-out",
    ],
    qualified: ["unsubscribed, unsubscribe, opt out, opted out, optout"],
  },
  {
    field: "sms_opt_out",
    plain: [
      "sms opt out, sms optout, opt out sms, opted out of sms, text opt out, sms unsubscribed, unsubscribed from sms, has opted out of sms, SMS-Opt-out",
    ],
  },
];
