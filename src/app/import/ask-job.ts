/**
 * Asks for a plan, a run or an undo in the background. What the state of the import does not allow is refused at once; else it
 * stays asked for until a worker has done it. Asking again for the same changes nothing.
 */
import { type ImportEvent, mayHappen } from "../../core/import-state.ts";
import { isSameWish, type JobKind, type JobWish } from "../../core/job/job.ts";
import { awaitsDisclaimer } from "../../core/policy/awaits-disclaimer.ts";
import { disclaimerRefused } from "../../core/policy/disclaimer.ts";
import { accept, type Result, refuse, refuseWith } from "../../core/problem/refusal.ts";
import type { ImportRecord, ImportRef, Ports } from "../ports.ts";
import { isHeld } from "./abandoned-imports.ts";
import { existing } from "./import-lease.ts";
import { nothingToUndo } from "./undoing/nothing-to-undo.ts";
import type { UndoRequest } from "./undoing/undo-import.ts";

/** A plan, or a new one after the mapping, the policy or cells were changed. */
export const askForPlan = (ports: Ports, ref: ImportRef, by: string): Promise<Result<ImportRecord>> =>
  ask(ports, ref, { wish: { kind: "plan" }, by });

/** The start of an import, or going on with one that was interrupted. */
export const askForRun = (ports: Ports, ref: ImportRef, by: string): Promise<Result<ImportRecord>> =>
  ask(ports, ref, { wish: { kind: "run" }, by });

/** The start of an import whose plan somebody has seen in this version: of another plan it is refused. */
export const askForStart = (
  ports: Ports,
  { ref, version }: Pick<ImportRecord, "ref" | "version">,
  by: string,
): Promise<Result<ImportRecord>> => ask(ports, ref, { wish: { kind: "run" }, by, version });

export const askForUndo = (
  ports: Ports,
  ref: ImportRef,
  { only, includeEdited, by }: UndoRequest & { readonly by: string },
): Promise<Result<ImportRecord>> => ask(ports, ref, { wish: { kind: "undo", only, includeEdited }, by });

const EVENTS: Readonly<Record<JobKind, readonly ImportEvent[]>> = {
  plan: ["plan"],
  run: ["start", "resume"],
  undo: ["undo"],
};

const WAITS_FOR: Readonly<Record<JobKind, string>> = { plan: "planned", run: "run", undo: "undone" };

async function ask(
  ports: Ports,
  ref: ImportRef,
  { wish, by, version = null }: { readonly wish: JobWish; readonly by: string; readonly version?: number | null },
): Promise<Result<ImportRecord>> {
  const record = await ports.store.imports.get(ref);
  if (!record) return refuseWith("import_unknown", "There is no such import in this workspace.");
  const { id, state, settings } = record;
  if (!EVENTS[wish.kind].some((event) => mayHappen(state, event)))
    return refuseWith("import_state_invalid", `${id} is ${state}.`);
  if (wish.kind === "run" && awaitsDisclaimer(settings)) return disclaimerRefused();
  const nothing = wish.kind === "undo" && state !== "undoing" ? await nothingToUndo(ports, record, wish.only) : null;
  if (nothing) return refuse(nothing);
  // Somebody runs it already, who needs no worker for it.
  if (wish.kind === "run" && state === "running" && isHeld(ports, record)) return accept(record);
  const { jobs } = ports.store;
  const words = { by, at: ports.now() };
  const job =
    version === null ? await jobs.ask(ref, wish, words) : await jobs.askOfVersion({ ref, version }, wish, words);
  if (job === null) return refuseWith("version_conflict", `${id} has changed since it was read.`);
  if (!isSameWish(job.wish, wish)) return refuseWith("import_busy", `${id} waits to be ${WAITS_FOR[job.wish.kind]}.`);
  const asked = await existing(ports, ref);
  // Why it did not go on before is said no more; should the record have changed meanwhile, whoever does the job says so.
  const cleared = asked.refusal === null ? null : await ports.store.imports.patch(asked, { refusal: null });
  return accept(cleared ?? asked);
}
