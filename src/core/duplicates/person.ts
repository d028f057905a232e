/** What of a contact counts when it is compared with others, made ready once. */
import { emailKey, linkedinKey, nameKey } from "../contact/identity-key.ts";
import { parseList } from "../contact/list-text.ts";
import { domainKey } from "../match/domain-key.ts";
import { type Address, addressOf } from "./compare-emails.ts";
import { isProvider } from "./mail-domains.ts";
import { type NameWords, nameWords } from "./name-words.ts";

export type Person = {
  readonly number: number;
  readonly name: NameWords | null;
  readonly emails: readonly Address[];
  readonly phones: readonly string[];
  readonly linkedin: string;
  readonly birthday: string;
  /** Where it works, by number, id, name and domain: sharing one is sharing the account. */
  readonly accounts: readonly string[];
  readonly accountName: string;
  /** Street and postal code. */
  readonly home: string;
};

/** Fields that a person is made of. */
export const PERSON_FIELDS = [
  "full_name",
  "first_name",
  "last_name",
  "email",
  "additional_emails",
  "phone",
  "additional_phones",
  "linkedin_url",
  "birthday",
  "account",
  "account_name",
  "account_domain",
  "street",
  "postal_code",
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

/** @param textOf text of a field, `""` = none */
export function personOf(number: number, textOf: (field: PersonField) => string): Person {
  const emails = further(textOf("email"), textOf("additional_emails")).map((email) => addressOf(emailKey(email)));
  const linkedin = textOf("linkedin_url");
  const [street, postalCode] = [nameKey(textOf("street")), nameKey(textOf("postal_code"))];
  return {
    number,
    name: nameWords({ full: textOf("full_name"), first: textOf("first_name"), last: textOf("last_name") }),
    emails,
    phones: further(textOf("phone"), textOf("additional_phones")),
    linkedin: linkedin === "" ? "" : linkedinKey(linkedin),
    birthday: textOf("birthday"),
    accounts: accountsOf(textOf, emails),
    accountName: textOf("account_name"),
    home: street === "" || postalCode === "" ? "" : `${street}\u001f${postalCode}`,
  };
}

const further = (first: string, list: string): readonly string[] =>
  list === ""
    ? first === ""
      ? []
      : [first]
    : [...new Set([first, ...parseList(list)])].filter((value) => value !== "");

const LEGAL_FORMS =
  / (?:inc|incorporated|llc|llp|ltd|limited|plc|corp|corporation|co|company|gmbh|ag|kg|se|sa|sas|sarl|srl|spa|bv|nv|ab|oy|as|aps|sl|lda|ltda|pty)$/;

function accountsOf(textOf: (field: PersonField) => string, emails: readonly Address[]): readonly string[] {
  const found = new Set<string>();
  if (textOf("account") !== "") found.add(`#${textOf("account")}`);
  const whole = nameKey(textOf("account_name"));
  const name = whole.includes(" ") ? whole.replace(LEGAL_FORMS, "").replace(LEGAL_FORMS, "") : whole;
  if (name !== "") found.add(`=${name}`);
  for (const domain of [domainKey(textOf("account_domain")), ...emails.map((email) => email.domain)]) {
    if (domain !== "" && !isProvider(domain)) found.add(`@${domain}`);
  }
  return [...found];
}
