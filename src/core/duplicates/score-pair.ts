/**
 * How likely two contacts are one person, with the reasons. What speaks for it is added up as independent chances; what
 * speaks against it takes its share off the sum; and names that are two people's set a ceiling whatever else agrees, because
 * couples, offices and families share phones, mailboxes and addresses.
 */
import { compareEmails } from "./compare-emails.ts";
import { compareNames, type NameRelation } from "./compare-names.ts";
import { comparePhones } from "./compare-phones.ts";
import type { Evidence } from "./evidence.ts";
import type { NameWords } from "./name-words.ts";
import { oneSlip } from "./one-slip.ts";
import type { Person } from "./person.ts";

export type PairScore = {
  /** 0 to 1, in hundredths. */
  readonly score: number;
  /** In words: what speaks for it, the strongest first, then what speaks against it. */
  readonly reasons: readonly string[];
};

/** From here on a pair is shown, unless somebody asks for others: nine of ten and more are one person. */
export const SHOWN_SCORE = 0.7;

const CEILING: Readonly<Record<NameRelation["relation"], number>> = {
  same: 1,
  like: 1,
  unknown: 1,
  /** See `MARRIED_CEILING`. */
  given: 0.45,
  family: 0.35,
  different: 0.3,
};
/** An address of a person, which names no other, whatever the names are. */
const LINKEDIN_CEILING = 0.75;
const GENERATION_CEILING = 0.3;
/** People marry, and keep their mailbox or their telephone. */
const MARRIED_CEILING = 0.9;
const OWN_ADDRESS = 0.68;

export function scorePair(one: Person, other: Person): PairScore {
  const name = compareNames(one.name, other.name);
  const linkedin = compareLinkedin(one, other);
  const emails = compareEmails(one.emails, other.emails, [one.name, other.name]);
  const phones = comparePhones(one.phones, other.phones);
  const found = [
    name,
    emails,
    phones,
    linkedin,
    compareBirthdays(one.birthday, other.birthday),
    compareAccounts(one, other),
    compareHomes(one, other),
    compareGenerations(one.name, other.name),
  ].filter((evidence) => evidence !== null);
  const missing = found.filter(({ weight }) => weight > 0).reduce((left, { weight }) => left * (1 - weight), 1);
  const left = found.filter(({ weight }) => weight < 0).reduce((share, { weight }) => share * (1 + weight), 1);
  const isSameProfile = linkedin !== null && linkedin.weight > 0;
  const sharesAddress = [emails, phones].some((evidence) => (evidence?.weight ?? 0) >= OWN_ADDRESS);
  const isMarried = name.relation === "given" && sharesAddress;
  const ceiling = Math.min(
    Math.max(isMarried ? MARRIED_CEILING : CEILING[name.relation], isSameProfile ? LINKEDIN_CEILING : 0),
    generationsDiffer(one.name, other.name) ? GENERATION_CEILING : 1,
  );
  const score = Math.min((1 - missing) * left, ceiling);
  return { score: Math.round(score * 100) / 100, reasons: reasonsOf(found, name) };
}

/** Names stand first even where they speak for nothing: they are what a person looks at. */
function reasonsOf(found: readonly Evidence[], name: NameRelation): readonly string[] {
  const others = found.filter((evidence) => evidence !== name && evidence.weight !== 0);
  const speakFor = others.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  const against = others.filter(({ weight }) => weight < 0).sort((a, b) => a.weight - b.weight);
  return [name, ...speakFor, ...against].map(({ says }) => says);
}

function compareLinkedin(one: Person, other: Person): Evidence | null {
  if (one.linkedin === "" || other.linkedin === "") return null;
  if (one.linkedin === other.linkedin) return { weight: 0.92, says: `same LinkedIn profile, ${one.linkedin}` };
  return { weight: -0.6, says: "two LinkedIn profiles" };
}

function compareBirthdays(one: string, other: string): Evidence | null {
  if (one === "" || other === "") return null;
  const both = `${one} and ${other}`;
  if (one === other) return { weight: 0.6, says: `same birthday, ${one}` };
  if (isDaySwapped(one, other)) return { weight: 0.3, says: `birthdays with day and month swapped, ${both}` };
  if (oneSlip(one, other) !== null) return { weight: -0.2, says: `birthdays differ by a digit, ${both}` };
  return { weight: -0.7, says: `birthdays differ, ${both}` };
}

/** `1980-03-04` and `1980-04-03`. */
function isDaySwapped(one: string, other: string): boolean {
  const [year, month, day] = one.split("-");
  return other === `${year}-${day}-${month}`;
}

function compareAccounts(one: Person, other: Person): Evidence | null {
  if (one.accounts.length === 0 || other.accounts.length === 0) return null;
  const shared = one.accounts.filter((account) => other.accounts.includes(account));
  const best = shared.find((account) => !account.startsWith("@")) ?? shared[0];
  if (best === undefined)
    return hasNamedAccount(one) && hasNamedAccount(other) ? { weight: -0.1, says: accountsSay(one, other) } : null;
  const twoNames = hasNamedAccount(one) && hasNamedAccount(other);
  if (best.startsWith("@")) return { weight: twoNames ? 0.2 : 0.5, says: `both at ${best.slice(1)}` };
  return { weight: 0.55, says: one.accountName === "" ? "at the same account" : `both at ${one.accountName}` };
}

const hasNamedAccount = ({ accounts }: Person): boolean => accounts.some((account) => !account.startsWith("@"));
const accountsSay = (one: Person, other: Person): string =>
  one.accountName === "" || other.accountName === ""
    ? "at two accounts"
    : `at two accounts, ${one.accountName} and ${other.accountName}`;

const compareHomes = (one: Person, other: Person): Evidence | null =>
  one.home !== "" && one.home === other.home ? { weight: 0.45, says: "same street and postal code" } : null;

const generationsDiffer = (one: NameWords | null, other: NameWords | null): boolean =>
  one !== null &&
  other !== null &&
  one.generation !== "" &&
  other.generation !== "" &&
  one.generation !== other.generation;

function compareGenerations(one: NameWords | null, other: NameWords | null): Evidence | null {
  if (one === null || other === null || one.generation === other.generation) return null;
  if (generationsDiffer(one, other))
    return { weight: -0.6, says: `one is ${one.generation}, the other ${other.generation}` };
  return { weight: -0.25, says: `only one of them is ${one.generation || other.generation}` };
}
