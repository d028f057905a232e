/** Header rows as they stand in public repositories, column for column above what each must be mapped to; not tuned on at first. */
export const HELD_OUT_ROWS = `
name,email,phone,company,city
full_name,email,phone,account_name,city

Name,Email,Phone,Company,Position,Address,Website,Source,Tags,Notes,CreatedAt
full_name,email,phone,account_name,position,street,website,-,tags,notes,-

name,email,phone,company,title,source,tags
full_name,email,phone,account_name,job_title,-,tags

Company ID,Vorname,Nachname,Email,Telefon,Strasse,HausNummer,PTZL,Ort
account_id,first_name,last_name,email,phone,street,-,-,city

Kundennummer,Anrede,Vorname,Nachname,Firma,Straße,PLZ,Ort,Land,E-Mail,Telefon,Name L,Firma L,Straße L,Stadtteil L,PLZ L,Ort L,Bundesland L,Land L
account_id,-,first_name,last_name,account_name,street,postal_code,city,country,email,phone,-,-,-,-,-,-,-,-

ID,Vorname,Nachname,Geburtsname,Geschlecht,Geburtsdatum,Geburtsort,Sterbedatum,Sterbeort,Beruf,Anzahl Kinder,Biografie
external_id,first_name,last_name,-,-,birthday,-,-,-,job_title,-,-

email,vorname,nachname,nr,eintrittsdatum,Rolle
email,first_name,last_name,-,-,-

Betrag in €,Datum,Widmung,Art,Notiz,Vorname,Nachname,E-Mail,Unternehmen,Land,Stadt,PLZ,Strasse
-,-,-,-,notes,first_name,last_name,email,account_name,country,city,postal_code,street

MitgliedID,Verknüpfung,Anrede,Vorname,Nachname,Strasse,PLZ,Ort,Geburtsdatum,Geschlecht,Eintritt_Datum,Zahlart,Email,IBAN_Nr,Abteilung_1
external_id,-,-,first_name,last_name,street,postal_code,city,birthday,-,-,-,email,-,-

Nr.,Anrede,Titel,Vorname,Nachname,Geburtsdatum,Straße,Hausnummer,Postleitzahl,Stadt,Telefon,Mobil,Telefax,EMail,Newsletter,Eintragsdatum
-,-,-,first_name,last_name,birthday,street,-,postal_code,city,phone,additional_phones,-,email,-,-

Mitarbeiternummer,Vorname,Nachname,Geburtsdatum,Email,Position,Rolle
-,first_name,last_name,birthday,email,position,-

ID,Email,Nom,Prénom,Téléphone,Rôle,Statut,Date Création
external_id,email,last_name,first_name,phone,-,-,-

Contrat,Nom,Prénom,Sexe,Adresse1,Adresse2,CP,Ville,Date d'embauche,Fonction,Niveau,Status,Date de naissance,age
-,last_name,first_name,-,street,-,postal_code,city,-,job_title,-,-,birthday,-

Email,Classe,Section,Nom,Prénom,DateNaiss
email,-,-,last_name,first_name,birthday

Type,Klantnummer,Bedrijfsnaam,Voornaam,Achternaam,E-mail,Categorie,Plaats
-,account_id,account_name,first_name,last_name,email,tags,city

voornaam,achternaam,geboortedatum,geslacht,bedrijf,straat,postcode,plaats,staat,land,telefoon,mobiel,fax,email,website,taal,gebruikersnaam
first_name,last_name,birthday,-,account_name,street,postal_code,city,state,country,phone,additional_phones,-,email,website,-,-

Relatienummer,Voornaam,Achternaam,E-mailadres,Team
-,first_name,last_name,email,-

ID,Imię,Nazwisko,Adres,Email,Zainteresowania
external_id,first_name,last_name,street,email,-

imię,nazwisko,e-mail,rok urodzenia,klasa,telefon,e-mail opiekuna prawnego
first_name,last_name,email,-,-,phone,-

Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Barcode #,Attendee Status,Cell Phone
-,-,first_name,last_name,email,-,-,-,-,-,phone

account_number,customer_name,first_name,last_name,email,phone,address,city,state,zip_code
account_id,account_name,first_name,last_name,email,phone,street,city,state,postal_code

bloco,apartamento,nome,email,telefone,cpf,proprietario,responsavel
-,-,full_name,email,phone,-,-,-

nome,email,telefone,idade,genero,cidade,estado,profissao,interesse,observacao
full_name,email,phone,-,-,city,-,job_title,-,notes

guest_id,first_name,last_name,email,phone,state
-,first_name,last_name,email,phone,state

id,nome,cognome,email,telefono_1,telefono_2
external_id,first_name,last_name,email,phone,additional_phones

sys_id,user_name,name,first_name,last_name,email,phone,department,title,manager,active,employee_number,location,photo
-,-,full_name,first_name,last_name,email,phone,-,job_title,-,-,-,-,-
`;
