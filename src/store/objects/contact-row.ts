/** A contact as both databases are asked for it, and as they answer. */
import type { ContactRow } from "../../app/ports.ts";
import { BUILTIN_FIELDS } from "../../core/contact/builtin-fields.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import type { DbRow } from "../db-row.ts";
import { parseDocument } from "./object-table.ts";
import type { ReadableObjects } from "./readable-objects.ts";

/** Whether the contact is its account's main one. */
const IS_MAIN = `(select 'yes' from account where account.workspace_id = contact.workspace_id
  and account.account_id = contact.account and account.main_contact = contact.contact_id)`;
const FIELDS = BUILTIN_FIELDS.map(({ key }) => key).filter((key) => key !== "id");
const sqlOf = (field: string): string => (field === "main_contact" ? IS_MAIN : `contact.${field}`);

export const CONTACT_COLUMNS = `contact.contact_id, contact.created_at, contact.updated_at, contact.created_by, contact.created_line, contact.account,
  ${FIELDS.map(sqlOf).join(", ")}, contact.custom, contact.kept`;
const FIRST_FIELD = 6;

export const CONTACTS: ReadableObjects = {
  table: "contact",
  id: "contact_id",
  fields: FIELDS,
  sqlOf,
  searched: [
    "full_name",
    "first_name",
    "last_name",
    "email",
    "additional_emails",
    "phone",
    "account_name",
    "external_id",
  ],
};

export function asContactRow(row: DbRow): ContactRow {
  const [number, createdAt, updatedAt, createdBy, createdLine, account] = row;
  const values = new Map<string, string>();
  FIELDS.forEach((field, at) => {
    const value = row[FIRST_FIELD + at];
    if (typeof value === "string") values.set(field, value);
  });
  for (const [key, value] of parseDocument(row[FIRST_FIELD + FIELDS.length])) values.set(key, value);
  for (const [key, value] of parseDocument(row[FIRST_FIELD + FIELDS.length + 1])) values.set(KEPT_PREFIX + key, value);
  return {
    number: Number(number),
    values,
    account: typeof account === "number" ? account : null,
    createdAt: Number(createdAt),
    updatedAt: Number(updatedAt),
    createdBy: typeof createdBy === "number" ? createdBy : null,
    createdLine: typeof createdLine === "number" ? createdLine : null,
  };
}
