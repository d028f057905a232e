/**
 * Which lines changed an object. A row of `object_change` stands for several of both where they follow each other: objects
 * `number` to `number + count - 1` by lines `line` to `line + count - 1`, as most of a file is that was exported before. A row
 * for each cost a tenth of an import that updates.
 */
import type { ImportRef } from "../../app/ports.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { LedgerLine } from "../../core/plan/outcome.ts";
import type { Database } from "./database.ts";
import { insertRows } from "./insert-rows.ts";

/** Objects of a row at most: so far before an object begin the rows that may be about it. */
const MOST_IN_ROW = 64;

/** Condition: the row `change` is about this object. */
export const isAbout = (number: string): string =>
  `change.number between ${number} - ${MOST_IN_ROW - 1} and ${number} and change.number + change.count > ${number}`;

/** The line of the row `change` that is about this object. */
export const lineAbout = (number: string): string => `change.line + ${number} - change.number`;

/** Condition: what the row `change` says of this object was not put back. */
export const isNotUndone = (number: string): string =>
  `not exists (select 1 from undo_line where undo_line.workspace_id = change.workspace_id
     and undo_line.import_id = change.import_id and undo_line.object = change.object and undo_line.line = ${lineAbout(number)}
     and undo_line.result = 'restored')`;

type Run = { readonly number: number; readonly line: number; count: number };

/** So that a contact, or whatever the lines are about, finds the lines that changed it. */
export function writeChangedLines(
  database: Database,
  { ref, object }: { readonly ref: ImportRef; readonly object: ObjectKind },
  lines: readonly LedgerLine[],
): void {
  const runs: Run[] = [];
  let last: Run | undefined;
  for (const { contact: number, line, changes } of lines) {
    if (number === null || changes === null) continue;
    if (last && follows(last, number, line)) last.count++;
    else {
      last = { number, line, count: 1 };
      runs.push(last);
    }
  }
  insertRuns(database, { ...ref, object }, runs);
}

const follows = ({ number, line, count }: Run, nextNumber: number, nextLine: number): boolean =>
  count < MOST_IN_ROW && number + count === nextNumber && line + count === nextLine;

type Place = ImportRef & { readonly object: ObjectKind };

function insertRuns(database: Database, place: Place, runs: readonly Run[]): void {
  insertRows(database, {
    into: "insert into object_change (workspace_id, object, import_id, number, line, count)",
    row: [String(place.workspace), `'${place.object}'`, String(place.import), "?", "?", "?"],
    values: runs.flatMap(({ number, line, count }) => [number, line, count]),
  });
}

/** Inside the caller's transaction: nobody finds by these contacts any more what changed them. Their neighbours' rows stay. */
export function forgetChangesOf(database: Database, workspace: number, contacts: readonly number[]): void {
  for (const contact of contacts) {
    const rows = database.all(
      `select import_id, number, line, count from object_change as change
       where workspace_id = ?1 and object = 'contact' and ${isAbout("?2")}`,
      ...[workspace, contact],
    );
    for (const [by, number, line, count] of rows as readonly (readonly number[])[])
      leaveOut(
        database,
        { workspace, import: by ?? 0, object: "contact" },
        {
          run: { number: number ?? 0, line: line ?? 0, count: count ?? 0 },
          left: contact - (number ?? 0),
        },
      );
  }
}

function leaveOut(database: Database, place: Place, { run, left }: { readonly run: Run; readonly left: number }): void {
  database.run(
    "delete from object_change where workspace_id = ? and object = ? and number = ? and import_id = ? and line = ?",
    ...[place.workspace, place.object, run.number, place.import, run.line],
  );
  const before: Run = { ...run, count: left };
  const after: Run = { number: run.number + left + 1, line: run.line + left + 1, count: run.count - left - 1 };
  insertRuns(
    database,
    place,
    [before, after].filter(({ count }) => count > 0),
  );
}
