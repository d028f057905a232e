/** Takes back what somebody did to one contact by hand: its values, its keys, its account, or the contact itself. Inside the caller's transaction. */
import { addKeyChanges, emptyKeys } from "../../../core/plan/batch-plan.ts";
import { ACCOUNT_LINK } from "../../../core/plan/shape.ts";
import type { SideChange } from "../../../core/plan/side-change.ts";
import type { UndoDecision } from "../../../core/plan/undo.ts";
import { decideSideUndo } from "../../../core/plan/undo-side.ts";
import type { ContactPlace } from "../../changes/deleted-contact.ts";
import type { LineBack, UndoneLine } from "../../changes/line-back.ts";
import { changedValues } from "../../objects/changed-values.ts";
import { isAbout, isNotUndone } from "../../runs/changed-runs.ts";
import type { Database } from "../database.ts";
import { writeHeld } from "../objects/held-objects.ts";
import { changeKeys } from "../runs/identity-keys.ts";
import { usersOf } from "../undoing/object-users.ts";
import { sideChangeNow, undoAccount } from "../undoing/undo-sides.ts";
import { deleteContact, hasAccount } from "./deleted-contacts.ts";
import { keptInMerges } from "./merged-contacts.ts";

type HandPlace = ContactPlace & { readonly bulk: number; readonly byHand: "create" | "edit" | null };

/** An import of its own, as far as accounts are concerned, that no import's number is. */
const NO_IMPORT = 0;

export function takeBackByHand(database: Database, place: HandPlace, line: LineBack): UndoneLine {
  const { number, values, changes, decide } = line;
  const isCreation = place.byHand === "create";
  const editedByOthers = isCreation && wasChangedSince(database, place, number);
  const { result, restore } = decide(
    { outcome: isCreation ? "created" : "updated", changes },
    { values, editedByOthers },
  );
  if (isCreation && result !== "deleted") return { result: "kept", tags: "", isBulk: false };
  const sides = line.sides === null ? [] : (JSON.parse(line.sides) as readonly SideChange[]);
  const changed = sides.filter((side) => side.changes !== null);
  if (isCreation) {
    // As long as it is there: that it is the main contact of its account goes with it.
    undoSides(database, place, changed);
    deleteContact(database, place, { number, values });
  } else {
    if (restore.size > 0) writeBack(database, place, { number, values, restore });
    undoSides(database, place, changed);
    leaveMain(database, place, number, values.get(ACCOUNT_LINK));
  }
  const made = sides.filter((side) => side.changes === null);
  undoSides(database, place, made);
  return { result: result === "deleted" ? "restored" : result, tags: restore.get("tags") ?? "", isBulk: false };
}

function writeBack(
  database: Database,
  { workspace, at, keysOf }: HandPlace,
  { number, values, restore }: Pick<LineBack, "number" | "values"> & Pick<UndoDecision, "restore">,
): void {
  const back = new Map(restore);
  const account = back.get(ACCOUNT_LINK) ?? null;
  if (account !== null && !hasAccount(database, workspace, account)) back.set(ACCOUNT_LINK, null);
  const next = changedValues(values, back);
  writeHeld(database, { workspace, object: "contact", number, at }, { values: back, next });
  const keys = { added: emptyKeys(), removed: emptyKeys() };
  addKeyChanges(number, { before: keysOf(values), after: keysOf(next) }, keys);
  changeKeys(database, { workspace, object: "contact" }, keys);
}

function undoSides(database: Database, { workspace, at }: HandPlace, sides: readonly SideChange[]): void {
  for (const side of sides) {
    const now = sideChangeNow(database, { workspace, import: NO_IMPORT }, { ...side, leaving: [] });
    const undo = decideSideUndo(now);
    if (undo.result === "deleted" || Object.keys(undo.restore).length > 0) undoAccount(database, workspace, undo, at);
  }
}

/** A contact that is back in another account, or in none, leaves no flag behind. */
function leaveMain(database: Database, { workspace }: HandPlace, number: number, former: string | undefined): void {
  if (former === undefined) return;
  database.run(
    `update account set main_contact = null where workspace_id = ?1 and account_id = ?2 and main_contact = ?3
       and not exists (select 1 from contact where workspace_id = ?1 and contact_id = ?3 and account = ?2)`,
    ...[workspace, Number(former), number],
  );
}

/** Imports, merges or later changes have written it, or opportunities hold on to it. */
function wasChangedSince(database: Database, { workspace, bulk }: HandPlace, contact: number): boolean {
  const ref = { workspace, import: NO_IMPORT };
  if (usersOf(database, { ref, object: "contact" }, { numbers: [contact], freed: new Set() }).size > 0) return true;
  if (keptInMerges(database, workspace, JSON.stringify([contact])).size > 0) return true;
  const changed = database.get(
    `select 1 from object_change as change where change.workspace_id = ?1 and change.object = 'contact' and ${isAbout("?2")}
       and ${isNotUndone("?2")}
     union all
     select 1 from bulk_line indexed by bulk_line_contact
     where workspace_id = ?1 and contact_id = ?2 and bulk_id <> ?3
       and (result is null or result not in ('restored', 'gone'))
     limit 1`,
    ...[workspace, contact, bulk],
  );
  return changed !== undefined;
}
