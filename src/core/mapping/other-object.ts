/** What the lines of a file are where its header says plainly that they are no contacts, though nobody has said so. */
import { ACCOUNT_FIELDS } from "../account/account-fields.ts";
import type { Field } from "../contact/field.ts";
import type { ObjectKind } from "../object/object-kind.ts";
import { OPPORTUNITY_FIELDS } from "../opportunity/opportunity-fields.ts";
import { PIPELINE_FIELDS } from "../pipeline/pipeline-fields.ts";
import { ID_PREFIX } from "../public-id.ts";
import { headerKey, headerWords } from "./header-key.ts";
import { indexNames, type NameIndex } from "./name-index.ts";
import { withoutObject } from "./whose.ts";

/** As `--object` names it. */
type LinesOf = "accounts" | "opportunities" | "contacts,opportunities" | "pipelines";

export type OtherObject = {
  readonly lines: LinesOf;
  /** The columns that say so, as they stand in the file. */
  readonly columns: readonly string[];
};

type Sample = {
  readonly headers: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[] }[];
};

const idHeaders = (fields: readonly Field[]): readonly string[] =>
  fields.flatMap(({ key, label, object }) => (key === "id" ? [headerKey(label), headerKey(`${object}_id`)] : []));

type IdColumn = { readonly kind: ObjectKind; readonly lines: LinesOf; readonly headers: readonly string[] };
const ID_COLUMNS: readonly IdColumn[] = [
  { kind: "opportunity", lines: "opportunities", headers: idHeaders(OPPORTUNITY_FIELDS) },
  { kind: "account", lines: "accounts", headers: idHeaders(ACCOUNT_FIELDS) },
  { kind: "pipeline", lines: "pipelines", headers: idHeaders(PIPELINE_FIELDS) },
];

const PIPELINE = new Set(["pipeline", "pipelinename", "dealpipeline"]);
const STAGE = new Set(["stage", "stagename", "pipelinestage", "dealstage"]);
const OPPORTUNITY = new Set(["opportunity", "opportunityname", "dealname", "dealtitle"]);

/** What only companies have. */
const OF_COMPANIES = new Set(
  "numberofemployees employees employeecount annualrevenue parentaccount parentaccountid parentcompany mitarbeiterzahl anzahlmitarbeiter jahresumsatz".split(
    " ",
  ),
);
const PERSON_WORDS: ReadonlySet<string> = new Set(
  "contact person kontakt kontaktperson ansprechpartner interlocuteur contacto persona contatto contactpersoon".split(
    " ",
  ),
);
const OF_PERSON: ReadonlySet<string> = new Set(
  "name email mail phone mobile telefon telephone tel first last firstname lastname vorname nachname nom nombre nome naam".split(
    " ",
  ),
);
const PERSONAL = new Set([
  "first_name",
  "last_name",
  "email",
  "additional_emails",
  "linkedin_url",
  "job_title",
  "birthday",
]);

/** Null where the lines may be contacts. @param contact the fields of the workspace's contacts */
export function otherObject({ headers, rows }: Sample, contact: readonly Field[]): OtherObject | null {
  const keys = headers.map(headerKey);
  const found = (names: ReadonlySet<string>): readonly string[] =>
    headers.filter((_, column) => names.has(keys[column] ?? "")).slice(0, 1);
  const { names } = indexNames(contact);
  // `Deal - Contact person` is a person, `Deal name` is none.
  const bare = (key: string): string => (OPPORTUNITY.has(key) ? key : (withoutObject(key, "opportunity") ?? key));
  const hasField = (...wanted: readonly string[]): boolean =>
    keys.some((key) => wanted.includes(names.get(bare(key))?.field.key ?? ""));
  for (const { kind, lines, headers: ids } of ID_COLUMNS) {
    const column = keys.findIndex((key) => ids.includes(key));
    if (column >= 0 && holdsIds(rows, column, `${ID_PREFIX[kind]}_`))
      return { lines, columns: [headers[column] ?? ""] };
  }
  const [pipeline, stage, name] = [found(PIPELINE), found(STAGE), found(OPPORTUNITY)];
  if (name.length > 0 && pipeline.length + stage.length > 0) {
    const lines = hasField("full_name", "first_name", "last_name") ? "contacts,opportunities" : "opportunities";
    return { lines, columns: [...name, ...pipeline, ...stage] };
  }
  if (pipeline.length === 0 || stage.length === 0) return companies(headers, names);
  const areContacts = hasField("full_name", "first_name", "last_name", "email", "phone", "linkedin_url");
  return areContacts ? null : { lines: "pipelines", columns: [...pipeline, ...stage] };
}

/** A name, what only companies have, and nothing that only a person has: `Name` is the company's then. */
function companies(headers: readonly string[], names: NameIndex["names"]): OtherObject | null {
  const fieldsOf = headers.map((header) => names.get(headerKey(header))?.field.key ?? "");
  const nameAt = headers.findIndex((header, at) => fieldsOf[at] === "account_name" || headerKey(header) === "name");
  const known = headers.filter((header) => OF_COMPANIES.has(headerKey(header)));
  const name = headers[nameAt];
  if (name === undefined || known.length === 0) return null;
  const isPersons = fieldsOf.some((key, at) => PERSONAL.has(key) || (key === "full_name" && at !== nameAt));
  return isPersons || headers.some(speaksOfPerson)
    ? null
    : { lines: "accounts", columns: [name, ...known.slice(0, 2)] };
}

/** `Primary Contact Email`, `Ansprechpartner Telefon`: a company's own columns name no person with it. */
function speaksOfPerson(header: string): boolean {
  const words = headerWords(header);
  return words.some((word) => PERSON_WORDS.has(word)) && words.some((word) => OF_PERSON.has(word));
}

/** Somebody else's ids may stand under the same header. */
function holdsIds(rows: Sample["rows"], column: number, prefix: string): boolean {
  const ids = rows.map(({ cells }) => (cells[column] ?? "").trim()).filter((cell) => cell !== "");
  return ids.length > 0 && ids.every((id) => id.startsWith(prefix));
}
