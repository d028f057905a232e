/** Writes and forgets which lines changed an object. What a row stands for: changed-runs.ts. */
import type { ImportRef } from "../../../app/ports.ts";
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import type { LedgerLine } from "../../../core/plan/outcome.ts";
import { type ChangedRun, changedRuns, isAbout, runsWithout } from "../../runs/changed-runs.ts";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";

type Place = ImportRef & { readonly object: ObjectKind };

/** So that a contact, or whatever the lines are about, finds the lines that changed it. */
export function writeChangedLines(
  database: Database,
  { ref, object }: { readonly ref: ImportRef; readonly object: ObjectKind },
  lines: readonly LedgerLine[],
): void {
  insertRuns(database, { ...ref, object }, changedRuns(lines));
}

function insertRuns(database: Database, place: Place, runs: readonly ChangedRun[]): void {
  insertRows(database, {
    into: "insert into object_change (workspace_id, object, import_id, number, line, count)",
    row: [String(place.workspace), `'${place.object}'`, String(place.import), "?", "?", "?"],
    values: runs.flatMap(({ number, line, count }) => [number, line, count]),
  });
}

/** Inside the caller's transaction: nobody finds by these contacts any more what changed them. Their neighbours' rows stay. */
export function forgetChangesOf(database: Database, workspace: number, contacts: readonly number[]): void {
  const gone = new Set(contacts);
  for (const contact of contacts) {
    const rows = database.all(
      `select import_id, number, line, count from object_change as change
       where workspace_id = ?1 and object = 'contact' and ${isAbout("?2")}`,
      ...[workspace, contact],
    );
    for (const [by = 0, number = 0, line = 0, count = 0] of rows as readonly (readonly number[])[]) {
      const place: Place = { workspace, import: by, object: "contact" };
      database.run(
        "delete from object_change where workspace_id = ? and object = ? and number = ? and import_id = ? and line = ?",
        ...[workspace, place.object, number, by, line],
      );
      insertRuns(database, place, runsWithout({ number, line, count }, gone));
    }
  }
}
