/** What stands behind the title of a problem: the values of the line. Codes that are not here name the cell. */

import { KEPT_PREFIX } from "../../plan/shape.ts";
import type { ProblemCode } from "../catalogue.ts";
import type { Problem } from "../problem.ts";
import { contactWord, contactWords, inWords, list, text } from "../problem-params.ts";
import { BUILTIN_LABELS, type Detail, type DetailedCode } from "../render-problem.ts";
import { shown } from "../shown-text.ts";
import type { ProblemWords } from "../voice.ts";
import { germanReason } from "./enrichment-reasons.ts";
import { germanLabel } from "./field-labels.ts";

const DETAILS: Readonly<Record<DetailedCode, Detail>> = {
  required_fields_missing(problem, { fields }) {
    const word = (key: string): string => fieldWord(key, fields);
    const oneOf = list(problem, "oneOf");
    if (oneOf.length > 1) return `eines von ${inWords(oneOf.map(word), "oder")}`;
    return [...list(problem, "missing"), ...oneOf].map(word).join(", ");
  },
  duplicate_phone: (problem) => `${lineWord(problem)} hat dieselbe Nummer`,
  duplicate_email: (problem) => `${lineWord(problem)} hat dieselbe Adresse`,
  in_file_duplicate: inFileDetail,
  contact_not_in_workspace: foundByDetail,
  no_match: foundByDetail,
  contradicting_match: (problem, show) =>
    `${contactWord(problem, show)} hat dasselbe Merkmal (${keyWord(text(problem, "key"))}: ${text(problem, "value")}), aber ein anderes hier: ${keyWord(text(problem, "differs"))} ist ${text(problem, "held")}`,
  id_missing: () => "",
  line_already_imported: (problem) => `durch ${text(problem, "by")}`,
  ambiguous_match(problem, show) {
    const value = text(problem, "value");
    const shared = value === "" ? "" : ` haben gemeinsam: ${keyWord(text(problem, "key"))} ${value}`;
    return `${inWords(contactWords(problem, show), "und")}${shared}`;
  },
  conflicting_match: conflictDetail,
  account_mismatch: (problem) => inWords(list(problem, "accounts"), "und"),
  account_ambiguous: (problem) => `${quotedValue(problem)} ist ${inWords(list(problem, "accounts"), "oder")}`,
  pipeline_unknown: nearDetail,
  pipeline_missing: () => "",
  stage_unknown: nearDetail,
  stage_elsewhere: (problem) =>
    `${quotedValue(problem)} ist eine von ${inWords(list(problem, "others"), "und")}, und die Verkaufschance ist in ${text(problem, "pipeline")}`,
  status_contradicts_stage: (problem) =>
    `${quotedValue(problem)}, aber auf ${text(problem, "stage")} ist eine Verkaufschance ${CLOSED[text(problem, "closed")] ?? text(problem, "closed")}`,
  pipeline_mismatch: (problem) => inWords(list(problem, "pipelines"), "und"),
  stage_closed_twice: () => "",
  default_pipeline_repeated: lastWordDetail,
  pipeline_name_repeated: lastWordDetail,
  main_contact_nowhere: () => "",
  main_contact_repeated: (problem) => `${lineWord(problem)} nennt den von ${text(problem, "account")}`,
  already_exists(problem, show) {
    const value = text(problem, "value");
    return `${contactWord(problem, show)}${value === "" ? "" : ` (${keyWord(text(problem, "key"))}: ${value})`}`;
  },
  ragged_row(problem) {
    const [cells, columns] = [text(problem, "cells"), text(problem, "columns")];
    if (cells === columns) return cells === "" ? "" : "Ein Anführungszeichen oder Trennzeichen steht falsch";
    return `${cells} statt ${columns}`;
  },
  line_unreadable: (problem) => text(problem, "says"),
  phone_unreadable: (problem) =>
    problem.severity === "error" ? `${quotedValue(problem)}, und nichts sonst sagt, wer es ist` : quotedValue(problem),
  row_mended: (problem) =>
    text(problem, "how") === "quote" ? "ein Anführungszeichen, das nichts öffnet" : "ein Wert mit einem Trennzeichen",
  owner_not_found: unknownOwnerDetail,
  account_manager_not_found: unknownOwnerDetail,
  owner_ambiguous: (problem) => `„${text(problem, "name")}“ kann ${inWords(list(problem, "members"), "oder")} sein`,
  enrichment_failed: (problem) => germanReason(text(problem, "reason")),
  owner_kept: presentDetail,
  opt_out_kept: presentDetail,
  field_owned_by_source(problem) {
    const quoted = quotedValue(problem);
    const owner = `${sourceWords(problem)} hält es aktuell`;
    return quoted === "" ? owner : `${owner}, und in der Datei steht ${quoted}`;
  },
  contact_made_by_source: (problem) => `${sourceWords(problem)} führt die Hauptangaben der Kontakte`,
  currency_differs: (problem) =>
    `${quotedValue(problem)} ist in ${text(problem, "own")}, und die Spalte in ${text(problem, "currency")}`,
  tag_unknown(problem) {
    const [tags, more] = [list(problem, "tags").map((tag) => `„${tag}“`), text(problem, "more")];
    return inWords(more === "" ? tags : [...tags, `${more} weitere`], "und");
  },
};

export const germanDetail = (problem: Problem, show: ProblemWords): string =>
  ((DETAILS as Partial<Record<ProblemCode, Detail>>)[problem.code] ?? quotedValue)(problem, show);

const CLOSED: Readonly<Record<string, string>> = { won: "gewonnen", lost: "verloren", open: "offen" };

function inFileDetail(problem: Problem, show: ProblemWords): string {
  const other = lineWord(problem);
  const key = text(problem, "key");
  const fields = list(problem, "fields");
  const same = key === "" ? "" : ` (gleich: ${keyWord(key)})`;
  if (fields.length > 0) {
    const differing = fields.map((field) => fieldWord(field, show.fields));
    return `${other}${same} sagt etwas anderes bei ${inWords(differing, "und")}`;
  }
  const contact = contactWord(problem, show);
  if (contact !== "") return `${other} meint schon ${contact}${same}`;
  if (key !== "") return `${other}${same}`;
  return problem.severity === "warning" ? `${other} zählt stattdessen` : other;
}

function conflictDetail(problem: Problem, show: ProblemWords): string {
  const contacts = inWords(contactWords(problem, show), "und");
  const lines = list(problem, "lines");
  if (lines.length > 1) return `die der Zeilen ${inWords(lines, "und")}`;
  if (lines.length === 1) return `den der Zeile ${lines[0]} und ${contacts || "einen anderen"}`;
  const values = list(problem, "values");
  const found = list(problem, "keys").map((key, at) => `${keyWord(key)} ${values[at] ?? ""}`.trim());
  return `${contacts}${found.length === 0 ? "" : `, gefunden durch ${inWords(found, "und")}`}`;
}

/** What was said, and what may be meant. */
function nearDetail(problem: Problem): string {
  const near = list(problem, "near");
  const pipeline = text(problem, "pipeline");
  const there = pipeline === "" ? "es gibt" : `${pipeline} hat`;
  if (near.length === 0 && pipeline !== "") return `${quotedValue(problem)} in ${pipeline}`;
  return near.length === 0 ? quotedValue(problem) : `${quotedValue(problem)}; ${there} ${inWords(near, "und")}`;
}

function lastWordDetail(problem: Problem): string {
  return `${lineWord(problem)} sagt ${text(problem, "pipeline")}`;
}

function foundByDetail(problem: Problem): string {
  const quoted = quotedValue(problem);
  const keys = list(problem, "keys").map(keyWord);
  return quoted === "" && keys.length > 0 ? `gesucht nach ${inWords(keys, "und")}` : quoted;
}

function presentDetail(problem: Problem): string {
  const present = text(problem, "present");
  const quoted = quotedValue(problem);
  return present === "" || quoted === "" ? quoted : `Er hat „${present}“, und in der Datei steht ${quoted}`;
}

function unknownOwnerDetail(problem: Problem): string {
  const names = list(problem, "names").map((name) => `„${name}“`);
  if (names.length === 0) return quotedValue(problem);
  if (problem.code === "account_manager_not_found") return inWords(names, "und");
  const what = text(problem, "by") === "email" ? "diese E-Mail-Adresse" : "diesen Namen oder diese E-Mail-Adresse";
  return `Kein Mitglied hat ${what}: ${inWords(names, "oder")}`;
}

const sourceWords = (problem: Problem): string => inWords(list(problem, "sources"), "und") || "Eine verbundene Quelle";

function quotedValue(problem: Problem): string {
  const value = shown(problem.value ?? "");
  const cell = value === "" ? "" : `„${value}“`;
  const unread = list(problem, "unread").map((one) => `„${shown(one)}“`);
  const instead = shown(text(problem, "instead"));
  const said = unread.length > 0 ? inWords(unread, "und") : instead === "" ? cell : `„${instead}“`;
  return instead === "" || cell === "" ? said : `${said}, wofür ${cell} steht`;
}

const KEY_WORDS: ReadonlyMap<string, string> = new Map([
  ["id", "ID"],
  ["external_id", "Externe ID"],
  ["email", "E-Mail-Adresse"],
  ["phone", "Telefonnummer"],
  ["linkedin_url", "LinkedIn-Adresse"],
  ["account_email", "E-Mail-Adresse innerhalb des Kontos"],
  ["account_name", "Konto und Name"],
  ["name", "Name"],
  ["domain", "Domain"],
  ["same_line", "dieselbe Zeile derselben Datei"],
]);

const keyWord = (key: string): string => KEY_WORDS.get(key) ?? key;

/** What an import calls its fields goes before; what a workspace has named itself stays as it is. */
function fieldWord(key: string, own: ProblemWords["fields"] = []): string {
  const field = own.find((one) => one.key === key);
  if (field !== undefined) return field.builtin === false ? field.label : germanLabel(field.label);
  const label = BUILTIN_LABELS.get(key);
  if (label !== undefined) return germanLabel(label);
  return keyWord(key.startsWith(KEPT_PREFIX) ? key.slice(KEPT_PREFIX.length) : key);
}

function lineWord(problem: Problem): string {
  const [other, of] = [text(problem, "other"), text(problem, "of")];
  return other === "" || other === "0" ? "Eine andere Zeile" : `Zeile ${other}${of === "" ? "" : ` von ${of}`}`;
}
