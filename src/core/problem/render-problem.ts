/** A problem in one sentence about this row, and what to do about it: the catalogue's words with the row's own values. */
import { BUILTIN_FIELDS } from "../contact/builtin-fields.ts";
import { STAGE_FIELDS } from "../pipeline/pipeline-fields.ts";
import { KEPT_PREFIX } from "../plan/shape.ts";
import type { ProblemCode } from "./catalogue.ts";
import { problemWords } from "./object-words.ts";
import type { Problem } from "./problem.ts";
import { contactWord, contactWords, inWords, list, saidAbout, text } from "./problem-params.ts";
import { shown } from "./shown-text.ts";
import type { ProblemWords } from "./voice.ts";

export const problemMessage = (problem: Problem, show: ProblemWords): string =>
  (show.voice?.message ?? englishMessage)(problem, show);

export function englishMessage(problem: Problem, show: ProblemWords): string {
  const { title } = problemWords(problem.code, saidAbout(problem, show));
  const detail = detailOf(problem.code)(problem, show);
  if (detail === "") return withStop(title);
  // "Could not read the date “x”", but "Country not recognised: “x”".
  const runsOn = /^(Could not read|Invalid) /.test(title) && detail.startsWith("“");
  return withStop(`${title.replace(/\.$/, "")}${runsOn ? " " : ": "}${detail}`);
}

export const problemFix = (problem: Problem, show: Pick<ProblemWords, "object" | "refers" | "voice"> = {}): string =>
  (show.voice?.words ?? problemWords)(problem.code, saidAbout(problem, show)).fix;

export type Detail = (problem: Problem, show: ProblemWords) => string;

/** What stands behind the title; `""` = nothing. Codes that are not here quote the cell. */
const DETAILS = {
  required_fields_missing(problem, { fields }) {
    const word = (key: string): string => fieldWord(key, fields);
    const oneOf = list(problem, "oneOf");
    if (oneOf.length > 1) return `one of ${inWords(oneOf.map(word), "or")}`;
    return [...list(problem, "missing"), ...oneOf].map(word).join(", ");
  },
  duplicate_phone: (problem) => `${lineWord(problem)} has the same number`,
  duplicate_email: (problem) => `${lineWord(problem)} has the same address`,
  in_file_duplicate: inFileDetail,
  contact_not_in_workspace: foundByDetail,
  no_match: foundByDetail,
  contradicting_match: (problem, show) =>
    `${contactWord(problem, show)} has the same ${keyWord(text(problem, "key"))} ${text(problem, "value")}, but its ${keyWord(text(problem, "differs"))} is ${text(problem, "held")}`,
  id_missing: () => "",
  line_already_imported: (problem) => `by ${text(problem, "by")}`,
  ambiguous_match(problem, show) {
    const value = text(problem, "value");
    const shared = value === "" ? "" : ` share ${keyWord(text(problem, "key"))} ${value}`;
    return `${inWords(contactWords(problem, show), "and")}${shared}`;
  },
  conflicting_match: conflictDetail,
  account_mismatch: (problem) => inWords(list(problem, "accounts"), "and"),
  account_ambiguous: (problem) => `${quotedValue(problem)} is ${inWords(list(problem, "accounts"), "or")}`,
  pipeline_unknown: nearDetail,
  pipeline_missing: () => "",
  stage_unknown: nearDetail,
  stage_elsewhere: (problem) =>
    `${quotedValue(problem)} is one of ${inWords(list(problem, "others"), "and")}, and the opportunity is in ${text(problem, "pipeline")}`,
  status_contradicts_stage: (problem) =>
    `${quotedValue(problem)}, but at ${text(problem, "stage")} an opportunity is ${text(problem, "closed")}`,
  pipeline_mismatch: (problem) => inWords(list(problem, "pipelines"), "and"),
  stage_closed_twice: () => "",
  default_pipeline_repeated: lastWordDetail,
  pipeline_name_repeated: lastWordDetail,
  main_contact_nowhere: () => "",
  main_contact_repeated: (problem) => `${lineWord(problem)} names that of ${text(problem, "account")}`,
  already_exists(problem, show) {
    const value = text(problem, "value");
    return `${contactWord(problem, show)}${value === "" ? "" : ` has ${keyWord(text(problem, "key"))} ${value}`}`;
  },
  ragged_row(problem) {
    const [cells, columns] = [text(problem, "cells"), text(problem, "columns")];
    if (cells === columns) return cells === "" ? "" : "a quote or a delimiter is out of place";
    return `${cells} instead of ${columns}`;
  },
  line_unreadable: (problem) => text(problem, "says"),
  phone_unreadable: (problem) =>
    problem.severity === "error"
      ? `${quotedValue(problem)}, and nothing else identifies this person`
      : quotedValue(problem),
  row_mended: (problem) =>
    text(problem, "how") === "quote" ? "a quote that opens nothing" : "a value with an unquoted delimiter",
  owner_not_found: unknownOwnerDetail,
  account_manager_not_found: unknownOwnerDetail,
  owner_ambiguous: (problem) => `“${text(problem, "name")}” may be ${inWords(list(problem, "members"), "or")}`,
  enrichment_failed: (problem) => text(problem, "reason"),
  owner_kept: presentDetail,
  opt_out_kept: presentDetail,
  field_owned_by_source(problem) {
    const quoted = quotedValue(problem);
    const owner = `${sourceWords(problem)} keeps it up to date`;
    return quoted === "" ? owner : `${owner}, and the file says ${quoted}`;
  },
  contact_made_by_source: (problem) => `${sourceWords(problem)} keeps the main information of contacts`,
  currency_differs: (problem) =>
    `${quotedValue(problem)} is in ${text(problem, "own")}, and the column in ${text(problem, "currency")}`,
  tag_unknown: (problem) => {
    const [tags, more] = [list(problem, "tags"), text(problem, "more")];
    const named = more === "" ? tags : [...tags, `${more} more`];
    return inWords(
      named.map((tag, at) => (at < tags.length ? `“${tag}”` : tag)),
      "and",
    );
  },
} as const satisfies Partial<Record<ProblemCode, Detail>>;

/** The codes whose messages say more than the cell; other languages have to say it too. */
export type DetailedCode = keyof typeof DETAILS;

const detailOf = (code: ProblemCode): Detail => (DETAILS as Partial<Record<ProblemCode, Detail>>)[code] ?? quotedValue;

function inFileDetail(problem: Problem, show: ProblemWords): string {
  const other = lineWord(problem);
  const key = text(problem, "key");
  const fields = list(problem, "fields");
  if (fields.length > 0) {
    const same = key === "" ? "" : ` has the same ${keyWord(key)}, but`;
    return `${other}${same} says otherwise in ${inWords(
      fields.map((field) => fieldWord(field, show.fields)),
      "and",
    )}`;
  }
  const contact = contactWord(problem, show);
  if (contact !== "") return `${other} has already met ${contact}, found by ${keyWord(key)}`;
  if (key !== "") return `${other} has the same ${keyWord(key)}`;
  return problem.severity === "warning" ? `${other} counts instead` : other;
}

function conflictDetail(problem: Problem, show: ProblemWords): string {
  const contacts = inWords(contactWords(problem, show), "and");
  const lines = list(problem, "lines");
  if (lines.length > 1) return `those of lines ${inWords(lines, "and")}`;
  if (lines.length === 1) return `that of line ${lines[0]}, and ${contacts || "another"}`;
  const values = list(problem, "values");
  const found = list(problem, "keys").map((key, at) => `${keyWord(key)} ${values[at] ?? ""}`.trim());
  return `${contacts}${found.length === 0 ? "" : `, found by ${inWords(found, "and")}`}`;
}

/** What was said, and what may have been meant. */
function nearDetail(problem: Problem): string {
  const near = list(problem, "near");
  const pipeline = text(problem, "pipeline");
  const there = pipeline === "" ? "there is" : `${pipeline} has`;
  if (near.length === 0 && pipeline !== "") return `${quotedValue(problem)} in ${pipeline}`;
  return near.length === 0 ? quotedValue(problem) : `${quotedValue(problem)}; ${there} ${inWords(near, "and")}`;
}

function lastWordDetail(problem: Problem): string {
  return `${lineWord(problem)} says ${text(problem, "pipeline")}`;
}

function foundByDetail(problem: Problem): string {
  const quoted = quotedValue(problem);
  const keys = list(problem, "keys").map(keyWord);
  return quoted === "" && keys.length > 0 ? `looked for by ${inWords(keys, "and")}` : quoted;
}

function presentDetail(problem: Problem): string {
  const present = text(problem, "present");
  const quoted = quotedValue(problem);
  return present === "" || quoted === "" ? quoted : `it has “${present}”, and the file says ${quoted}`;
}

function unknownOwnerDetail(problem: Problem): string {
  const names = list(problem, "names").map((name) => `“${name}”`);
  if (names.length === 0) return quotedValue(problem);
  if (problem.code === "account_manager_not_found") return inWords(names, "and");
  const what = text(problem, "by") === "email" ? "email address" : "name or email address";
  return `no member has the ${what} ${inWords(names, "or")}`;
}
const sourceWords = (problem: Problem): string => inWords(list(problem, "sources"), "and") || "A connected source";

/** What cannot be read: of a list those of its values, of a cell that a person wants read otherwise what they want. */
const quotedValue = (problem: Problem): string => {
  const value = shown(problem.value ?? "");
  const cell = value === "" ? "" : `“${value}”`;
  const unread = list(problem, "unread").map((one) => `“${shown(one)}”`);
  const instead = shown(text(problem, "instead"));
  const said = unread.length > 0 ? inWords(unread, "and") : instead === "" ? cell : `“${instead}”`;
  return instead === "" || cell === "" ? said : `${said}, which ${cell} stands for`;
};

/** By key. */
export const BUILTIN_LABELS: ReadonlyMap<string, string> = new Map(
  [...STAGE_FIELDS, ...BUILTIN_FIELDS].map((field) => [field.key, field.label]),
);

const KEY_WORDS: ReadonlyMap<string, string> = new Map([
  ["id", "record id"],
  ["external_id", "external id"],
  ["email", "email address"],
  ["phone", "phone number"],
  ["linkedin_url", "LinkedIn URL"],
  ["account_email", "email address within the account"],
  ["account_name", "account and name"],
  ["name", "name"],
  ["domain", "domain"],
  ["same_line", "the same line of the same file"],
]);

const keyWord = (key: string): string => KEY_WORDS.get(key) ?? key;
/** Fields by their label; the keys that lines are recognised by stand among them where a line has none of them. */
const fieldWord = (key: string, own: ProblemWords["fields"] = []): string =>
  own.find((field) => field.key === key)?.label ??
  BUILTIN_LABELS.get(key) ??
  keyWord(key.startsWith(KEPT_PREFIX) ? key.slice(KEPT_PREFIX.length) : key);

function lineWord(problem: Problem): string {
  const [other, of] = [text(problem, "other"), text(problem, "of")];
  return other === "" || other === "0" ? "another line" : `line ${other}${of === "" ? "" : ` of ${of}`}`;
}

export const withStop = (sentence: string): string => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`);
