/**
 * What the common columns are called in languages of which the other lists hold little or nothing: Turkish, Greek, Romanian,
 * Hungarian, Czech, Slovak, Croatian, Slovene, Ukrainian, Bulgarian, the Nordic ones, Hebrew, Arabic, Vietnamese, Indonesian,
 * Thai, and Chinese as it is written in Taiwan. Words that are others elsewhere are left out, such as the Croatian `grad` for a town.
 */
import type { NamesOfField } from "./names-of-field.ts";

export const FURTHER_LANGUAGE_NAMES: readonly NamesOfField[] = [
  {
    field: "full_name",
    plain: [
      "ad soyad, adı soyadı, ad ve soyad, isim soyisim, soyadı adı, tam ad, adı, isim",
      "ονοματεπώνυμο, όνομα επώνυμο, όνομα και επώνυμο, επώνυμο όνομα, επώνυμο και όνομα, πλήρες όνομα, όνομα",
      "nume complet, nume și prenume, nume prenume, prenume și nume, prenume nume, nume, teljes név, név, kapcsolattartó neve",
      "celé jméno, jméno a příjmení, jméno příjmení, příjmení a jméno, příjmení jméno, celé meno, meno a priezvisko, meno priezvisko, priezvisko a meno",
      "ime i prezime, ime prezime, prezime i ime, prezime ime, puno ime, ime in priimek, priimek in ime, ime priimek, polno ime, ime",
      "ПІБ, повне ім'я, прізвище та ім'я, прізвище ім'я, ім'я та прізвище, ім'я прізвище, ім'я, име и фамилия, три имена, име",
      "för- och efternamn, förnamn och efternamn, for- og efternavn, fornavn og efternavn, for- og etternavn, fornavn og etternavn, fuldt navn, koko nimi, etunimi ja sukunimi, nimi",
      "שם מלא, שם פרטי ושם משפחה, שם, الاسم الكامل, الاسم بالكامل, الاسم, اسم",
      "họ và tên, họ tên, tên đầy đủ, nama lengkap, nama penuh, nama, ชื่อ-นามสกุล, ชื่อและนามสกุล, ชื่อเต็ม, 全名, 联系人姓名, 聯絡人姓名",
    ],
    qualified: [
      "ad, 联系人, 聯絡人, kontaktná osoba, kontaktní osoba, kapcsolattartó, контактна особа, контактное лицо",
    ],
  },
  {
    field: "first_name",
    plain: [
      "prenume, utónév, krstné meno, meno, osobno ime, собствено име, שם פרטי, الاسم الأول, nama depan, ชื่อจริง, ชื่อ, 名字",
    ],
  },
  {
    field: "last_name",
    plain: [
      "soyad, soyadı, soyisim, επώνυμο, επίθετο, nume de familie, családnév, családi név, priezvisko, prezime, priimek, прізвище, фамилно име",
      "שם משפחה, اسم العائلة, اللقب, الاسم الأخير, nama belakang, นามสกุล, 姓氏",
    ],
  },
  {
    field: "birthday",
    plain: [
      "생일, 생년월일, doğum tarihi, doğum günü, ημερομηνία γέννησης, data nașterii, születési dátum, születési idő, születésnap, datum narození, dátum narodenia",
      "datum rođenja, rođendan, datum rojstva, rojstni dan, дата народження, день народження, дата на раждане, syntymäaika, syntymäpäivä",
      "תאריך לידה, تاريخ الميلاد, ngày sinh, tanggal lahir, วันเกิด",
    ],
  },
  {
    field: "email",
    plain: [
      "e-posta, e-posta adresi, mail adresi, ηλεκτρονικό ταχυδρομείο, διεύθυνση email, ηλεκτρονική διεύθυνση, adresă de email, adresă email, poștă electronică",
      "e-mail cím, e-mail címe, e-mailová adresa, elektronická pošta, el. pošta, e-pošta, adresa e-pošte, e-poštni naslov, elektronička pošta, email adresa",
      "електронна пошта, ел. пошта, адреса електронної пошти, пошта, імейл, имейл адрес, електронна поща, sähköpostiosoite",
      'דוא"ל, אימייל, מייל, דואר אלקטרוני, כתובת אימייל, البريد الإلكتروني, البريد الالكتروني, إيميل, الإيميل, عنوان البريد الإلكتروني',
      "thư điện tử, địa chỉ email, surel, alamat email, อีเมล, อีเมล์, 電子郵件, 電郵, 電子信箱, 電子郵箱, 電子郵件地址",
    ],
  },
  {
    field: "phone",
    plain: [
      "telefon numarası, telefon no, τηλέφωνο, αριθμός τηλεφώνου, τηλ, număr de telefon, număr telefon, nr de telefon, telefonszám, telefónne číslo, telefón",
      "broj telefona, telefonski broj, telefonska številka, номер телефону, телефонен номер, puh, טלפון, מספר טלפון, الهاتف, رقم الهاتف, هاتف, رقم التليفون",
      "điện thoại, số điện thoại, SĐT, telepon, no telepon, nomor telepon, no telp, โทรศัพท์, เบอร์โทร, เบอร์โทรศัพท์, หมายเลขโทรศัพท์, 聯絡電話, 联系电话, 電話號碼",
    ],
    qualified: [
      "cep telefonu, cep tel, cep no, gsm no, iş telefonu, ev telefonu, sabit telefon, κινητό, κινητό τηλέφωνο, σταθερό, σταθερό τηλέφωνο, telefon mobil, telefon fix",
      "mobilszám, mobil telefonszám, vezetékes telefon, mobilní telefon, mobilní číslo, pevná linka, mobilný telefón, mobitel, broj mobitela, mobilni telefon, mobilna številka",
      "мобільний, мобільний телефон, моб. телефон, моб. тел, мобилен, мобилен телефон, сотовый телефон, рабочий телефон, домашний телефон, matkapuhelinnumero",
      "נייד, טלפון נייד, סלולרי, פלאפון, الجوال, رقم الجوال, جوال, الموبايل, رقم الموبايل, الهاتف المحمول, di động, điện thoại di động, số di động",
      "no hp, nomor hp, ponsel, nomor ponsel, มือถือ, เบอร์มือถือ, โทรศัพท์มือถือ, 手機, 手機號碼, 行動電話, 移动电话, 携帯, 携帯電話番号, 핸드폰, 휴대폰번호, 핸드폰번호, 연락처",
    ],
  },
  {
    field: "job_title",
    plain: [
      "θέση, funkce, pozice, pozícia, yrke, tehtävä, 직급, unvan, iş unvanı, görevi, θέση εργασίας, τίτλος εργασίας, επάγγελμα, funcție, funcția, beosztás, munkakör, pracovní pozice, pracovná pozícia, radno mjesto, delovno mesto",
      "посада, длъжност, ammattinimike, tehtävänimike, תפקיד, المسمى الوظيفي, الوظيفة, المنصب, chức vụ, chức danh, jabatan, ตำแหน่ง, ตำแหน่งงาน",
      "職稱, 職位, 職務, 职称, 肩書, 肩書き, 직책, 직위, 직함",
    ],
  },
  {
    field: "account_id",
    plain: [
      "müşteri no, müşteri numarası, müşteri kodu, κωδικός πελάτη, cod client, ügyfélszám, vevőkód, číslo zákazníka, zákaznické číslo, šifra kupca",
      "код клієнта, код клиента, номер клиента, asiakasnumero, 客户编号, 客戶編號, 顧客番号, 顧客コード, 고객번호",
    ],
  },
  {
    field: "account_name",
    plain: [
      "şirket, şirket adı, firma adı, kurum, εταιρεία, εταιρία, επωνυμία, επωνυμία εταιρείας, companie, nume companie, nume firmă, denumire firmă, societate",
      "cég, cégnév, cég neve, vállalat, munkáltató, název firmy, název společnosti, spoločnosť, názov firmy, názov spoločnosti, tvrtka, naziv tvrtke, poduzeće, preduzeće, podjetje, naziv podjetja",
      "компанія, назва компанії, організація, підприємство, фирма, име на фирмата, yrityksen nimi, työnantaja, virksomhedsnavn",
      "חברה, שם החברה, שם חברה, מקום עבודה, الشركة, اسم الشركة, شركة, المؤسسة, جهة العمل, công ty, tên công ty, perusahaan, nama perusahaan",
      "บริษัท, ชื่อบริษัท, หน่วยงาน, 公司名稱, 单位名称, 單位名稱, 企业名称, 企業名稱, 企業名, 勤務先, 法人名, 업체명, 기업명",
    ],
  },
  {
    field: "street",
    plain: [
      "postadresse, vejnavn, gadenavn, açık adres, adresi, διεύθυνση, οδός, adresă, strada, utca, lakcím, postacím, ulice a číslo, ulica a číslo, ulica i broj, адреса, вулиця, katuosoite, postiosoite, lähiosoite",
      "כתובת, רחוב, العنوان, عنوان, الشارع, địa chỉ, alamat, ที่อยู่, ถนน, 通訊地址, 通讯地址, 联系地址, 聯絡地址, 详细地址",
    ],
    qualified: ["cím, naslov"],
  },
  {
    field: "city",
    plain: [
      "şehir, πόλη, oraș, localitate, város, település, obec, mesto, mjesto, місто, град, населено място, poststed, postitoimipaikka, paikkakunta",
      "עיר, ישוב, יישוב, المدينة, مدينة, thành phố, kota, เมือง, 縣市",
    ],
  },
  {
    field: "state",
    plain: ["județ, megye, županija, νομός, область, регион, provinsi, จังหวัด, المحافظة, 省, 省份, 都道府県"],
  },
  {
    field: "postal_code",
    plain: [
      "postnr, posta kodu, ταχυδρομικός κώδικας, Τ.Κ., cod poștal, irányítószám, poštovní směrovací číslo, poštanski broj, poštna številka, поштовий індекс, пощенски код",
      "מיקוד, الرمز البريدي, mã bưu điện, mã bưu chính, kode pos, รหัสไปรษณีย์, 郵遞區號, 郵編",
    ],
  },
  {
    field: "country",
    plain: [
      "ülke, χώρα, țară, ország, krajina, država, країна, държава, מדינה, ארץ, البلد, الدولة, quốc gia, negara, ประเทศ, 國家, 国家/地区, 國家/地區",
    ],
  },
  {
    field: "website",
    plain: [
      "корпоративный сайт, internet sitesi, ιστοσελίδα, ιστότοπος, weboldal, honlap, webové stránky, web stranica, spletna stran, вебсайт, уебсайт, verkkosivusto, kotisivu",
      "אתר, אתר אינטרנט, الموقع الإلكتروني, trang web, situs web, เว็บไซต์, 網站, 網址, 웹사이트, 홈페이지",
    ],
  },
  {
    field: "tags",
    plain: ["etiketler, ετικέτες, címkék, štítky, oznake, мітки, tunnisteet, תגיות, الوسوم, 標籤"],
  },
  {
    field: "notes",
    plain: [
      "bemærkning, bemerkninger, anmerkninger, merknader, huomautus, huomautukset, notlar, açıklama, σημειώσεις, παρατηρήσεις, σχόλια, observații, comentarii, megjegyzés, megjegyzések, jegyzetek, poznámka, poznámky, napomena, napomene, bilješke, opombe",
      "примітки, примітка, нотатки, бележки, забележка, muistiinpanot, lisätiedot, notater, bemærkninger, הערות, ملاحظات, ghi chú, catatan, หมายเหตุ, 備註",
    ],
  },
];
