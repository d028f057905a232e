/** Whether there is anything left to take back of an import, or of one of its lines. */
import { mayHappen } from "../../../core/import-state.ts";
import { changesSomething, type Tally } from "../../../core/plan/outcome.ts";
import { type Refusal, refuseWith } from "../../../core/problem/refusal.ts";
import type { ImportRecord, Ports } from "../../ports.ts";
import { objectsOf } from "../import-parts.ts";

/** Also where it is being written, or was taken back since: what was written before it is not meant in its place. */
export const wroteSomething = ({ state, outcomes, accounts }: Written): boolean =>
  state === "running" ||
  (mayHappen(state, "undo") && (state === "undoing" || state === "undone" || changesSomething({ outcomes, accounts })));

type Written = Pick<ImportRecord, "state"> & Pick<Tally, "outcomes"> & { readonly accounts?: Tally["accounts"] };

/** Why not; null = there is, or nobody has looked yet. @param only one physical line of the file; null = the whole import */
export async function nothingToUndo(
  ports: Pick<Ports, "store">,
  record: ImportRecord,
  only: number | null,
): Promise<Refusal | null> {
  const { historyExpired } = record.settings;
  if (historyExpired !== undefined)
    return refuseWith("history_expired", expiredSays(record.id, historyExpired.at)).refusal;
  if (only === null && record.state !== "undone") return null;
  if (await hasUndoable(ports, record, only)) return null;
  if (only !== null)
    return refuseWith("line_unknown", `Line ${only} has nothing to undo: it wrote nothing, or is undone already.`)
      .refusal;
  const { endedAt, by } = record.undo ?? {};
  const when = endedAt === undefined ? "" : ` on ${new Date(endedAt).toISOString().slice(0, 16).replace("T", " ")}`;
  return {
    code: "import_state_invalid",
    message: `${record.id} is undone already${when}${by === undefined ? "" : ` by ${by}`}: there is nothing left to take back.`,
    fix: "muster imports lists the imports; name another one by its id to undo it.",
  };
}

const expiredSays = (id: string, at: number): string =>
  `What ${id} changed is not kept since ${new Date(at).toISOString().slice(0, 10)}: it cannot be taken back.`;

async function hasUndoable(
  { store }: Pick<Ports, "store">,
  { ref, settings }: ImportRecord,
  only: number | null,
): Promise<boolean> {
  for (const object of objectsOf(settings)) {
    const page = { beforeLine: Number.MAX_SAFE_INTEGER, only, limit: 1 };
    if ((await store.undos.undoable({ ref, object }, page)).length > 0) return true;
  }
  for (const made of [false, true]) {
    const page = { made, leaving: [], only, before: null, limit: 1 };
    if ((await store.undos.sideChanges(ref, page)).length > 0) return true;
  }
  return false;
}
