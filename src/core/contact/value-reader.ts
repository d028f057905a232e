/**
 * From a field and the settings of an import to the function that reads the field's cells. It is made once per column and
 * called for every row, so all that can be prepared (options, separators) is prepared here.
 */
import { type Field, type FieldType, LIST_TYPES } from "./field.ts";
import { isIdField } from "./id-field.ts";
import { parseList } from "./list-text.ts";
import { normaliseAddress } from "./types/address.ts";
import { compileOptions, normaliseChoice, normaliseChoices } from "./types/choice.ts";
import { normaliseCountry } from "./types/country.ts";
import { normaliseDate } from "./types/date.ts";
import { normaliseDomain } from "./types/domain.ts";
import { normaliseEmail } from "./types/email.ts";
import { normaliseEmailList } from "./types/email-list.ts";
import { normaliseId } from "./types/id.ts";
import { normaliseLinkedinUrl } from "./types/linkedin-url.ts";
import { splitList, splitter } from "./types/list.ts";
import { normaliseLongText } from "./types/long-text.ts";
import { normaliseMoney } from "./types/money.ts";
import { normaliseName } from "./types/name.ts";
import { normaliseNumber } from "./types/number.ts";
import { normaliseOwner } from "./types/owner.ts";
import { normaliseOwnerList } from "./types/owner-list.ts";
import { normalisePhone } from "./types/phone.ts";
import { normalisePhoneList } from "./types/phone-list.ts";
import { normalisePostalCode } from "./types/postal-code.ts";
import { isSpreadsheetError, SPREADSHEET_DAMAGE } from "./types/spreadsheet-damage.ts";
import { normaliseStatus } from "./types/status.ts";
import { normaliseText } from "./types/text.ts";
import { normaliseTextList, tagReader } from "./types/text-list.ts";
import { normaliseUrl } from "./types/url.ts";
import { normaliseYesNo } from "./types/yes-no.ts";
import { type Reading, unreadable } from "./unreadable.ts";
import type { ValueSettings } from "./value-settings.ts";

/**
 * Reads one cell. `rowCountry` is the ISO code from the row's own country column, for phones. `""` comes back for a cell
 * in which nothing is visible.
 */
export type ReadValue = (raw: string, rowCountry?: string) => Reading;

/** Values of one cell, as many as some exports put into it and far more than anybody means: comparing lists stays quick. */
const LIST_VALUES = 10_000;
const LIST_TOO_LONG = unreadable("list_too_long");

/** Addresses, phones and names hold dots of their own: whatever parts tags, these are parted by `,` and `;` only. */
const PERSON_SEPARATORS: readonly string[] = [",", ";"];
const PEOPLE: ReadonlySet<FieldType> = new Set(["email_list", "phone_list", "owner_list", "manager_list"]);

export function valueReader(field: Field, settings: ValueSettings): ReadValue {
  const read = readerOf(field, settings);
  // An error word of a spreadsheet is damage whatever the field, and so is a value that has become one by being cleaned.
  if (LIST_TYPES.has(field.type)) {
    return (raw, rowCountry) => {
      if (isSpreadsheetError(raw)) return SPREADSHEET_DAMAGE;
      const reading = read(raw, rowCountry);
      if (typeof reading !== "string") return reading;
      if (holdsSpreadsheetError(reading)) return SPREADSHEET_DAMAGE;
      return raw.length > LIST_VALUES && parseList(reading).length > LIST_VALUES ? LIST_TOO_LONG : reading;
    };
  }
  return (raw, rowCountry) => {
    if (isSpreadsheetError(raw)) return SPREADSHEET_DAMAGE;
    const reading = read(raw, rowCountry);
    return typeof reading === "string" && isSpreadsheetError(reading) ? SPREADSHEET_DAMAGE : reading;
  };
}

const holdsSpreadsheetError = (list: string): boolean =>
  list.includes('"#') && parseList(list).some((item) => isSpreadsheetError(item));

function readerOf(field: Field, settings: ValueSettings): ReadValue {
  const { dateOrder, decimalMark } = settings;
  const country = settings.country.toUpperCase();
  switch (field.type) {
    case "text":
      if (isDomain(field)) return normaliseDomain;
      if (field.builtin && field.key === "postal_code")
        return (raw, rowCountry = "") => normalisePostalCode(raw, rowCountry);
      return isIdField(field) ? normaliseId : normaliseText;
    case "long_text":
      return normaliseLongText;
    case "name":
      return normaliseName;
    case "id":
      return normaliseId;
    case "address":
      return normaliseAddress;
    case "email":
      return normaliseEmail;
    case "phone":
      return (raw, rowCountry) => normalisePhone(raw, rowCountry || country);
    case "date":
      return (raw) => normaliseDate(raw, dateOrder, settings);
    case "number":
      return (raw) => normaliseNumber(raw, decimalMark);
    case "money":
      return (raw) => normaliseMoney(raw, decimalMark, settings.currency);
    case "yes_no":
      return normaliseYesNo;
    case "url":
      return normaliseUrl;
    case "linkedin_url":
      return normaliseLinkedinUrl;
    case "country":
      return normaliseCountry;
    case "owner":
      return (raw) => normaliseOwner(raw, settings.owners);
    case "link":
      return normaliseText;
    case "status":
      return normaliseStatus;
    default:
      return listReader(field, field.type, settings);
  }
}

const isDomain = ({ builtin, key, object = "contact" }: Field): boolean =>
  builtin && (object === "contact" ? key === "account_domain" : object === "account" && key === "domain");

type ChoiceOrListType =
  | "single_choice"
  | "radio"
  | "multiple_choice"
  | "checkbox"
  | "text_list"
  | "tags"
  | "email_list"
  | "phone_list"
  | "owner_list"
  | "manager_list";

/** What parts the cells of a field into its values; null = it holds one value. */
export function cellSplitter(
  { type, options = [] }: Field,
  { multiSeparators, knownTags = [] }: ValueSettings,
): ((raw: string) => readonly string[]) | null {
  if (!LIST_TYPES.has(type)) return null;
  const by = PEOPLE.has(type) ? splitter(PERSON_SEPARATORS) : splitter(multiSeparators, [...options, ...knownTags]);
  return (raw) => splitList(raw, by);
}

function listReader(field: Field, type: ChoiceOrListType, settings: ValueSettings): ReadValue {
  const known = field.options ?? [];
  const people = splitter(PERSON_SEPARATORS);
  switch (type) {
    case "single_choice":
    case "radio": {
      const options = compileOptions(known, settings.createOptions);
      return (raw) => normaliseChoice(raw, options);
    }
    case "multiple_choice":
    case "checkbox": {
      const options = compileOptions(known, settings.createOptions);
      const by = splitter(settings.multiSeparators, known);
      return (raw) => normaliseChoices(raw, options, by);
    }
    case "tags":
      return tagReader(settings.multiSeparators, [...known, ...(settings.knownTags ?? [])]);
    case "text_list": {
      const by = splitter(settings.multiSeparators, known);
      return (raw) => normaliseTextList(raw, by);
    }
    case "email_list":
      return (raw) => normaliseEmailList(raw, people);
    case "phone_list":
      return (raw, rowCountry) => normalisePhoneList(raw, rowCountry || settings.country.toUpperCase(), people);
    case "owner_list":
      return (raw) => normaliseOwnerList(raw, people, settings.owners);
    case "manager_list":
      return (raw) => normaliseOwnerList(raw, people, settings.managers);
  }
}
