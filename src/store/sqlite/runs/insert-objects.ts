/** Writes a batch's new contacts, or whatever else its lines are about, several with each statement. */
import type { ContactInsert } from "../../../core/plan/batch-plan.ts";
import type { ImportShape } from "../../../core/plan/shape.ts";
import { documentOf, objectTable, slotPlaces, toDb } from "../../objects/object-table.ts";
import type { Database, SqlValue } from "../database.ts";

type Target = {
  readonly workspace: number;
  /** Number of the import; null = somebody made them by hand. */
  readonly madeBy: number | null;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly shape: ImportShape;
};

/** The call from JavaScript and the start and end of a statement cost a fifth of what one contact does. */
const ROWS_PER_INSERT = 20;

export function insertObjects(database: Database, target: Target, inserts: readonly ContactInsert[]): void {
  const last = inserts[inserts.length - 1];
  if (!last) return;
  const { workspace, madeBy, at, shape } = target;
  const { table, id, next } = objectTable(shape.object);
  const { columns, bind } = insertedRows(target, inserts);
  // Numbers that are the same for every row stand in the statement: each bound value costs as much as a column's writing.
  const row = `(${[workspace, madeBy ?? "null", at, at].join(", ")}${", ?".repeat(columns.length + 2)})`;
  // Without `or rollback` SQLite keeps each page that the statement changes, in a temporary file, to take back it alone. Nobody
  // wants that: where it fails, the transaction is given up (https://www.sqlite.org/tempfiles.html#stmtjrnl).
  const insertOf = (rows: number) =>
    database.statementOnce(
      `insert or rollback into ${table} (workspace_id, created_by, created_at, updated_at, ${[id, "created_line", ...columns].join(", ")})
       values ${Array(rows).fill(row).join(", ")}`,
    );
  const rest = inserts.length % ROWS_PER_INSERT;
  if (rest > 0) insertOf(rest).run(...bind(0, rest));
  if (rest < inserts.length) {
    const insert = insertOf(ROWS_PER_INSERT);
    for (let from = rest; from < inserts.length; from += ROWS_PER_INSERT)
      insert.run(...bind(from, from + ROWS_PER_INSERT));
  }
  const counted = shape.object === "contact" ? `, contacts = contacts + ${inserts.length}` : "";
  database.run(`update workspace set ${next} = ?${counted} where workspace_id = ?`, last.id + 1, workspace);
}

/** The columns that at least one of them fills, and the values of some of them: number, line, then these columns. */
function insertedRows({ shape, madeBy }: Target, inserts: readonly ContactInsert[]) {
  const places = slotPlaces(shape);
  const isFilled = (slot: number): boolean => inserts.some(({ values }) => (values[slot] ?? "") !== "");
  const used = places.columns.filter(({ slot }) => slot < shape.mapped || isFilled(slot));
  const documents = places.custom.length + places.kept.length > 0;
  // Taken again for each statement: its values are bound before the next ones are asked for.
  const bound: SqlValue[] = [];
  const bind = (from: number, to: number): readonly SqlValue[] => {
    let next = 0;
    for (const { id, line, values } of inserts.slice(from, to)) {
      bound[next++] = id;
      bound[next++] = madeBy === null ? null : line;
      for (const { slot } of used) bound[next++] = toDb(values[slot]);
      if (!documents) continue;
      bound[next++] = documentOf(values, places.custom);
      bound[next++] = documentOf(values, places.kept);
    }
    bound.length = next;
    return bound;
  };
  return { columns: [...used.map(({ column }) => column), ...(documents ? ["custom", "kept"] : [])], bind };
}
