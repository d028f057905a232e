/** The fields that one column may be, best first: what its header says, as far as its values do not speak against it. */
import type { Field } from "../contact/field.ts";
import { isPlaceholder } from "../contact/placeholder.ts";
import type { ValueMap } from "../contact/value-map.ts";
import type { EffectivePolicy } from "../policy/effective-policy.ts";
import type { ColumnMapping } from "./column-mapping.ts";
import type { ColumnSamples } from "./column-samples.ts";
import { consentOf } from "./consent.ts";
import { headerKey, headerWords } from "./header-key.ts";
import type { NameIndex } from "./name-index.ts";
import { isKnownOther, speaksOfSomebodyElse } from "./not-fields.ts";
import { overflowField } from "./overflow-field.ts";
import type { Place } from "./place-words.ts";
import { type HeaderMeaning, shownHeader } from "./recognise-header.ts";
import { couldBe, holdsSeveral, isDayOfYear, isIdOf, isLinkedinProfile, type SureKind } from "./value-evidence.ts";

export type Candidate = {
  readonly field: Field;
  /** Values that are read as others. */
  readonly values?: ValueMap;
  readonly foundBy: ColumnMapping["foundBy"];
  /** 0 to 1, with what the values say. */
  readonly confidence: number;
  /** 0 to 1, by the header alone: which of two columns comes first. */
  readonly claim: number;
  readonly reason: string;
  /** Which of a contact's addresses or numbers the header speaks of. */
  readonly place?: Place | null;
  /** Only for a field that no other column speaks of. */
  readonly isLast?: true;
};

export type CandidateContext = {
  readonly index: NameIndex;
  readonly policy: EffectivePolicy;
  readonly recognise: (header: string) => HeaderMeaning | null;
  readonly sure: readonly SureKind[];
};

/** Share of values from which on content decides alone, and below which it speaks against a header. */
const SURE_SHARE = 0.8;
const DOUBTFUL_SHARE = 0.5;
/** So few values that do not fit may be chance. */
const FEW_VALUES = 3;

/**
 * Fields whose very name means another thing in other files, which only the values show: `Title` is the job here and
 * `Mr.` there, `State` a status, `Position` a rank, `Owner` a number, `Followers` a count.
 */
const NAMED_LIKE_OTHERS: ReadonlySet<string> = new Set(["job_title", "state", "position", "owner", "followers"]);

/** What stands above the ids of a file's lines, whatever these are about. */
const RECORD_IDS: ReadonlySet<string> = new Set(["id", "recordid", "hsobjectid", "uid", "uuid", "guid"]);

/** Under `role`: what somebody may do or be in a program, which is no job. */
const NO_JOB =
  /^(?:(?:end-)?users?|leads?|contacts?|customers?|subscribers?|members?|visitors?|guests?|admins?|administrators?|editors?|authors?|contributors?|viewers?|shop[ _]manager|prospects?|clients?|attendees?|participants?|Mitglied(?:er)?|Kunde|Nutzer|Benutzer)$/i;

export function candidatesByHeader(
  header: string,
  samples: ColumnSamples,
  context: CandidateContext,
): readonly Candidate[] {
  const meaning = context.recognise(header);
  const consent = consentCandidate(header, samples, { meaning, index: context.index });
  if (consent !== null) return [consent];
  if (meaning === null) return [];
  if (meaning.field.type === "id" || meaning.field.key.endsWith("external_id")) {
    return identifiers(header, meaning, samples, context);
  }
  if (meaning.field.key === "website" && share(samples, isLinkedinProfile) >= SURE_SHARE) {
    const linkedin = context.index.fields.get("linkedin_url");
    const reason = `header ${shownHeader(header)}, and the values are LinkedIn profiles`;
    return linkedin === undefined ? [] : [{ field: linkedin, foundBy: "content", confidence: 0.9, claim: 0.9, reason }];
  }
  const found = checkedByValues(severalAtOnce(meaning, samples, context.index), samples);
  if (found === null) return [];
  // Beside `Job Position` a title is another one, such as `Doctor`.
  const checked = headerKey(header) === "title" ? { ...found, claim: Math.min(found.claim, 0.8) } : found;
  // Where cells may be parted, the first of their values is the contact's own, if no other column has that.
  const parted = checked.field !== meaning.field && context.policy.unknownColumns === "keep";
  return parted ? [{ ...checked, field: meaning.field }] : [checked];
}

/** What somebody agreed to is the opposite of an opt-out, and the date of an opt-out says that there was one. */
function consentCandidate(
  header: string,
  samples: ColumnSamples,
  { meaning, index }: { readonly meaning: HeaderMeaning | null; readonly index: NameIndex },
): Candidate | null {
  const key = meaning === null || meaning.strength === "similar" ? null : meaning.field.key;
  const consent = consentOf(header, samples, key === "email_opt_out" || key === "sms_opt_out" ? key : null);
  const field = consent === null ? undefined : index.fields.get(consent.field);
  if (consent === null || field === undefined) return null;
  const { values, isDate } = consent;
  const says = isDate ? `whoever has a value is ${field.label}` : `whoever did not agree counts as ${field.label}`;
  const reason = `header ${shownHeader(header)}: ${says}`;
  const found = { field, values, foundBy: "header" as const, confidence: 0.9, reason };
  return isDate ? { ...found, claim: 0, isLast: true } : { ...found, claim: 0.7 };
}

/** `Emails` may be a column of one address each, and then it is the email; `a@x.co, b@x.co` belongs in the list. */
function severalAtOnce(meaning: HeaderMeaning, samples: ColumnSamples, index: NameIndex): HeaderMeaning {
  const list = meaning.strength === "qualified" ? overflowField(meaning.field, index) : null;
  return list !== null && share(samples, holdsSeveral) >= SURE_SHARE ? { ...meaning, field: list } : meaning;
}

function share(samples: ColumnSamples, test: (text: string) => boolean): number {
  const { values } = samples;
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}

/** A header that names a field outright is believed whatever the values are; every weaker one only as far as they fit. */
function checkedByValues(meaning: HeaderMeaning, samples: ColumnSamples): Candidate | null {
  const { field, strength, confidence, reason } = meaning;
  const found = {
    field,
    foundBy: strength === "similar" ? ("similar_header" as const) : ("header" as const),
    claim: confidence,
    place: meaning.place,
  };
  // Days without a year are no dates; as custom data they stay.
  if (field.type === "date" && share(samples, isDayOfYear) >= SURE_SHARE) return null;
  const test = couldBe(field);
  const values = samples.values.filter((value) => !isPlaceholder(value, field.type));
  const total = values.length;
  if (strength === "shown" && (test === null || total === 0 || values.every((value) => NO_JOB.test(value))))
    return null;
  if (test === null || total === 0) return { ...found, confidence, reason };
  const fitting = values.filter(test).length;
  const part = fitting / total;
  if ((strength === "similar" || strength === "shown") && part < SURE_SHARE) return null;
  if (part >= DOUBTFUL_SHARE) return { ...found, confidence, reason };
  if (strength === "qualified" || (field.builtin && NAMED_LIKE_OTHERS.has(field.key))) return null;
  if (strength === "plain" && fitting === 0 && total >= FEW_VALUES) return null;
  const doubt = `${reason}, but only ${fitting} of ${total} values look like it`;
  return { ...found, confidence: confidence / 2, reason: doubt };
}

/**
 * Ids. Muster's own id decides alone which contact a row changes, so a column is believed to hold it only when its
 * values say so; ids of another system are external ids, which match or are kept without harm.
 */
function identifiers(
  header: string,
  meaning: HeaderMeaning,
  samples: ColumnSamples,
  { index, policy }: CandidateContext,
): readonly Candidate[] {
  const { values, distinct } = samples;
  const key = headerKey(header);
  // Where a line is about two objects, their ids are told apart by what stands before: `contact_id`, `opportunity_id`.
  // Where nothing does, each line has an id of its own, and so has each opportunity; several may be one contact's.
  const isOfLine = RECORD_IDS.has(key) && index.fields.has("opportunity_id") && values.length > 0;
  const isDeal =
    isOfLine && distinct === values.length && share(samples, isIdOf(index.fields.get("id"))) < DOUBTFUL_SHARE;
  const whose = isDeal ? "opportunity_" : meaning.field.key.replace(/(?:external_)?id$/, "");
  const own = index.fields.get(`${whose}id`);
  const external = index.fields.get(`${whose}external_id`);
  const isOwnHeader = meaning.field.type === "id" && key !== "id";
  const areOwn = values.length > 0 && share(samples, isIdOf(own)) >= DOUBTFUL_SHARE;
  // An update by id alone has no use for a foreign id: as the contact's id it is reported row by row, elsewhere it is lost.
  const onlyOwnCounts =
    policy.mode === "update" && policy.match.includes("id") && !policy.match.includes("external_id");
  if (own !== undefined && (areOwn || (isOwnHeader && (values.length === 0 || onlyOwnCounts)))) {
    const reason = areOwn
      ? `header ${shownHeader(header)}, and the values are ${own?.object ?? "contact"} ids`
      : meaning.reason;
    const confidence = areOwn ? 1 : 0.8;
    return [{ field: own, foundBy: "header", confidence, claim: confidence, reason }];
  }
  // Ids that keep coming back are those of something that several contacts share.
  const areShared = values.length >= 10 && distinct < values.length * DOUBTFUL_SHARE;
  const isNamedSo = meaning.field.type !== "id" && meaning.strength !== "qualified";
  if (areShared && !isNamedSo) return [];
  // Just below certain: a column with the holder's own name goes before.
  const confidence = isNamedSo ? Math.min(meaning.confidence, 0.97) : 0.8;
  const reason = isNamedSo ? meaning.reason : `header ${shownHeader(header)}: the ids of another system`;
  const ofContact = [index.externalIdHolder, index.fields.get("external_id")];
  // Beside a column that names the opportunity's id, the other one is the contact's.
  const fields = isDeal
    ? [external, ...ofContact]
    : whose === "opportunity_"
      ? [external]
      : [index.externalIdHolder, external];
  const claim = isDeal ? Math.min(confidence, 0.7) : confidence;
  return fields
    .filter((field): field is Field => field !== null && field !== undefined)
    .map((field) => ({ field, foundBy: "header", confidence, claim, reason }));
}

/** What the values say where the header says nothing, or where there is none. */
export function candidateByContent(
  header: string | null,
  samples: ColumnSamples,
  { index, sure }: CandidateContext,
): Candidate | null {
  const values = samples.values.filter((value) => !isPlaceholder(value, "email"));
  if (values.length === 0) return null;
  if (header !== null && (isKnownOther(headerKey(header)) || speaksOfSomebodyElse(headerWords(header)))) return null;
  // The same few values again and again: an owner, an agent, a switchboard.
  if (values.length >= 4 && new Set(values).size < values.length * DOUBTFUL_SHARE) return null;
  for (const kind of sure) {
    const count = values.filter(kind.is).length;
    const field = index.fields.get(kind.field);
    if (field === undefined || count < values.length * SURE_SHARE) continue;
    const reason = `${count} of ${values.length} values are ${kind.called}`;
    const confidence = (header === null || headerKey(header) === "" ? 0.85 : 0.7) * (count / values.length);
    return { field, foundBy: "content", confidence, claim: confidence, reason };
  }
  return null;
}
