/** Words that the header of a contacts file is made of, in the main business languages. In lower case, without accents. */
const WORDS = `
email mail e-mail correo courriel correio posta emailadresse indirizzo adresse address direccion endereco adres strasse street via rue calle rua
name names nombre nome nom naam namn navn nimi imie vorname nachname familienname prenom apellido apellidos cognome sobrenome voornaam achternaam
firstname lastname surname fullname forename nickname first last middle family given title salutation anrede titel titre prefix suffix gender sex
phone telephone telefon telefono telefone tel mobile mobil movil cell cellular celular handy fax portable cellulare gsm whatsapp skype
company firma unternehmen empresa entreprise societe azienda bedrijf organization organisation account customer client kunde kunden cliente
klant employer business domain website web url site homepage linkedin twitter facebook instagram profile
job position role rolle puesto cargo poste ruolo functie funktion department abteilung beruf occupation
city town ort stadt ciudad ville citta cidade stad miasto plz zip zipcode postcode postal postleitzahl cap cp state province region provincia
county country land pais pays paese kraj location birthday birthdate born dob geburtstag geburtsdatum anniversaire nacimiento
date datum fecha data created updated modified added joined connected time timestamp
id uid uuid key number nr no num code ref reference external externalid contact contacts kontakt contacto record index
tag tags label labels group groups list segment category kategorie categoria type typ tipo status stage source quelle owner besitzer
manager assigned notes note notizen nota notas comment comments kommentar bemerkung description beschreibung remarks subscribed optin
amount price preis precio prix value wert total quantity menge currency language sprache idioma langue score rating age alter edad
primary secondary additional other home work main hauptkontakt opportunity pipeline deal lead revenue umsatz
имя фамилия отчество телефон почта компания адрес город страна должность дата
姓名 名前 氏名 姓 名 电话 電話 電話番号 手机 邮箱 邮件 メール メールアドレス 公司 会社 会社名 地址 住所 城市 国家 职位 이름 전화 전화번호 이메일 회사 주소
`;

const HEADER_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** Headers are short: a sentence that has the word "name" in it is none. */
const MOST_WORDS = 6;

export function hasHeaderWord(cell: string): boolean {
  if (cell.length > 80) return false;
  const plain = cell.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
  const words = plain
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
  return words.length <= MOST_WORDS && words.some((word) => HEADER_WORDS.has(word));
}
