/** Accounts out of rows of both databases. */
import type { AccountRow } from "../../app/ports.ts";
import type { DbRow } from "../db-row.ts";
import { heldValues, objectTable } from "./object-table.ts";
import type { ReadableObjects } from "./readable-objects.ts";

const { columns } = objectTable("account");

/** What `asAccountRow` reads, in its order. */
export const ACCOUNT_COLUMNS = `account_id, created_at, updated_at, main_contact, custom, kept, ${columns.join(", ")}`;

export const ACCOUNTS: ReadableObjects = {
  table: "account",
  id: "account_id",
  fields: columns,
  sqlOf: (field) => `account.${field}`,
  searched: ["name", "external_id", "domain"],
};

/** @param contacts how many belong to it */
export const asAccountRow = (
  [number, createdAt, updatedAt, main, custom, kept, ...values]: DbRow,
  contacts: number,
): AccountRow => ({
  number: Number(number),
  values: heldValues(columns, values, [custom, kept]),
  mainContact: typeof main === "number" ? main : null,
  contacts,
  createdAt: Number(createdAt),
  updatedAt: Number(updatedAt),
});
