/** The three looks at a file, over one batch loop: the scan, the plan (which writes nothing to contacts) and the run. */

import type { MatchKeySpec } from "../core/match/match-keys.ts";
import type { DraftBatch } from "../core/plan/draft.ts";
import { fileKey } from "../core/plan/file-duplicates.ts";
import { tagKeysIn, withKnownTags } from "../core/plan/known-tags.ts";
import { addToTally, EMPTY_TALLY, type LedgerLine, linesIn, type Tally } from "../core/plan/outcome.ts";
import { planBatch } from "../core/plan/plan-batch.ts";
import type { SideChange } from "../core/plan/side-change.ts";
import type { Problem } from "../core/problem/problem.ts";
import { accept, type Result } from "../core/problem/refusal.ts";
import { decodeId, ID_PREFIX } from "../core/public-id.ts";
import type { Dialect } from "../core/tabular/dialect.ts";
import { type CompiledImport, compileImport } from "./compile-import.ts";
import { saveRetries } from "./continued-import.ts";
import { givenValues } from "./given-values.ts";
import { changed } from "./import-lease.ts";
import type { ColumnReading, ImportSettings } from "./import-settings.ts";
import { knownAccounts } from "./known-accounts.ts";
import { addToDigest, EMPTY_DIGEST } from "./ledger-digest.ts";
import { lookAhead } from "./look-ahead.ts";
import { matchBatch, usableKeys } from "./match-batch.ts";
import { matchSameFile } from "./match-same-file.ts";
import { MetLines } from "./met-lines.ts";
import type {
  BatchReader,
  BatchScope,
  Checkpoint,
  DraftChunk,
  ImportPatch,
  ImportRecord,
  ImportStore,
  Lease,
  Pass,
  Ports,
  ScanAnswer,
  Workspace,
} from "./ports.ts";
import { resniffEncoding } from "./read-table.ts";
import { withMembers } from "./reading-members.ts";
import { RetriedLines } from "./retried-lines.ts";
import { firstAsks } from "./row-keys.ts";
import { storedTable } from "./stored-table.ts";

export type Progress = {
  /** `look_up`: profiles are asked for, before lines are decided. */
  readonly pass: Pass | "look_up";
  readonly lines: number;
  readonly total: number;
  readonly tally: Tally;
};
export type OnProgress = (progress: Progress) => void;

/** Looks at the whole file once: its lines, what its columns show, which lines share a key. Nothing is written to contacts. */
export async function scanImport(ports: Ports, record: ImportRecord, lease: Lease): Promise<Result<ImportRecord>> {
  const { settings } = record;
  const known = await earlierScan(ports, record);
  if (known) return accept(await changed(ports, lease, record.ref, known));
  const scanned = await scanFile(ports, settings);
  if (!scanned.ok) return scanned;
  const { dialect, answer } = scanned.value;
  const { inFile } = settings.policy;
  const keep = inFile === "first" || inFile === "last" ? inFile : "all";
  const { facts, duplicates } = answer;
  const duplicateLines = duplicates ? await ports.store.imports.saveDuplicates(record.ref, duplicates, keep) : 0;
  const scan = { ...facts, duplicateLines };
  const settled = { ...settings, dialect, readings: withFormer(settings, answer.readings) };
  await saveRetries(ports, { ...record, settings: settled });
  return accept(await changed(ports, lease, record.ref, { scan, settings: settled }));
}

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
const asRead = (settings: ImportSettings): string => {
  const { dialect, mapping, constants = [], fields, policy, country, dateOrder, fixes } = settings;
  const targets = mapping.map(({ column, target, values }) => [column, target, values]);
  return JSON.stringify([dialect, targets, constants, fields, policy, country, dateOrder, fixes?.key]);
};

/** What the import would do, line by line, kept for whoever wants to see it. */
export async function planPass(ports: Ports, record: ImportRecord, onProgress?: OnProgress): Promise<Result<Tally>> {
  const { imports } = ports.store;
  await imports.clearPlan(record.ref);
  await indexForMatching(ports, record);
  const pass = await BatchPass.begin(ports, record, new MetLines());
  let nextContact: number | null = null;
  let tally = EMPTY_TALLY;
  const read = await withMembers(ports, record);
  for await (const chunk of pass.lookAhead(ports.drafts.drafts(read, null, "plan"))) {
    if (!chunk.ok) return chunk;
    const plan = await imports.readBatch({ ...scopeOf(record), pass: "plan" }, async (batch) => {
      nextContact ??= await batch.nextNumber();
      return pass.plan(batch, chunk, nextContact);
    });
    const first: number = nextContact ?? 0;
    nextContact = first + plan.inserts.length;
    pass.remember(plan.lines);
    await imports.savePlanned(record.ref, {
      ...plan,
      lines: plan.lines.map(withoutPlannedContact(pass.firstPlanned ?? first)),
    });
    tally = addToTally(tally, plan.lines, plan.accounts.changes);
    onProgress?.({ pass: "plan", lines: linesIn(tally.outcomes), total: record.scan?.lines ?? 0, tally });
  }
  return accept(tally);
}

/** Why a run came to its end. */
export type RunEnd = "finished" | "cancelled" | "interrupted";

/** Writes batch after batch from the checkpoint on. The lease is renewed with each; whoever has lost it writes nothing. */
export async function runPass(
  ports: Ports,
  record: ImportRecord,
  options: {
    readonly lease: Lease;
    readonly signal: AbortSignal | undefined;
    readonly onProgress: OnProgress | undefined;
  },
): Promise<Result<RunEnd>> {
  const { imports } = ports.store;
  const { ref } = record;
  const met = record.progress ? await MetLines.fromLedger(imports, ref) : new MetLines();
  if (!record.progress) await indexForMatching(ports, record);
  const pass = await BatchPass.begin(ports, record, met);
  let checkpoint = record.progress;
  if (record.cancelRequested) return accept("cancelled");
  const from = checkpoint && { offset: checkpoint.offset, line: checkpoint.line };
  const read = await withMembers(ports, record);
  for await (const chunk of pass.lookAhead(ports.drafts.drafts(read, from, "run"))) {
    if (!chunk.ok) return chunk;
    if (options.signal?.aborted) return accept("interrupted");
    const before = checkpoint;
    const written = await imports.writeBatch({ ...scopeOf(record), lease: options.lease }, async (batch) => {
      const plan = await pass.plan(batch, chunk, await batch.nextNumber());
      const lines = record.planned ? await comparedWithPlan(batch, plan.lines) : plan.lines;
      const next = nextCheckpoint(before, { lines, sides: plan.accounts.changes }, chunk.next);
      await batch.apply({ ...plan, lines }, pass.compiled.shape, next);
      return { lines, next };
    });
    if (!written.ok) return written;
    pass.remember(written.value.lines);
    checkpoint = written.value.next;
    const { tally } = checkpoint;
    options.onProgress?.({ pass: "run", lines: linesIn(tally.outcomes), total: record.scan?.lines ?? 0, tally });
    if (await imports.isCancelRequested(ref)) return accept("cancelled");
  }
  return accept("finished");
}

/** What the batches of one pass share. */
class BatchPass {
  readonly compiled: CompiledImport;
  /** Contacts with this number and above exist in the plan only. */
  firstPlanned: number | null = null;
  readonly #record: ImportRecord;
  readonly #workspace: Workspace;
  readonly #sameFile: number | null;
  readonly #retried: RetriedLines;
  readonly #met: MetLines;
  /** The next contact's number for as long as the workspace holds nothing but what this pass has made; else null. */
  #alone: number | null;
  /** Keys that the first batch has found to be of use. */
  #usable: readonly MatchKeySpec[] | null = null;
  readonly #imports: ImportStore;

  static async begin(ports: Ports, record: ImportRecord, met: MetLines): Promise<BatchPass> {
    const workspace = await workspaceOf(ports, record);
    const sameFile = await ports.store.imports.sameFileBefore(record.ref, record.settings.source.key);
    const retried = new RetriedLines(ports, record, workspace);
    return new BatchPass(record, { workspace, sameFile, retried, met, imports: ports.store.imports });
  }

  constructor(
    record: ImportRecord,
    known: {
      readonly workspace: Workspace;
      readonly sameFile: number | null;
      readonly retried: RetriedLines;
      readonly met: MetLines;
      readonly imports: ImportStore;
    },
  ) {
    this.compiled = compileImport(record.settings);
    this.#record = record;
    this.#workspace = known.workspace;
    this.#sameFile = known.sameFile;
    this.#retried = known.retried;
    this.#met = known.met;
    this.#imports = known.imports;
    this.#alone = record.progress === null ? 0 : null;
  }

  /** The batches, with the keys of the next ones being looked up meanwhile where that is worth a thread. */
  lookAhead(chunks: AsyncIterable<DraftChunk>): AsyncIterable<DraftChunk> {
    const { scan, progress } = this.#record;
    const done = linesIn((progress?.tally ?? EMPTY_TALLY).outcomes);
    return lookAhead(chunks, () => {
      const specs = this.#usable ?? [];
      const isHashed = specs.some(({ kind }) => kind !== null);
      const keys = isHashed ? this.#imports.keysAhead(scopeOf(this.#record), (scan?.lines ?? 0) - done) : null;
      return keys && { keys, asks: (drafts) => firstAsks(drafts, specs) };
    });
  }

  async plan(batch: BatchReader, chunk: Extract<DraftChunk, { ok: true }>, nextContact: number) {
    const read = await this.#withKnownTags(batch, chunk.drafts);
    this.firstPlanned ??= nextContact;
    const metBy = (contact: number): number => this.#met.lineOf(contact);
    const alone = await this.#isAlone(batch, nextContact);
    const { idKey } = this.#workspace;
    const prefix = ID_PREFIX[this.compiled.shape.object];
    const context = {
      import: this.#record.ref.import,
      contactNumber: (id: string): number | null => decodeId(prefix, idKey, id),
      alone,
      metBy,
    };
    this.#usable ??= await usableKeys(batch, this.compiled, context);
    const given = await givenValues(batch, this.#record.settings, this.compiled, read);
    const matched = await matchBatch(batch, this.compiled, given.drafts, context);
    const matches = await matchSameFile(batch, this.compiled, given.drafts, {
      matches: matched,
      before: this.#sameFile === null ? null : { number: this.#sameFile, idKey },
    });
    const { drafts, decisions, contacts } = await this.#retried.settle(batch, this.compiled, {
      ...matches,
      drafts: given.beside(matches),
    });
    const duplicates = await batch.duplicateLines(drafts.lines[0] ?? 0, drafts.lines[drafts.count - 1] ?? 0);
    const fileKeys = [...duplicates.values()].flatMap(({ keys }) => keys.map(fileKey));
    const fileContacts = fileKeys.length > 0 ? await batch.fileContacts(fileKeys) : new Map();
    const accounts = await knownAccounts(batch, this.compiled, { drafts, contacts, fileContacts });
    const plan = planBatch(this.compiled.plan, {
      drafts,
      decisions,
      contacts,
      duplicates,
      fileContacts,
      touchedBy: metBy,
      nextContact,
      accounts,
    });
    if (alone) this.#alone = nextContact + plan.inserts.length;
    return plan;
  }

  async #withKnownTags(batch: BatchReader, drafts: DraftBatch): Promise<DraftBatch> {
    const { shape, plan } = this.compiled;
    // An import that an earlier version has prepared says nothing of it.
    if (plan.policy.createTags !== false) return drafts;
    return withKnownTags(drafts, shape, await batch.knownTags(tagKeysIn(drafts, shape)));
  }

  /** Into a workspace that was empty nothing needs to be looked up, until somebody else makes a contact too. */
  async #isAlone(batch: BatchReader, nextContact: number): Promise<boolean> {
    const first = this.#alone === 0;
    if (first ? await batch.hasAny() : this.#alone !== nextContact) this.#alone = null;
    return this.#alone !== null;
  }

  remember(lines: readonly LedgerLine[]): void {
    for (const { outcome, contact, line } of lines) {
      if (contact !== null && (outcome === "updated" || outcome === "unchanged")) this.#met.add(contact, line);
    }
  }
}

const scopeOf = ({ ref, settings }: ImportRecord): BatchScope => ({ ref, object: settings.object ?? "contact" });

/** Names are indexed only when somebody asks by them. */
async function indexForMatching(ports: Ports, { ref, settings }: ImportRecord): Promise<void> {
  if (settings.policy.match.includes("name")) await ports.store.imports.indexNames(ref.workspace);
}

const withoutPlannedContact =
  (firstPlanned: number) =>
  (line: LedgerLine): LedgerLine =>
    line.contact !== null && line.contact >= firstPlanned ? { ...line, contact: null } : line;

function nextCheckpoint(
  before: Checkpoint | null,
  { lines, sides }: { readonly lines: readonly LedgerLine[]; readonly sides: readonly SideChange[] },
  next: { readonly offset: number; readonly line: number },
): Checkpoint {
  return {
    ...next,
    tally: addToTally(before?.tally ?? EMPTY_TALLY, lines, sides),
    ledger: addToDigest(before?.ledger ?? EMPTY_DIGEST, lines),
  };
}

/** Where the workspace has changed since the plan was shown, the line says so: it is planned again, never silently. */
async function comparedWithPlan(batch: BatchReader, lines: readonly LedgerLine[]): Promise<readonly LedgerLine[]> {
  const planned = await batch.plannedLines(lines[0]?.line ?? 0, lines[lines.length - 1]?.line ?? 0);
  return lines.map((line) => {
    const shown = planned.get(line.line);
    const changes = line.changes === null ? null : JSON.stringify(line.changes);
    if (!shown || (shown.outcome === line.outcome && shown.changes === changes)) return line;
    const differs: Problem = { code: "planned_differently", severity: "warning", params: { planned: shown.outcome } };
    return { ...line, problems: [...line.problems, differs] };
  });
}

async function workspaceOf(ports: Ports, record: ImportRecord): Promise<Workspace> {
  const workspace = await ports.store.workspaces.byNumber(record.ref.workspace);
  if (!workspace) throw new Error(`workspace ${record.ref.workspace} is gone`);
  return workspace;
}
