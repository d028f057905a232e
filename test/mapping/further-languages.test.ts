/** Files as people keep them in languages that few importers know: each column by its header alone (C-D1). */
import { expect, test } from "vitest";
import { propose, targetsOf } from "./propose.ts";

test.each([
  ["Turkish", "Ad;Soyad;E-posta;Cep Telefonu;Şirket;Unvan;Adresi;Şehir;Posta Kodu;Ülke;Notlar"],
  [
    "Turkish, in capitals",
    "ADI;SOYADI;E-POSTA ADRESİ;TELEFON NO;ŞİRKET ADI;GÖREVİ;AÇIK ADRES;ŞEHİR;POSTA KODU;ÜLKE;AÇIKLAMA",
  ],
  ["Greek", "Όνομα;Επώνυμο;Ηλεκτρονικό ταχυδρομείο;Κινητό;Εταιρεία;Θέση εργασίας;Διεύθυνση;Πόλη;Τ.Κ.;Χώρα;Σημειώσεις"],
  ["Greek, in capitals", "ΟΝΟΜΑ;ΕΠΩΝΥΜΟ;EMAIL;ΤΗΛΕΦΩΝΟ;ΕΤΑΙΡΙΑ;ΕΠΑΓΓΕΛΜΑ;ΟΔΟΣ;ΠΟΛΗ;ΤΚ;ΧΩΡΑ;ΠΑΡΑΤΗΡΗΣΕΙΣ"],
  ["Romanian", "Prenume;Nume;Adresă de email;Telefon mobil;Companie;Funcție;Adresă;Oraș;Cod poștal;Țară;Observații"],
  [
    "Hungarian",
    "Keresztnév;Vezetéknév;E-mail cím;Telefonszám;Cégnév;Beosztás;Lakcím;Város;Irányítószám;Ország;Megjegyzés",
  ],
  [
    "Czech",
    "Jméno;Příjmení;E-mailová adresa;Mobilní telefon;Název firmy;Pracovní pozice;Ulice;Město;PSČ;Země;Poznámka",
  ],
  ["Slovak", "Meno;Priezvisko;E-mail;Telefónne číslo;Spoločnosť;Pracovná pozícia;Ulica;Mesto;PSČ;Krajina;Poznámky"],
  ["Croatian", "Ime;Prezime;E-pošta;Mobitel;Tvrtka;Radno mjesto;Ulica i broj;Mjesto;Poštanski broj;Država;Napomena"],
  [
    "Slovene",
    "Ime;Priimek;E-poštni naslov;Telefonska številka;Podjetje;Delovno mesto;Naslov;Mesto;Poštna številka;Država;Opombe",
  ],
  [
    "Ukrainian",
    "Ім'я;Прізвище;Електронна пошта;Мобільний телефон;Компанія;Посада;Адреса;Місто;Поштовий індекс;Країна;Примітки",
  ],
  ["Bulgarian", "Име;Фамилия;Имейл;Мобилен телефон;Фирма;Длъжност;Адрес;Град;Пощенски код;Държава;Бележки"],
  [
    "Finnish",
    "Etunimi;Sukunimi;Sähköpostiosoite;Matkapuhelin;Yrityksen nimi;Ammattinimike;Katuosoite;Postitoimipaikka;Postinumero;Maa;Lisätiedot",
  ],
  [
    "Norwegian",
    "Fornavn;Etternavn;E-postadresse;Mobiltelefon;Firmanavn;Stilling;Gateadresse;Poststed;Postnummer;Land;Notater",
  ],
  ["Hebrew", 'שם פרטי;שם משפחה;דוא"ל;טלפון נייד;חברה;תפקיד;כתובת;עיר;מיקוד;מדינה;הערות'],
  [
    "Arabic",
    "الاسم الأول;اسم العائلة;البريد الإلكتروني;رقم الجوال;الشركة;المسمى الوظيفي;العنوان;المدينة;الرمز البريدي;الدولة;ملاحظات",
  ],
  ["Indonesian", "Nama Depan;Nama Belakang;Email;No HP;Perusahaan;Jabatan;Alamat;Kota;Kode Pos;Negara;Catatan"],
  ["Thai", "ชื่อ;นามสกุล;อีเมล;เบอร์โทรศัพท์;บริษัท;ตำแหน่ง;ที่อยู่;เมือง;รหัสไปรษณีย์;ประเทศ;หมายเหตุ"],
  ["Chinese, in Taiwan", "名字;姓氏;電子郵件;手機;公司名稱;職稱;通訊地址;城市;郵遞區號;國家;備註"],
])("%s", (_, headers) => {
  expect(targetsOf(propose(headers.split(";")))).toEqual([
    ...["first_name", "last_name", "email", "phone", "account_name", "job_title", "street", "city", "postal_code"],
    ...["country", "notes"],
  ]);
});

test.each([
  "Ad Soyad",
  "Ονοματεπώνυμο",
  "Nume și prenume",
  "Név",
  "Meno a priezvisko",
  "Ime i prezime",
  "ПІБ",
  "שם מלא",
  "الاسم الكامل",
  "Họ và tên",
  "Nama Lengkap",
  "ชื่อ-นามสกุล",
  "Ime",
  "שם",
])("%s alone is the whole name", (header) =>
  expect(targetsOf(propose([header, "Email"]))).toEqual(["full_name", "email"]),
);

test.each([
  ["Postnr", "1234", "postal_code"],
  ["Postadresse", "Storgata 1", "street"],
  ["Vejnavn", "Nygade", "street"],
  ["Bemærkning", "ringer selv", "notes"],
  ["Tehtävä", "toimitusjohtaja", "job_title"],
  ["Θέση", "Διευθύντρια", "job_title"],
  ["Funkce", "ředitelka", "job_title"],
  ["직급", "과장", "job_title"],
  ["생일", "1980-05-17", "birthday"],
  ["Ответственный", "Мария Сидорова", "owner"],
  ["Корпоративный сайт", "https://romashka.example", "website"],
])("short words of everyday: %s", (header, value, field) =>
  expect(targetsOf(propose([header], [[value]]))).toEqual([field]),
);
