/**
 * Columns that say what a contact agreed to or withdrew, in words that are not simply an opt-out's yes and no:
 * `Accepts Email Marketing = yes` means not opted out, `Status = Cleaned` and a date under `UNSUB_TIME` mean opted out. They
 * are mapped with a map of their values only where most of those are understood; whoever has not agreed counts as opted out,
 * because mail that nobody asked for cannot be taken back.
 */
import { normaliseDate } from "../contact/types/date.ts";
import { normaliseYesNo } from "../contact/types/yes-no.ts";
import type { ValueMap } from "../contact/value-map.ts";
import type { ColumnSamples } from "./column-samples.ts";
import { headerKey } from "./header-key.ts";
import {
  ASKED_WORDS,
  CONSENT_NAMES,
  type ConsentNames,
  NOT_ASKED,
  NOT_OPTED_OUT,
  OPTED_OUT,
  OUTSPOKEN_STATUS_NAMES,
  SINCE_NAMES,
  STATUS_NAMES,
} from "./names/consent.ts";
import { withoutWhose } from "./whose.ts";

export type Consent = {
  readonly field: ConsentNames["field"];
  readonly values: ValueMap;
  /** When somebody opted out; who has agreed again since has that date too, so another column knows better. */
  readonly isDate?: true;
};

const TURNED: ValueMap = [
  ["yes", "no"],
  ["no", "yes"],
];

const NOT_SAID: ValueMap = ["-", "n/a", "null"].map((cell) => [cell, ""] as const);

/** Whatever time stands there is one at which somebody opted out. */
const SINCE: ValueMap = [
  ...["[]", "-", "never", "0", "null", "none", "n/a", "0000-00-00", "0000-00-00 00:00:00"].map(
    (cell) => [cell, ""] as const,
  ),
  ["yes", "yes"],
  ["no", "no"],
  ["*", "yes"],
];

/** Lists of reasons, where the others hold times. */
const SUPPRESSED = /suppress/i;
/** One kind of mail among several: `Opted out of email: Newsletter`. There is one opt-out, and the narrower counts for it. */
const OUT_OF_ONE_KIND = /^\s*(?:opted out of|unsubscribed from) e-?mails?\s*[:(]/i;
const PLAIN: ValueMap = [
  ["yes", "yes"],
  ["no", "no"],
];

/** Somebody is subscribed; a subscription that has expired is one that is paid for. */
const SPEAKS_OF_MAIL = /subscrib|opt(?:ed)?[ -]?(?:in|out)/i;
/** In a state of any wording: `Opt-Out: Unsubscribe`, `Unsubscribed by admin`. */
const SAYS_OUT = /\b(?:un|non-?|not |never )subscrib|\bopt(?:ed)?[ -]?out/i;
/** Of the values of a column that speaks of a subscription; what the rest of them means has to be said. */
const UNDERSTOOD_SHARE = 0.5;
/** Of the values of a column that asks for an agreement: the rest is none. */
const ANSWERED_SHARE = 0.66;

const FIRST_WORD = /^(\p{L}+)[\s,.!:;–-]/u;
/** Words that begin an answer: `on` and `false` begin other texts. */
const ANSWERS: ReadonlyMap<string, "yes" | "no"> = new Map([
  ...["yes", "ja", "oui", "sí", "sì", "sim", "tak"].map((word) => [word, "yes"] as const),
  ...["no", "nein", "non", "não", "nee", "nie"].map((word) => [word, "no"] as const),
]);

const known = (text: string): string => text.trim().toLowerCase().replaceAll("_", " ");
const STATES: ReadonlyMap<string, "yes" | "no"> = new Map([
  ...NOT_OPTED_OUT.split(",").map((word) => [known(word), "no"] as const),
  ...OPTED_OUT.split(",").map((word) => [known(word), "yes"] as const),
]);
/** A map is read by the letter, so that `NEVER_SUBSCRIBED` stands in it besides `never subscribed`. */
const STATE_MAP: ValueMap = [...STATES].flatMap(([word, text]) => {
  const joined = word.replaceAll(" ", "_");
  return joined === word ? [[word, text]] : [[word, text] as const, [joined, text] as const];
});

type Names = ReadonlyMap<string, ConsentNames["field"]>;
const byKey = (table: readonly ConsentNames[]): Names =>
  new Map(
    table.flatMap(({ field, names }) =>
      names.flatMap((line) => line.split(",")).map((name) => [headerKey(name), field] as const),
    ),
  );
const CONSENTS = byKey(CONSENT_NAMES);
const STATUSES = byKey(STATUS_NAMES);
const OUTSPOKEN = byKey(OUTSPOKEN_STATUS_NAMES);
const SINCES = byKey(SINCE_NAMES);

/**
 * Null where header or values speak of something else, or where there are no values to tell.
 * @param named the opt-out that the header names by itself; null = none
 */
export function consentOf(
  header: string,
  { values }: ColumnSamples,
  named: ConsentNames["field"] | null = null,
): Consent | null {
  const since = ofName(SINCES, header);
  if (since !== undefined && (values.length === 0 || values.some(isDate) || SUPPRESSED.test(header)))
    return { field: since, values: SINCE, isDate: true };
  if (values.length === 0) return null;
  if (named !== null) return ofOptOut(named, values);
  if (OUT_OF_ONE_KIND.test(header)) return values.every(isYesNo) ? { field: "email_opt_out", values: PLAIN } : null;
  const agreed = ofName(CONSENTS, header) ?? asked(header);
  if (agreed !== undefined) return ofAgreement(agreed, values);
  const outspoken = ofName(OUTSPOKEN, header);
  const status = outspoken ?? ofName(STATUSES, header);
  return status === undefined ? null : ofState(status, values, outspoken !== undefined);
}

/** `Do not allow Emails = Allow`, and `Unsubscribed = 2024-01-02`; plain yes and no need no map. */
function ofOptOut(field: ConsentNames["field"], values: readonly string[]): Consent | null {
  if (values.every(isYesNo)) return null;
  if (values.every(isDate)) return { field, values: SINCE, isDate: true };
  return values.every((value) => stateOf(value) !== undefined) ? { field, values: mapOf(values) } : null;
}

/** `no` beside `unsubscribed` is an answer to the same question. Whoever says `perhaps`, or `never again`, has not agreed. */
function ofAgreement(field: ConsentNames["field"], values: readonly string[]): Consent | null {
  const worded = turnedWordings(values);
  const turned = [...worded, ...TURNED];
  const answered = new Set(worded.map(([value]) => value));
  const states = values.filter((value) => !isYesNo(value) && !answered.has(value));
  if (states.length === 0) return { field, values: turned };
  const found = ofState(field, states, true);
  if (found !== null) return { ...found, values: [...found.values, ...turned] };
  // In words: numbers may count something.
  const answers = values.filter((value) => (isYesNo(value) && /\p{L}/u.test(value)) || answered.has(value));
  if (answers.length < values.length * ANSWERED_SHARE) return null;
  const understood = states.filter((value) => stateOf(value) !== undefined);
  return {
    field,
    values: [...(understood.length === 0 ? [] : mapOf(understood)), ...turned, ...NOT_SAID, ["*", "yes"]],
  };
}

/** `Yes, please`, `Nein danke`: what the first word answers, turned round. */
function turnedWordings(values: readonly string[]): ValueMap {
  return [...new Set(values)].flatMap((value) => {
    const [, word = ""] = FIRST_WORD.exec(value.trim()) ?? [];
    const answer = isYesNo(value) ? null : ANSWERS.get(word.toLowerCase());
    return answer === undefined || answer === null ? [] : [[value, answer === "yes" ? "no" : "yes"] as const];
  });
}

/** @param isSure the header speaks of nothing else: `Pending` and `Active` alone are the states of invoices and customers as well */
function ofState(field: ConsentNames["field"], values: readonly string[], isSure: boolean): Consent | null {
  const understood = values.filter((value) => stateOf(value) !== undefined).length;
  const isSpoken = values.some((value) => SPEAKS_OF_MAIL.test(value));
  if (understood === values.length ? !isSure && !isSpoken : !isSpoken || understood < values.length * UNDERSTOOD_SHARE)
    return null;
  return { field, values: mapOf(values) };
}

const stateOf = (value: string): "yes" | "no" | undefined =>
  STATES.get(known(value)) ?? (SAYS_OUT.test(value) ? "yes" : undefined);

/** Every state there is, since rows further down have others, and this column's own wordings. */
function mapOf(values: readonly string[]): ValueMap {
  const own = new Set(values.filter((value) => !STATES.has(known(value)) && stateOf(value) !== undefined));
  return [...STATE_MAP, ...[...own].map((value) => [value, "yes"] as const)];
}

/** Of the header, or of what stands behind whom it is about: `Person - Marketing status`. */
function ofName(names: Names, header: string): ConsentNames["field"] | undefined {
  const key = headerKey(header);
  const rest = names.get(key) === undefined ? withoutWhose(key) : null;
  return names.get(key) ?? (rest === null ? undefined : names.get(rest));
}

/** Questions of a form: `I agree to receive the newsletter`. */
function asked(header: string): ConsentNames["field"] | undefined {
  if (NOT_ASKED.test(header)) return undefined;
  if (ASKED_WORDS.sms.test(header)) return "sms_opt_out";
  return ASKED_WORDS.email.test(header) ? "email_opt_out" : undefined;
}

const isDate = (value: string): boolean =>
  typeof normaliseDate(value, "DMY") === "string" || typeof normaliseDate(value, "MDY") === "string";
const isYesNo = (value: string): boolean => typeof normaliseYesNo(value) === "string";
