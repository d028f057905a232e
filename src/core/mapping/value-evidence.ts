/**
 * What the values of a column say about the field it may be. `couldBe` is lenient: it guards what a header says, and a
 * messy column must pass it. `sureKinds` is strict: by one a column is mapped although its header says nothing.
 */
import type { Field } from "../contact/field.ts";
import { normaliseCountry } from "../contact/types/country.ts";
import { normaliseDate } from "../contact/types/date.ts";
import { dateParts } from "../contact/types/date-parts.ts";
import { normaliseEmail } from "../contact/types/email.ts";
import { normaliseLinkedinUrl } from "../contact/types/linkedin-url.ts";
import { normaliseNumber } from "../contact/types/number.ts";
import { normalisePhone } from "../contact/types/phone.ts";
import { shortDate } from "../contact/types/short-date.ts";
import { normaliseYesNo } from "../contact/types/yes-no.ts";
import { ID_PREFIX } from "../public-id.ts";
import { cellShape } from "../tabular/rows/cell-shape.ts";

const LETTER = /\p{L}/u;
const DIGIT = /\d/g;
/** Characters, with an extension and a word before. */
const LONGEST_PHONE = 60;
/** Digits, what stands between and around them, and the words that announce a number or an extension. */
const PHONE_LIKE =
  /^(?:tel|phone|ph|mobile|mob|cell|fax|t|m|p)?[:. ]{0,3}[+(\d][\d\s()+./\\\-–,;:#*'eE]*(?:(?:x|ext\.?|poste|dw|durchwahl)\s?\d{1,7})?$/i;
/** Nothing but salutations: `Sr. Engineer` is a job. */
const SALUTATION =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|sir|herr|frau|hr|fr|mme|mlle|m|monsieur|madame|sr|sra|srta|sig|sig\.?ra|dott|dhr|mevr|mw|pan|pani)(?:[. ]+|$))+$/i;
/** `State` of a task, not of a country; `estado` is either in Spanish and Portuguese. */
const STATUS =
  /^(?:(?:in)?activ[eo]|(?:in)?ativo|alta|baja|pendiente|pendente|nuev[oa]|nov[oa]|abiert[oa]|cerrad[oa]|abert[oa]|fechad[oa]|cliente|prospecto|ganado|perdido|cancelad[oa]|suspendid[oa]|bloquead[oa]|confirmad[oa]|contactad[oa]|verificad[oa]|enabled|disabled|open|opened|closed|new|pending|done|draft|lead|customer|prospect|won|lost|archived|deleted|subscribed|unsubscribed|verified|qualified|unqualified|contacted|true|false|yes|no)$/i;
const DAY_OF_YEAR = /^(?:\d{1,2}[/.-]\d{1,2}\.?|--\d\d-?\d\d)$/;
/** Numbered ids: three letters that say of what, and ten signs. */
const OWN_ID = /^([a-z]{3})_[0-9a-z]{10}$/i;

const isAddressOrLink = (text: string): boolean => text.includes("@") || text.includes("://");
const digits = (text: string): number => text.match(DIGIT)?.length ?? 0;

/** `07/19`, `--12-25`, `19 July`: a birthday as mail services keep it. */
export const isDayOfYear = (text: string): boolean =>
  DAY_OF_YEAR.test(text) || (!/\d{3}/.test(text) && dateParts(`${text} 2000`) !== null);

/** Whether a text is a record id of what has this field. */
export const isIdOf =
  (id: Field | undefined): ((text: string) => boolean) =>
  (text) =>
    OWN_ID.exec(text)?.[1]?.toLowerCase() === ID_PREFIX[id?.object ?? "contact"];

/** Several addresses or numbers in one cell. */
export const holdsSeveral = (text: string): boolean =>
  text.split("@").length > 2 || (!text.includes("@") && text.split(/[,;|]/).filter(isPhoneLike).length > 1);

/** Null where any text will do. */
export function couldBe(field: Field): ((text: string) => boolean) | null {
  return (
    (field.builtin && field.object === undefined ? BY_KEY.get(field.key) : undefined) ?? BY_TYPE.get(field.type) ?? null
  );
}

type Test = (text: string) => boolean;

const isPhoneLike: Test = (text) =>
  text.length <= LONGEST_PHONE && digits(text) >= 5 && PHONE_LIKE.test(text) && cellShape(text) !== "date";

const BY_KEY: ReadonlyMap<string, Test> = new Map<string, Test>([
  ["job_title", (text) => !isAddressOrLink(text) && !SALUTATION.test(text) && LETTER.test(text)],
  ["account_name", (text) => !text.includes("@") && !/^\d+$/.test(text)],
  ["account_domain", (text) => text.includes(".") && !/\s/.test(text)],
  ["street", (text) => !isAddressOrLink(text)],
  ["city", (text) => !isAddressOrLink(text) && LETTER.test(text)],
  ["state", (text) => !isAddressOrLink(text) && LETTER.test(text) && !STATUS.test(text)],
  ["position", (text) => LETTER.test(text)],
  ["owner", (text) => LETTER.test(text)],
  ["followers", (text) => LETTER.test(text)],
  ["postal_code", (text) => text.length <= 14 && !isAddressOrLink(text)],
]);

/** Years of two digits can be read by what the whole column shows. */
const isDateLike: Test = (text) =>
  typeof normaliseDate(text, "DMY") === "string" ||
  typeof normaliseDate(text, "MDY") === "string" ||
  shortDate(text) !== null;

const BY_TYPE: ReadonlyMap<string, Test> = new Map<string, Test>([
  ["email", (text) => text.includes("@")],
  ["email_list", (text) => text.includes("@")],
  ["phone", isPhoneLike],
  ["phone_list", (text) => text.split(/[,;|]/).every(isPhoneLike)],
  ["linkedin_url", (text) => /linkedin\.|^\/?in\//i.test(text)],
  ["url", (text) => text.includes(".") && !/\s/.test(text) && !text.includes("@")],
  ["name", (text) => LETTER.test(text) && !isAddressOrLink(text) && digits(text) < 3],
  ["date", isDateLike],
  ["yes_no", (text) => typeof normaliseYesNo(text) === "string"],
  ["country", (text) => typeof normaliseCountry(text) === "string"],
  ["number", (text) => typeof normaliseNumber(text, "unknown") === "string"],
]);

export type SureKind = { readonly field: string; readonly called: string; readonly is: Test };

/** Ordered: a value is counted for the first kind that takes it. `country`: of phones without `+`, or `""`. */
export function sureKinds(country: string, fields: readonly Field[]): readonly SureKind[] {
  const id = fields.find(({ key }) => key === "id");
  return [
    { field: "id", called: `${id?.object ?? "contact"} ids of this product`, is: isIdOf(id) },
    { field: "email", called: "e-mail addresses", is: (text) => typeof normaliseEmail(text) === "string" },
    { field: "linkedin_url", called: "LinkedIn profiles", is: isLinkedinProfile },
    { field: "phone", called: "phone numbers", is: (text) => isSurelyPhone(text, country) },
  ];
}

/** The short form `in/ann` is left out: it is also a path and a unit of measure. */
export const isLinkedinProfile: Test = (text) =>
  text.toLowerCase().includes("linkedin.com/") && typeof normaliseLinkedinUrl(text) === "string";

/** Bare digits are ids, amounts and post codes as well: a phone shows by its `+` or by the way it is parted. */
const PARTED = /^(?:\+|00[1-9])|^\(?\d{2,5}\)?[ ./-]\d{2,}/;
const NETWORK_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

function isSurelyPhone(text: string, country: string): boolean {
  if (text.length > 40 || !PARTED.test(text) || !isPhoneLike(text) || NETWORK_ADDRESS.test(text)) return false;
  if (cellShape(text) === "date" || digits(text) < 7) return false;
  return typeof normalisePhone(text, country) === "string";
}
