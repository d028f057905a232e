/** Which currency a sign or code beside an amount names, as far as it says it: `$` is the dollar of many countries. */

const CODES: ReadonlySet<string> = new Set([
  ...Intl.supportedValuesOf("currency"),
  ..."US$ USD$ A$ AU$ C$ CA$ NZ$ HK$ S$ SG$ NT$ MX$ R$ RS RS. KR KR. SKR NKR DKR FR FR. SFR SFR. ZŁ KČ FT LEI ЛВ РУБ РУБ. RM RP KSH TL".split(
    " ",
  ),
]);
const SYMBOL = /^\p{Sc}$/u;

export const isCurrency = (text: string): boolean => SYMBOL.test(text) || CODES.has(text.toUpperCase());

/** Signs that are one currency's. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  (
    "€ EUR,£ GBP,₹ INR,₽ RUB,РУБ RUB,₩ KRW,₺ TRY,TL TRY,₴ UAH,₪ ILS,₫ VND,฿ THB,₱ PHP,₦ NGN,ZŁ PLN,KČ CZK,FT HUF,LEI RON,ЛВ BGN," +
    "RM MYR,RP IDR,KSH KES,US$ USD,USD$ USD,A$ AUD,AU$ AUD,C$ CAD,CA$ CAD,NZ$ NZD,HK$ HKD,S$ SGD,SG$ SGD,NT$ TWD,MX$ MXN,R$ BRL," +
    "SKR SEK,NKR NOK,DKR DKK,SFR CHF"
  )
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]),
);

/** Signs of several. */
const SHARED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    $: "USD AUD CAD NZD HKD SGD TWD MXN ARS CLP COP BRL UYU BSD BBD BZD JMD TTD FJD XCD NAD",
    "¥": "JPY CNY",
    KR: "SEK NOK DKK ISK",
    FR: "CHF XOF XAF XPF",
    RS: "INR PKR LKR NPR MUR SCR",
  }).map(([sign, codes]) => [sign, new Set(codes.split(" "))]),
);

/** An ISO 4217 code, or the sign of several currencies in capitals; null where the text names none that is known here. */
export function currencyOf(text: string): string | null {
  const sign = text.trim().toUpperCase().replace(/\.$/, "");
  const known = SIGNS.get(sign);
  if (known !== undefined) return known;
  return SHARED.has(sign) || (/^[A-Z]{3}$/.test(sign) && CODES.has(sign)) ? sign : null;
}

/** `$` may be USD, and CAD; EUR is neither. */
export const mayBeSame = (one: string, other: string): boolean =>
  one === other || SHARED.get(one)?.has(other) === true || SHARED.get(other)?.has(one) === true;

/** Codes that are no words of headers, as ALL and TOP are. */
const IN_HEADERS =
  /(?<![\p{L}$])(?:EUR|USD|GBP|CHF|JPY|CNY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|RUB|UAH|INR|BRL|MXN|ZAR|SGD|HKD|ILS|AED|SAR|THB|KRW)(?!\p{L})|[€£₹₽₩₺₴₪₫฿₱₦$¥]/u;

/** The currency of all amounts below a header, such as `Amount (EUR)`; null where it names none. */
export function currencyInHeader(header: string): string | null {
  const [found] = IN_HEADERS.exec(header) ?? [];
  return found === undefined ? null : currencyOf(found);
}
