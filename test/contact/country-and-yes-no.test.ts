/** Countries and yes/no, in the words of the main business languages. */
import { expect, test } from "vitest";
import { cellReader, expectCells, expectRefused } from "./cell-table.ts";

test.each([
  [
    "DE",
    "DE DEU D Germany Deutschland Allemagne Alemania Germania Alemanha Duitsland Niemcy Германия 德国 ドイツ ألمانيا",
  ],
  [
    "US",
    "US USA U.S.A. America Vereinigte_Staaten États-Unis Estados_Unidos Stati_Uniti Verenigde_Staten США 美国 アメリカ合衆国",
  ],
  [
    "GB",
    "GB GBR UK U.K. United_Kingdom Great_Britain England Scotland Vereinigtes_Königreich Royaume-Uni Reino_Unido Regno_Unito",
  ],
  ["FR", "FR FRA France Frankreich Francia França Frankrijk Франция 法国 フランス"],
  ["ES", "ES ESP Spain Spanien Espagne España Spagna Espanha Spanje 西班牙 スペイン"],
  ["CH", "CH CHE Switzerland Schweiz Suisse Suiza Svizzera Suíça Zwitserland 瑞士 スイス"],
  [
    "NL",
    "NL NLD Netherlands The_Netherlands Holland Niederlande Pays-Bas Países_Bajos Paesi_Bassi Nederland 荷兰 オランダ",
  ],
  ["SA", "SA SAU KSA Saudi_Arabia السعودية المملكة_العربية_السعودية"],
  ["JP", "JP JPN Japan Japon Japón Giappone Japão 日本 Япония"],
  ["CI", "CI CIV Côte_d'Ivoire COTE_DIVOIRE Ivory_Coast Elfenbeinküste"],
  ["KR", "KR South_Korea Republic_of_Korea Korea,_Republic_of Südkorea Corée_du_Sud"],
  ["CZ", "CZ CZE Czechia Czech_Republic Česko Tschechien"],
  ["TW", "TW Taiwan 台灣 臺灣"],
])("a country is its ISO code: %s", (code, names) => {
  const read = cellReader("country");
  for (const name of names.split(" ").map((word) => word.replaceAll("_", " "))) {
    for (const cell of [name, name.toUpperCase(), name.toLowerCase(), ` ${name}\u00a0`]) {
      expect([cell, read(cell)]).toEqual([cell, code]);
    }
  }
});

test("flags, and a name with its code in parentheses", () => {
  expectCells("country", [
    ["🇩🇪", "DE"],
    ["🇺🇸 United States", "US"],
    ["United States (US)", "US"],
    ["USA (United States of America)", "US"],
    ["Korea (South)", "KR"],
    ["", ""],
    [" \u200b", ""],
  ]);
});

test("a country that is none, or could be two, is not guessed", () => {
  expectRefused("country", "country_unknown", [
    "Korea",
    "XX",
    "EU",
    "Europe",
    "Germany (FR)",
    "x (y)",
    "🇽🇽",
    "Bavaria",
    "49",
    "n/a",
    "__proto__",
    "constructor",
    "x".repeat(101),
  ]);
});

const YES =
  "yes Y TRUE t 1 x on ja JA oui sí Si sim vero wahr waar da да tak prawda evet はい 是 是的 예 네 نعم हाँ có ✓ ✔ ✅ ☑️";
const NO =
  "no N FALSE f 0 off nein non não nao nee nej falso falsch onwaar нет nie hayır いいえ 否 不是 아니요 아니오 لا नहीं không ✗ ❌ ☐";

test("yes and no in the words, marks and numbers of people and exports", () => {
  expectCells(
    "yes_no",
    YES.split(" ").map((word) => [word, "yes"] as const),
  );
  expectCells(
    "yes_no",
    NO.split(" ").map((word) => [word, "no"] as const),
  );
  expectCells("yes_no", [
    [" YES\u00a0", "yes"],
    ["Si\u0301", "yes"],
    ["1.0", "yes"],
    ["", ""],
    ["\u200b", ""],
  ]);
});

test("anything else is neither", () => {
  expectRefused("yes_no", "yes_no_unreadable", [
    "maybe",
    "2",
    "-1",
    "not",
    "yesterday",
    "yes no",
    "n/a",
    "-",
    "?",
    "__proto__",
  ]);
});
