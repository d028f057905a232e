/** Names of the fields of a postal address. */
import type { NamesOfField } from "./names-of-field.ts";

export const PLACE_NAMES: readonly NamesOfField[] = [
  {
    field: "street",
    plain: [
      "street address line",
      "street, street address, address, street name, address line, address line 1, address 1, addr, street line, mailing address, postal address",
      "Straße u. Hausnummer, Straße u. Hausnr, Straße u. Nr, Str. und Nr, Adresszeile",
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
      "mailing street, mailing address line, po address line, business street, work street, business address, business street address, home street, home address, home street address",
      "address address, work address, address street, address street line, default address address, default address line, billing street, billing address, billing address line, adress",
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
      "mailing city, po city, business city, work city, home city, address city, default address city, billing city, Ort geschäftlich, Ort privat",
    ],
  },
  {
    field: "state",
    plain: [
      "state, province, state province, state region, state or province, province state, state prov, state code, state province region, us state, federal state",
      "Bundesland, Kanton, état province, province état, provincia, estado provincia, provincia estado, stato provincia",
      "estado província, provincie, województwo",
      "dép région, département région, bundesland kanton, provincia o estado, provincia stato, estado o provincia, estado o región, prov state",
    ],
    qualified: [
      "state id name, mailing state, business state, work state, home state, address state, address region, default address province, default address province code, billing state",
      "mailing state province, po region, business state province, home state province, address province, billing state province, Region geschäftlich, Region privat",
    ],
    byValues: ["estado, UF"],
    placed: [
      "region, région, región, regione, região, regio, county, departamento, département, kreis, powiat, stato, state",
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
      "address zip postal code, address zipcode, address zip code",
      "mailing postal code, po postal code, mailing zip, mailing zip code, mailing zip postal code, business postal code, business zip, work postal code, work zip, home postal code, home zip",
      "address postal code, address zip, default address zip, billing postal code, billing zip, billing postcode, address postcode, PLZ geschäftlich, PLZ privat, Postleitzahl geschäftlich, Postleitzahl privat, zip postal",
    ],
  },
  {
    field: "country",
    plain: [
      "country, country region, country region name, country name, country territory, nation",
      "Land, Länderkennung, Ländercode, pays, código de país, país, paese, nazione, stato paese, kraj, land, maa, země, pays région",
      "país región, Land/Region, страна, 国家, 国, 국가",
      "paese area geografica, land regio, país o región, kraj region, pays ou région, país ou região",
    ],
    qualified: [
      "address country region, country id name",
      "país região da empresa, país da empresa, Staat",
      "country code, mailing country, po country, business country, business country region, work country, home country, home country region, address country, mailing country code, billing country",
      "default address country, default address country code, address country code, Land geschäftlich, Land privat, Land Region geschäftlich, Land Region privat",
      "code pays, codice paese, código do país, landcode, kod kraju, country iso, iso country, país de residencia, pays de résidence, paese di residenza, country of residence",
    ],
  },
];
