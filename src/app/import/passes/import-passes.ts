/** The three looks at a file, each batch decided in one way (`BatchPass.plan`): the scan, the plan (which writes nothing to contacts) and the run. */

import { addToTally, EMPTY_TALLY, linesIn, type Tally } from "../../../core/plan/outcome.ts";
import { accept, type Result } from "../../../core/problem/refusal.ts";
import type { Dialect } from "../../../core/tabular/dialect.ts";
import type {
  DraftChunk,
  ImportPatch,
  ImportRecord,
  JobProgress,
  Lease,
  Pass,
  Ports,
  ScanAnswer,
} from "../../ports.ts";
import { resniffEncoding } from "../../table/read-table.ts";
import { storedTable } from "../../table/stored-table.ts";
import { saveRetries } from "../continuing/continued-import.ts";
import { changed, whileHeld } from "../import-lease.ts";
import { scopeOf } from "../import-parts.ts";
import type { ColumnReading, ImportSettings } from "../import-settings.ts";
import { orStopped } from "../or-stopped.ts";
import { BatchPass } from "./batch-pass.ts";
import { BatchRun } from "./batch-run.ts";
import { withMembers } from "./reading-members.ts";
import { Upcoming } from "./upcoming.ts";

export type OnProgress = (progress: JobProgress) => void;

/** `pass`: what the scan is for. A plan can be corrected in part by what it has found. */
type ScanOptions = { readonly lease: Lease; readonly pass: Pass; readonly signal?: AbortSignal | undefined };

/**
 * Looks at the whole file once: its lines, what its columns show, which lines share a key. Nothing is written to contacts. Where
 * it is stopped, it is done again from the start.
 */
export async function scanImport(
  ports: Ports,
  record: ImportRecord,
  { lease, pass, signal }: ScanOptions,
): Promise<Result<ImportRecord | "stopped">> {
  const settings = unread(record.settings);
  const { imports } = ports.store;
  const known = await earlierScan(ports, record);
  if (known) {
    await imports.saveBasis(record.ref, null);
    return accept(await changed(ports, lease, record.ref, known));
  }
  const scanned = await orStopped(() => scanFile(ports, settings), signal);
  if (scanned === "stopped") {
    // Who reads the file would go on for nobody.
    await ports.drafts.close();
    return accept(scanned);
  }
  if (!scanned.ok) return scanned;
  const { dialect, answer } = scanned.value;
  const { inFile } = (settings.second ?? settings).policy;
  const keep = inFile === "first" || inFile === "last" ? inFile : "all";
  const { facts, duplicates } = answer;
  const duplicateLines = duplicates
    ? await imports.saveDuplicates(
        record.ref,
        whileHeld(ports, lease, record.ref, duplicates),
        keep,
        settings.second !== undefined,
      )
    : 0;
  if (pass === "plan") await imports.saveBasis(record.ref, scanned.value.answer);
  const scan = { ...facts, duplicateLines };
  const settled = { ...settings, dialect, readings: withFormer(settings, answer.readings) };
  await saveRetries(ports, { ...record, settings: settled });
  return accept(await changed(ports, lease, record.ref, { scan, settings: settled }));
}

/** What an earlier scan has read out of the columns, before cells were corrected, is not to decide how this one reads them. */
const unread = (settings: ImportSettings): ImportSettings =>
  settings.continues === undefined ? { ...settings, readings: [] } : settings;

/** Where the file puts right lines of another, what all of that one has shown goes before. */
function withFormer(
  { continues, readings }: ImportSettings,
  found: readonly ColumnReading[],
): readonly ColumnReading[] {
  if (continues === undefined) return found;
  const known = new Set(readings.map(({ column }) => column));
  return [...readings, ...found.filter(({ column }) => !known.has(column))];
}

type Scanned = { readonly dialect: Dialect; readonly answer: ScanAnswer };

/**
 * Where the scan meets bytes that no sample showed, it begins again in the encoding that the whole file shows: one file is
 * never read in two ways.
 */
async function scanInRightEncoding(ports: Ports, settings: ImportSettings): Promise<Result<Scanned>> {
  const first = await ports.drafts.scan(settings);
  if (!first.ok) return first;
  const { wrongBytesLine } = first.value;
  const guessed = settings.dialect;
  if (wrongBytesLine === null) return accept({ dialect: guessed, answer: first.value });
  const dialect = await resniffEncoding(storedTable(ports, settings.source), guessed);
  if (dialect === guessed) return accept({ dialect, answer: first.value });
  const again = await ports.drafts.scan({ ...settings, dialect });
  if (!again.ok) return again;
  const { facts } = again.value;
  const says = `line ${wrongBytesLine} showed that not all of the file is ${guessed.encoding}: it was read again from its start. ${encodingSays(dialect)}`;
  return accept({ dialect, answer: { ...again.value, facts: { ...facts, says: [says, ...facts.says] } } });
}

const encodingSays = ({ evidence }: Dialect): string => evidence.find(({ about }) => about === "encoding")?.says ?? "";

/** Where the numbers themselves show their country, lines that share one can be found only once it is known. */
async function scanFile(ports: Ports, settings: ImportSettings): Promise<Result<Scanned>> {
  const scanned = await scanInRightEncoding(ports, settings);
  if (!scanned.ok) return scanned;
  const { dialect, answer } = scanned.value;
  if (!answer.readings.some(({ country }) => country !== undefined)) return scanned;
  const again = await ports.drafts.scan({ ...settings, dialect, readings: withFormer(settings, answer.readings) });
  if (!again.ok) return again;
  return accept({ dialect, answer: { ...again.value, facts: { ...again.value.facts, says: answer.facts.says } } });
}

/** The same bytes under the same settings show the same again. Lines that share keys are not kept, so those are found anew. */
async function earlierScan(ports: Ports, { ref, settings }: ImportRecord): Promise<ImportPatch | null> {
  const { imports } = ports.store;
  if (settings.continues !== undefined) return null;
  const number = await imports.sameFileBefore(ref, settings.source.key);
  const earlier = number === null ? null : await imports.get({ ...ref, import: number });
  if (!earlier?.scan || earlier.scan.duplicateLines > 0 || namesMainContacts(settings)) return null;
  if (asRead(earlier.settings) !== asRead(settings)) return null;
  return { scan: earlier.scan, settings: { ...settings, readings: earlier.settings.readings } };
}

/** Lines that name the main contact of one account are compared anew with each import, as those that share a key are. */
const namesMainContacts = ({ mapping }: ImportSettings): boolean =>
  mapping.some(({ target }) => target.to === "field" && target.field === "main_contact");

/** All that decides what a scan finds. */
const asRead = ({ dialect, constants = [], country, dateOrder, second, fixes, ...own }: ImportSettings): string => {
  const read = ({ mapping, fields, policy }: Pick<ImportSettings, "mapping" | "fields" | "policy">) => [
    mapping.map(({ column, target, values }) => [column, target, values]),
    ...[fields, policy],
  ];
  const parts = [read(own), second === undefined ? null : [read(second), second.constants, second.contacts]];
  return JSON.stringify([dialect, constants, country, dateOrder, fixes?.former ?? fixes?.key, own.object, ...parts]);
};

/** Why a run or a plan came to its end. */
export type PassEnd = "finished" | "cancelled" | "interrupted";

export type PassOptions = {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
};

/** What the import would do, line by line, kept for whoever wants to see it. */
export async function planPass(
  ports: Ports,
  record: ImportRecord,
  { signal, onProgress }: PassOptions,
): Promise<Result<{ readonly end: PassEnd; readonly tally: Tally }>> {
  const { imports } = ports.store;
  await imports.clearPlan(record.ref);
  await indexForMatching(ports, record);
  const pass = await BatchPass.begin(ports, record, "plan");
  let tally = EMPTY_TALLY;
  const read = await withMembers(ports, record);
  for await (const chunk of pass.lookAhead(ports.drafts.drafts(read, null, "plan"))) {
    if (!chunk.ok) return chunk;
    const plan = await imports.readBatch({ ...scopeOf(record), pass: "plan" }, (batch) => pass.plan(batch, chunk));
    pass.remember(plan, plan.lines);
    await imports.savePlanned(scopeOf(record), { ...plan, lines: plan.lines.map(pass.asPlanned) });
    tally = addToTally(tally, plan.lines, plan);
    onProgress?.({ pass: "plan", lines: linesIn(tally.outcomes), total: record.scan?.lines ?? 0, tally });
    if (signal?.aborted) return accept({ end: "interrupted", tally });
    if (await imports.isCancelRequested(record.ref)) return accept({ end: "cancelled", tally });
  }
  return accept({ end: "finished", tally });
}

/** Writes batch after batch from the checkpoint on. The lease is renewed with each; whoever has lost it writes nothing. */
export async function runPass(
  ports: Ports,
  record: ImportRecord,
  options: PassOptions & { readonly lease: Lease },
): Promise<Result<PassEnd>> {
  if (!record.progress) await indexForMatching(ports, record);
  const pass = await BatchPass.begin(ports, record, "run");
  const checkpoint = record.progress;
  if (record.cancelRequested) return accept("cancelled");
  const from = checkpoint && { offset: checkpoint.offset, line: checkpoint.line };
  const read = await withMembers(ports, record);
  const chunks = new Upcoming(pass.lookAhead(ports.drafts.drafts(read, from, "run")));
  const batches = new BatchRun(ports.store.imports, record, { pass, chunks, lease: options.lease });
  try {
    return await writeAll(ports, record, { ...options, chunks, batches });
  } finally {
    await batches.end();
    await chunks.end();
  }
}

async function writeAll(
  ports: Ports,
  record: ImportRecord,
  {
    chunks,
    batches,
    signal,
    onProgress,
  }: PassOptions & { readonly chunks: Upcoming<DraftChunk>; readonly batches: BatchRun },
): Promise<Result<PassEnd>> {
  for (;;) {
    const { done, value: chunk } = (await chunks.next()) as IteratorResult<DraftChunk, undefined>;
    if (done) return accept("finished");
    if (!chunk.ok) return chunk;
    if (signal?.aborted) return accept("interrupted");
    const written = await batches.write(chunk);
    if (!written.ok) return written;
    const { tally } = written.value;
    onProgress?.({ pass: "run", lines: linesIn(tally.outcomes), total: record.scan?.lines ?? 0, tally });
    if (await ports.store.imports.isCancelRequested(record.ref)) return accept("cancelled");
  }
}

/** Names are indexed only when somebody asks by them. */
async function indexForMatching(ports: Ports, { ref, settings }: ImportRecord): Promise<void> {
  if (settings.object === undefined && settings.policy.match.includes("name"))
    await ports.store.imports.indexNames(ref.workspace);
}
