/** A contact as a search for duplicates reads it, from both databases. */
import type { FoundPerson } from "../../app/ports/duplicate-store.ts";
import { PERSON_FIELDS, type Person, type PersonField, personOf } from "../../core/duplicates/person.ts";
import type { DbRow } from "../db-row.ts";

export const PERSON_COLUMNS = `contact.contact_id, contact.created_by, ${PERSON_FIELDS.map((field) => `contact.${field}`).join(", ")}`;
const FIRST_FIELD = 2;
const PLACE_OF: ReadonlyMap<PersonField, number> = new Map(PERSON_FIELDS.map((field, at) => [field, FIRST_FIELD + at]));

export function asPerson(row: DbRow): Person {
  return personOf(Number(row[0]), (field) => {
    const value = row[PLACE_OF.get(field) ?? 0];
    return value === null || value === undefined ? "" : String(value);
  });
}

export const asFoundPerson = (row: DbRow): FoundPerson => ({
  person: asPerson(row),
  createdBy: row[1] === null ? null : Number(row[1]),
});
