/** Writes a batch's new contacts, or whatever else its lines are about, as one COPY. */
import type { ContactInsert } from "../../../core/plan/batch-plan.ts";
import type { ImportShape } from "../../../core/plan/shape.ts";
import { documentOf, objectTable, slotPlaces, toDb } from "../../objects/object-table.ts";
import { type CopyValue, copyLine } from "../copy-line.ts";
import type { Database } from "../database.ts";
import { storableDocument } from "../storable-text.ts";

type Target = {
  readonly workspace: number;
  /** Number of the import; null = somebody made them by hand. */
  readonly madeBy: number | null;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly shape: ImportShape;
};

export async function insertObjects(
  database: Database,
  target: Target,
  inserts: readonly ContactInsert[],
): Promise<void> {
  const last = inserts[inserts.length - 1];
  if (!last) return;
  const { workspace, shape } = target;
  const { table, next } = objectTable(shape.object);
  const { columns, lines } = insertedRows(target, inserts);
  await database.copy(`${table} (${columns.join(", ")})`, lines);
  const counted = shape.object === "contact" ? `, contacts = contacts + ${inserts.length}` : "";
  await database.send(`update workspace set ${next} = $1${counted} where workspace_id = $2`, last.id + 1, workspace);
}

/** The columns that at least one of them fills, and a line for each of them. */
function insertedRows({ workspace, madeBy, at, shape }: Target, inserts: readonly ContactInsert[]) {
  const places = slotPlaces(shape);
  const isFilled = (slot: number): boolean => inserts.some(({ values }) => (values[slot] ?? "") !== "");
  const used = places.columns.filter(({ slot }) => slot < shape.mapped || isFilled(slot));
  const hasDocuments = places.custom.length + places.kept.length > 0;
  const lineOf = ({ id, line, values }: ContactInsert): string => {
    const row: CopyValue[] = [workspace, madeBy, at, at, id, madeBy === null ? null : line];
    for (const { slot } of used) row.push(toDb(values[slot]));
    if (hasDocuments)
      row.push(...[places.custom, places.kept].map((slots) => storableDocument(documentOf(values, slots))));
    return copyLine(row);
  };
  const own = ["workspace_id", "created_by", "created_at", "updated_at", objectTable(shape.object).id, "created_line"];
  return {
    columns: [...own, ...used.map(({ column }) => column), ...(hasDocuments ? ["custom", "kept"] : [])],
    lines: inserts.values().map(lineOf),
  };
}
