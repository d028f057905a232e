/** What the e-mail addresses of two contacts say about their being one person. */
import type { Evidence } from "./evidence.ts";
import { isFunctionMailbox, isProvider, isProviderSlip } from "./mail-domains.ts";
import type { NameWords } from "./name-words.ts";
import { oneSlip } from "./one-slip.ts";

export type Address = {
  readonly text: string;
  /** Without what providers ignore: a `+tag`, and dots at Gmail. */
  readonly local: string;
  readonly domain: string;
};

/** @param email in its matching key's form */
export function addressOf(email: string): Address {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1) === "googlemail.com" ? "gmail.com" : email.slice(at + 1);
  const plus = email.indexOf("+");
  const local = email.slice(0, plus > 0 && plus < at ? plus : at);
  return { text: email, local: domain === "gmail.com" ? local.replaceAll(".", "") : local, domain };
}

/** Shorter names of domains that differ by a letter are two companies. */
const DOMAIN_LETTERS = 5;

type Names = readonly [NameWords | null, NameWords | null];

/** Null where one of them has no address. */
export function compareEmails(one: readonly Address[], other: readonly Address[], names: Names): Evidence | null {
  let best: Evidence | null = null;
  for (const address of one) {
    for (const candidate of other) {
      const found = compare(address, candidate, names);
      if (best === null || found.weight > best.weight) best = found;
    }
  }
  return best;
}

function compare(one: Address, other: Address, names: Names): Evidence {
  const both = `${one.text} and ${other.text}`;
  const sameLocal = one.local === other.local;
  if (sameLocal && one.domain === other.domain) {
    if (isFunctionMailbox(one.local)) return { weight: 0.3, says: `same mailbox of a company, ${one.text}` };
    if (one.text === other.text) return { weight: 0.9, says: `same email, ${one.text}` };
    return { weight: 0.85, says: `one mailbox under two addresses, ${both}` };
  }
  if (one.local.replaceAll(".", "") === other.local.replaceAll(".", "") && isProviderSlip(one.domain, other.domain))
    return { weight: 0.8, says: `a slip in the email's domain, ${both}` };
  if (sameLocal && !isFunctionMailbox(one.local)) return sameLocalPart(one, other, names);
  if (one.domain !== other.domain) return { weight: -0.04, says: `emails differ, ${both}` };
  return sameDomain(one, other, names);
}

function sameLocalPart(one: Address, other: Address, names: Names): Evidence {
  const both = `${one.text} and ${other.text}`;
  const [provided, otherProvided] = [isProvider(one.domain), isProvider(other.domain)];
  if (!provided && !otherProvided) {
    const [name, otherName] = [nameOfDomain(one.domain), nameOfDomain(other.domain)];
    if (Math.min(name.length, otherName.length) >= DOMAIN_LETTERS && oneSlip(one.domain, other.domain) !== null)
      return { weight: 0.65, says: `emails' domains differ by a letter, ${both}` };
    if (name === otherName) return { weight: 0.55, says: `emails of one company in two countries, ${both}` };
  }
  if (isMadeOfName(one.local, names)) return { weight: 0.15, says: `emails that differ in the domain, ${both}` };
  const weight = one.local.length >= 6 ? 0.5 : 0.15;
  return { weight, says: `same mailbox name at two providers, ${both}` };
}

/** `acme` of `mail.acme.co.uk`. */
function nameOfDomain(domain: string): string {
  const labels = domain.split(".");
  const short = labels.length > 2 && (labels[labels.length - 2] ?? "").length <= 3 ? 3 : 2;
  return labels[labels.length - short] ?? domain;
}

function sameDomain(one: Address, other: Address, names: Names): Evidence {
  const both = `${one.text} and ${other.text}`;
  // Where each follows its own name, the addresses differ because the names do: that is said once already.
  const follows = names[0] !== names[1] && isOfName(one.local, names[0]) && isOfName(other.local, names[1]);
  const slip = follows ? null : oneSlip(one.local, other.local);
  const [shorter, longer] =
    one.local.length <= other.local.length ? [one.local, other.local] : [other.local, one.local];
  if (slip !== null && shorter.length >= 6 && !/\d/.test(longer.slice(slip.at, slip.at + 2)))
    return { weight: 0.5, says: `emails differ by a letter, ${both}` };
  const fits = [one, other].every(({ local }) => names.some((name) => isOfName(local, name)));
  if (fits && !isProvider(one.domain)) return { weight: 0.05, says: `two ways to write the name in an email, ${both}` };
  if (isFunctionMailbox(one.local) !== isFunctionMailbox(other.local))
    return { weight: 0, says: `emails differ, ${both}` };
  return { weight: isProvider(one.domain) ? -0.1 : -0.3, says: `emails differ at one domain, ${both}` };
}

const letters = (text: string): string => text.replace(/[^\p{L}]/gu, "");

/** Nothing but the words of a name: anybody of that name may have it. */
const isMadeOfName = (local: string, names: Names): boolean =>
  !/\d{2}/.test(local) && names.some((name) => isOfName(local, name));

/** `ann.lee`, `alee`, `leea`, `ann`, `lee`, `al`. */
function isOfName(local: string, name: NameWords | null): boolean {
  if (name === null || /\d/.test(local)) return false;
  const [first = "", last = ""] = [name.words[0], name.words[name.words.length - 1]];
  const forms = [first + last, last + first, first.charAt(0) + last, last + first.charAt(0), first + last.charAt(0)];
  const initials = first.charAt(0) + last.charAt(0);
  return [...forms, first, last, initials].includes(letters(local));
}
