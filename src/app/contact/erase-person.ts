/**
 * Erases people: from contacts and all that hangs on them, from ledgers, plans and before-images, and from stored files. Ledgers go on
 * balancing: the lines stay with their outcomes, and no undo or repeated run brings anybody back.
 */
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { encodeId } from "../../core/public-id.ts";
import { importsOf } from "../import/imports-of.ts";
import { dropUnused, usingFiles } from "../import/preparing/receive-file.ts";
import type { ErasedPlaces, ErasureRecord } from "../ports/erasure-requests.ts";
import type { ErasureRequest, ImportErasure, People } from "../ports/erasure-store.ts";
import type { WaitingUpload } from "../ports/upload-store.ts";
import type { Checkpoint, ImportRecord, Ports, Workspace } from "../ports.ts";
import { eraseFromFiles } from "./erased-files.ts";
import { addressesBefore, erasedBlocks, type ImportPlaces, placesIn } from "./erased-places.ts";
import { uploadsNaming } from "./naming-uploads.ts";

/** What would be erased, as it stands now. */
export type ErasurePlan = {
  readonly people: People;
  /** Imports with something to erase. */
  readonly imports: readonly ImportPlaces[];
  readonly versions: ReadonlyMap<number, number>;
  /** Files that wait for their import, and go. */
  readonly uploads: readonly WaitingUpload[];
  readonly places: ErasedPlaces;
};

/** @param contacts their numbers */
export async function planErasure(
  ports: Ports,
  workspace: Workspace,
  contacts: readonly number[],
): Promise<Result<ErasurePlan>> {
  const missing = await notThere(ports, workspace, contacts);
  if (missing) return missing;
  const people = await ports.store.erasures.people(workspace.number, contacts);
  const records = await importsOf(ports, workspace.number);
  const busy = records.find(({ state }) => state === "running" || state === "interrupted" || state === "undoing");
  if (busy) return refuseWith("import_at_work", `${busy.id} is ${busy.state}.`);
  const known = new Set(people.known);
  for (const record of records) for (const address of await addressesBefore(ports, record, people)) known.add(address);
  const imports: ImportPlaces[] = [];
  for (const record of records.toReversed())
    imports.push(await placesIn(ports, record, { people, known, before: imports }));
  const touched = imports.filter(({ plan, rows }) => plan.length + rows.length > 0);
  const waiting = touched.find(({ record: { state } }) => state === "received" || state === "planned");
  if (waiting) {
    const { id, state, settings } = waiting.record;
    return refuseWith("waiting_import_names_them", `${id} (${settings.source.name}) is ${state}.`);
  }
  const versions = new Map(records.map(({ ref, version }) => [ref.import, version]));
  // Others who were given the same file read the rows where it stands then.
  const files = new Set(touched.filter(({ rows }) => rows.length > 0).map(({ record }) => record.settings.source.key));
  const sharing = imports.filter((one) => touched.includes(one) || files.has(one.record.settings.source.key));
  const uploads = await uploadsNaming(ports, workspace.number, known);
  const places = { ...placesOf(people, touched), uploads: uploads.length };
  return accept({ people, imports: sharing, versions, uploads, places });
}

/** Does what was planned; refused where the workspace's imports have gone on meanwhile. @param request absent = nobody asked before */
export async function erasePeople(
  ports: Ports,
  workspace: Workspace,
  { plan, by, request = null }: { readonly plan: ErasurePlan; readonly by: string; readonly request?: number | null },
): Promise<Result<ErasureRecord>> {
  const files = await eraseFromFiles(ports, plan.imports);
  const imports: ImportErasure[] = [];
  for (const place of plan.imports) {
    const { record, run } = place;
    const settings = files.settings.get(record.ref.import) ?? record.settings;
    const progress = withoutTexts(record, run);
    imports.push({
      ref: record.ref,
      settings,
      progress,
      run,
      plan: place.plan,
      blocks: await erasedBlocks(ports, place),
    });
  }
  const asked: ErasureRequest = {
    ...{ people: plan.people, imports, cells: files.cells, versions: plan.versions, drops: files.drops },
    ...{ uploads: plan.uploads.map(({ number }) => number), places: plan.places, request, by, at: ports.now() },
  };
  const erased = await usingFiles(ports, { workspace: workspace.number, keys: files.made }, () =>
    ports.store.erasures.erase(workspace.number, asked),
  );
  await ports.store.erasures.wipe();
  const done = erased.ok ? erased.value : erased;
  if (!done.ok) for (const key of files.made) await dropUnused(ports, key);
  await dropErasedFiles(ports, workspace.number);
  return done;
}

/** Stored files that an erasure has replaced go from the disk; what a crash has left is gone with the next call. */
export async function dropErasedFiles(ports: Pick<Ports, "files" | "store">, workspace: number): Promise<void> {
  const { erasures } = ports.store;
  const keys = await erasures.filesToDrop(workspace);
  for (const key of keys) await dropUnused(ports, key);
  if (keys.length > 0) await erasures.dropped(workspace, keys);
}

/** Why somebody cannot be erased: null where all are there. */
export async function notThere(
  { store }: Ports,
  { number: workspace, idKey }: Workspace,
  contacts: readonly number[],
): Promise<Result<never> | null> {
  for (const number of contacts) {
    if (await store.contacts.get(workspace, number)) continue;
    const id = encodeId("con", idKey, number);
    const merge = (await store.merges.mergedInto(workspace, [number])).get(number);
    const into = merge === undefined ? null : await store.merges.get(workspace, merge);
    const bulk = (await store.bulkChanges.deletedBy(workspace, [number])).get(number);
    if (bulk !== undefined)
      return refuseWith(
        "contact_unknown",
        `${id} was deleted by the bulk change ${encodeId("blk", idKey, bulk)}: undo that, then erase them.`,
      );
    if (into === null) return refuseWith("contact_unknown", `There is no contact ${id} in this workspace.`);
    return refuseWith(
      "contact_unknown",
      `${id} was merged into ${encodeId("con", idKey, into.kept)}: erase that one, and both are erased.`,
    );
  }
  return null;
}

/** The checkpoint holds the texts of the lines that no block of the digest has taken in. */
function withoutTexts({ progress }: ImportRecord, lines: readonly number[]): Checkpoint | null {
  if (progress === null) return null;
  const erased = new Set(lines);
  const tail = progress.ledger.tail.filter((text) => !erased.has(Number(text.slice(0, text.indexOf(" ")))));
  return { ...progress, ledger: { ...progress.ledger, tail } };
}

function placesOf(people: People, imports: readonly ImportPlaces[]): Omit<ErasedPlaces, "uploads"> {
  const files = imports.filter(({ rows, hasFile }) => hasFile && rows.length > 0);
  const rows = new Set(
    files.flatMap(({ record, rows: of }) => of.map((row) => `${record.settings.source.key} ${row.offset}`)),
  );
  return {
    contacts: people.contacts.length,
    imports: imports.length,
    lines: imports.reduce((sum, { run }) => sum + run.length, 0),
    rows: rows.size,
    files: new Set(files.map(({ record }) => record.settings.source.key)).size,
    opportunities: people.opportunities.length,
    merges: people.merges,
    runs: people.runs,
    effects: people.effects,
  };
}
