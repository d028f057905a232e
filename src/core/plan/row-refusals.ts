/** The problems that planning itself finds: one function per reason why a row is not written as it stands. */
import type { AccountTexts } from "../account/find-account.ts";
import type { FieldOwner } from "../authority/owned-fields.ts";
import type { KeyFinding, MatchDecision } from "../match/decide-match.ts";
import type { EffectivePolicy } from "../policy/effective-policy.ts";
import type { MatchedBy, MatchKey } from "../policy/policy.ts";
import type { ProblemCode } from "../problem/catalogue.ts";
import type { Problem, Severity } from "../problem/problem.ts";
import type { DuplicateKey, DuplicateLine } from "./file-duplicates.ts";
import type { MissingFields } from "./required.ts";

const shownAccount = ({ name, external_id, domain }: AccountTexts): string =>
  [name || domain, external_id === "" ? "" : `(${external_id})`].filter((part) => part !== "").join(" ");

/** Accounts stand in params as people know them: the same in a plan, which gives them numbers that nobody has. */
export const accountMismatch = (
  said: AccountTexts,
  { byId, byName }: { readonly byId: AccountTexts; readonly byName: readonly AccountTexts[] },
): Problem => ({
  code: "account_mismatch",
  severity: "error",
  field: "account_id",
  value: said.external_id,
  params: { accounts: [byId, ...byName].slice(0, 5).map(shownAccount) },
});

export const accountAmbiguous = (
  said: AccountTexts,
  accounts: readonly AccountTexts[],
  policy: EffectivePolicy,
): Problem => ({
  code: "account_ambiguous",
  severity: withoutAccount(policy),
  ...saidAccount(said),
  params: { accounts: accounts.slice(0, 5).map(shownAccount) },
});

export const accountUnknown = (said: AccountTexts, policy: EffectivePolicy): Problem => ({
  code: "account_unknown",
  severity: withoutAccount(policy),
  ...saidAccount(said),
});

export const mainContactNowhere = (): Problem => ({
  code: "main_contact_nowhere",
  severity: "warning",
  field: "main_contact",
});

export const mainContactRepeated = (line: number, account: string): Problem => ({
  code: "main_contact_repeated",
  severity: "warning",
  field: "main_contact",
  params: { other: line, account },
});

function saidAccount({ external_id, name, domain }: AccountTexts): Pick<Problem, "field" | "value"> {
  if (external_id !== "") return { field: "account_id", value: external_id };
  return name !== "" ? { field: "account_name", value: name } : { field: "account_domain", value: domain };
}

/** Where a contact is nothing without its account, the row is refused; elsewhere it goes in without one. */
function withoutAccount({ requiredToCreate, match }: EffectivePolicy): Severity {
  const isNeeded = (set: readonly string[]): boolean => set.some((field) => field.startsWith("account_"));
  const everySet = requiredToCreate.length > 0 && requiredToCreate.every(isNeeded);
  return everySet || match.includes("account_email") ? "error" : "warning";
}

/** Findings that say that the row is nobody, or nothing new of anybody. */
export const LEFT_OUT: ReadonlySet<ProblemCode> = new Set([
  "repeated_header",
  "group_title",
  "footer_line",
  "line_already_imported",
]);

/** Numbers of contacts stand in params as `contact` / `contacts`; the edges show them as ids. */
const contactsOf = (findings: readonly KeyFinding[]): readonly string[] => [
  ...new Set(findings.flatMap((finding) => finding.contacts.slice(0, 5).map(String))),
];

const DUPLICATE_CODES: Partial<Record<MatchKey, ProblemCode>> = {
  email: "duplicate_email",
  account_email: "duplicate_email",
  phone: "duplicate_phone",
};

export function duplicateInFile(duplicate: DuplicateLine, match: readonly MatchKey[]): Problem {
  const key = duplicate.keys[0];
  const name = match[key?.match ?? 0] ?? "id";
  return {
    code: DUPLICATE_CODES[name] ?? "in_file_duplicate",
    severity: "error",
    field: name === "account_email" ? "email" : name,
    params: { other: key?.otherLine ?? 0, key: name },
  };
}

export const supersededInFile = (key: DuplicateKey): Problem => ({
  code: "in_file_duplicate",
  severity: "warning",
  params: { other: key.winner ?? key.otherLine },
});

/** `key`: what made them the same contact; null where it is not among the policy's keys. */
export const contradictsLine = (line: number, key: MatchedBy | null, fields: readonly string[]): Problem => ({
  code: "in_file_duplicate",
  severity: "error",
  params: { other: line, fields, ...(key === null ? {} : { key }) },
});

export const metAgain = (
  decision: { readonly contact: number; readonly key: MatchedBy },
  line: number,
  severity: Severity,
): Problem => ({
  code: "in_file_duplicate",
  severity,
  params: { other: line, contact: decision.contact, key: decision.key },
});

export const conflictingLines = (lines: readonly number[]): Problem => ({
  code: "conflicting_match",
  severity: "error",
  params: { lines: lines.map(String) },
});

export function pointsElsewhere(line: number, decision: MatchDecision): Problem {
  const contacts =
    decision.kind === "match" || decision.kind === "contradiction"
      ? [String(decision.contact)]
      : decision.kind === "conflict"
        ? contactsOf(decision.findings)
        : decision.kind === "ambiguous"
          ? contactsOf([decision.finding])
          : [];
  return { code: "conflicting_match", severity: "error", params: { lines: [String(line)], contacts } };
}

export const contradictingMatch = (decision: Extract<MatchDecision, { kind: "contradiction" }>): Problem => ({
  code: "contradicting_match",
  severity: "error",
  params: {
    contact: decision.contact,
    key: decision.key,
    value: decision.value,
    differs: decision.differs,
    held: decision.held,
  },
});

export const conflictingMatch = (decision: Extract<MatchDecision, { kind: "conflict" }>): Problem => ({
  code: "conflicting_match",
  severity: "error",
  params: {
    keys: decision.findings.map((finding) => finding.key),
    values: decision.findings.map((finding) => finding.value),
    contacts: contactsOf(decision.findings),
  },
});

export const ambiguousMatch = (decision: Extract<MatchDecision, { kind: "ambiguous" }>): Problem => ({
  code: "ambiguous_match",
  severity: "error",
  params: { key: decision.finding.key, value: decision.finding.value, contacts: contactsOf([decision.finding]) },
});

/** The object that a row is, and by what it was recognised. */
export type Found = Pick<Extract<MatchDecision, { kind: "match" }>, "contact" | "key" | "value">;

export const alreadyExists = ({ key, value, contact }: Found, severity: Severity): Problem => ({
  code: "already_exists",
  severity,
  params: { key, value, contact },
});

export const unknownId = (
  decision: Extract<MatchDecision, { kind: "unknown_id" }>,
  onNoMatch: "skip" | "fail",
): Problem => ({
  code: onNoMatch === "fail" ? "contact_not_in_workspace" : "id_unknown",
  severity: onNoMatch === "fail" ? "error" : "warning",
  field: "id",
  value: decision.value,
});

/** `identified`: the row has something to be recognised by, and nobody answers to it. */
export function noMatch(identified: boolean, policy: EffectivePolicy): Problem {
  const severity = policy.onNoMatch === "fail" ? "error" : "warning";
  if (identified)
    return {
      code: severity === "error" ? "contact_not_in_workspace" : "no_match",
      severity,
      params: { keys: policy.match },
    };
  if (severity === "error") return { code: "required_fields_missing", severity, params: { oneOf: policy.match } };
  return {
    code: policy.match.length === 1 && policy.match[0] === "id" ? "id_missing" : "no_match",
    severity,
    params: { keys: policy.match },
  };
}

export const requiredMissing = (missing: MissingFields): Problem => ({
  code: "required_fields_missing",
  severity: "error",
  params: "oneOf" in missing ? { oneOf: missing.oneOf } : { missing: missing.all },
});

export const createdBySource = ({ sources, group }: FieldOwner): Problem => ({
  code: "contact_made_by_source",
  severity: "error",
  params: { sources, group },
});
