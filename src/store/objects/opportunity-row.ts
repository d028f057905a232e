/** An opportunity as both databases are asked for it, and as they answer. */
import type { OpportunityRow } from "../../app/ports/opportunity-store.ts";
import type { DbRow } from "../db-row.ts";
import { heldValues, objectTable } from "./object-table.ts";
import type { ReadableObjects } from "./readable-objects.ts";

const { columns } = objectTable("opportunity");
export const OPPORTUNITY_COLUMNS = `opportunity_id, created_at, updated_at, custom, kept, ${columns.join(", ")}`;

export const OPPORTUNITIES: ReadableObjects = {
  table: "opportunity",
  id: "opportunity_id",
  fields: columns,
  sqlOf: (field) => `opportunity.${field}`,
  searched: ["name", "external_id", "source"],
};

export const asOpportunityRow = ([number, createdAt, updatedAt, custom, kept, ...values]: DbRow): OpportunityRow => ({
  number: Number(number),
  values: heldValues(columns, values, [custom, kept]),
  createdAt: Number(createdAt),
  updatedAt: Number(updatedAt),
});
