/** Writes and forgets which lines changed an object. What a row stands for: changed-runs.ts. */
import type { ImportRef } from "../../../app/ports.ts";
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import type { LedgerLine } from "../../../core/plan/outcome.ts";
import { changedRuns, isAbout, runsWithout } from "../../runs/changed-runs.ts";
import { copyLine } from "../copy-line.ts";
import { bigints, type Database } from "../database.ts";

const INTO = "object_change (workspace_id, object, import_id, number, line, count)";

/** So that a contact, or whatever the lines are about, finds the lines that changed it. */
export async function writeChangedLines(
  database: Database,
  { ref, object }: { readonly ref: ImportRef; readonly object: ObjectKind },
  lines: readonly LedgerLine[],
): Promise<void> {
  const runs = changedRuns(lines);
  if (runs.length === 0) return;
  const rows = runs
    .values()
    .map(({ number, line, count }) => copyLine([ref.workspace, object, ref.import, number, line, count]));
  await database.copy(INTO, rows);
}

/** Inside the caller's transaction: nobody finds by these contacts any more what changed them. Their neighbours' rows stay. */
export async function forgetChangesOf(
  database: Database,
  workspace: number,
  contacts: readonly number[],
): Promise<void> {
  const gone = new Set(contacts);
  const taken = await database.all(
    `delete from object_change as change using unnest($2::bigint[]) as gone (contact)
     where change.workspace_id = $1 and change.object = 'contact' and ${isAbout("gone.contact")}
     returning change.import_id, change.number, change.line, change.count`,
    ...[workspace, bigints(gone)],
  );
  const left = (taken as readonly (readonly number[])[]).flatMap(([by = 0, number = 0, line = 0, count = 0]) =>
    runsWithout({ number, line, count }, gone).map((run) =>
      copyLine([workspace, "contact", by, run.number, run.line, run.count]),
    ),
  );
  if (left.length > 0) await database.copy(INTO, left);
}
