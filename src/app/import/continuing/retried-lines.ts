/**
 * Rows that put right lines of an earlier import, in the light of what became of those lines. Such a row is the same line of
 * the same import: it stands for the contact that the line became, is left out where it is written already and says nothing
 * else, and stays refused where it contradicts a line that is not put right.
 */
import { isSavedAs } from "../../../core/contact/types/saved-cell.ts";
import type { DraftBatch } from "../../../core/plan/draft.ts";
import { type LedgerLine, partOf } from "../../../core/plan/outcome.ts";
import type { Problem } from "../../../core/problem/problem.ts";
import { decodeId, encodeId } from "../../../core/public-id.ts";
import type { Attempt } from "../../ports/retry-store.ts";
import type { BatchReader, ImportRecord, Ports, Workspace } from "../../ports.ts";
import { StoredRows } from "../../table/stored-rows.ts";
import type { CompiledImport } from "../compile-import.ts";
import type { Continued } from "../import-settings.ts";
import type { BatchMatches } from "../passes/match-batch.ts";
import { readersOf, rowReader, type SaidValues, saidAt } from "../said-values.ts";

type Batch = BatchMatches & { readonly drafts: DraftBatch };

/** Rows as they were read, the line's own object first. */
export type ReadRows = { readonly drafts: DraftBatch; readonly second?: DraftBatch };

/** An import with which a line was tried before: its rows and what they said. */
type Former = {
  readonly record: ImportRecord;
  readonly id: string;
  /** What reads its rows, the line's own object first. */
  readonly parts: readonly CompiledImport[];
  readonly rows: StoredRows;
};

/** How a row was tried before; null = it was not, or the import is not known any more. */
type Tried = { readonly attempt: Attempt; readonly former: Former } | null;

export class RetriedLines {
  readonly #ports: Pick<Ports, "store" | "files">;
  readonly #record: ImportRecord;
  readonly #idKey: number;
  readonly #former = new Map<number, Former | null>();
  /** Of the lines that were asked about last: each part of a line asks, and again where lines are planned anew. */
  #lately: { readonly from: number; readonly to: number; readonly tried: Promise<readonly Tried[]> } | null = null;

  constructor(ports: Pick<Ports, "store" | "files">, record: ImportRecord, { idKey }: Workspace) {
    this.#ports = ports;
    this.#record = record;
    this.#idKey = idKey;
  }

  /** The rows, with why some of them are not written as they stand. */
  async leave<Rows extends ReadRows>(parts: readonly CompiledImport[], rows: Rows): Promise<Rows> {
    const { drafts, second } = rows;
    const tried = await this.#triedRows(drafts);
    if (tried === null) return rows;
    const said = second === undefined ? [drafts] : [drafts, second];
    const problems = new Map<number, readonly Problem[]>();
    for (let row = 0; row < drafts.count; row++) {
      const before = tried[row] ?? null;
      const values = parts.map((part, at) => saidAt(part, said[at] ?? drafts, row));
      const stays = before === null ? null : await this.#whatStays(values, before);
      if (stays !== null) problems.set(row, stays);
    }
    if (problems.size === 0) return rows;
    // A line that only refers to its contact has nothing of it to be left.
    const refers = this.#record.settings.second?.contacts === "found" && second !== undefined;
    return refers
      ? { ...rows, second: withProblems(second, problems) }
      : { ...rows, drafts: withProblems(drafts, problems) };
  }

  /** A row that nothing else tells whom it is about is about what the line became. */
  async settle(reader: BatchReader, { shape }: CompiledImport, batch: Batch): Promise<Batch> {
    const tried = await this.#triedRows(batch.drafts);
    if (tried === null) return batch;
    const decisions = [...batch.decisions];
    const contacts = new Map(batch.contacts);
    for (const [row, before] of tried.entries()) {
      if (before === null) continue;
      const ledger = partOf(before.attempt.ledger, shape.object);
      const { contact } = ledger;
      const decision = decisions[row];
      if (contact === null || !isWritten(ledger) || decision === undefined) continue;
      const isOwn = decision.kind === "contradiction" && decision.contact === contact;
      if (decision.kind !== "new" && !isOwn) continue;
      for (const [number, found] of await reader.loadContacts([contact], shape)) {
        contacts.set(number, found);
        decisions[row] = { kind: "match", contact, key: "same_line", value: before.former.id };
      }
    }
    return { ...batch, decisions, contacts };
  }

  /** Null where the file continues no other. */
  async #triedRows(drafts: DraftBatch): Promise<readonly Tried[] | null> {
    const { continues } = this.#record.settings;
    const { lines, count } = drafts;
    if (continues === undefined || count === 0) return null;
    const [from, to] = [lines[0] ?? 0, lines[count - 1] ?? 0];
    if (this.#lately?.from !== from || this.#lately.to !== to)
      this.#lately = { from, to, tried: this.#findTried(drafts, continues) };
    return this.#lately.tried;
  }

  async #findTried({ lines, count }: DraftBatch, continues: Continued): Promise<readonly Tried[]> {
    const { retries } = this.#ports.store;
    const { ref } = this.#record;
    const of = await retries.ofLines(ref, lines[0] ?? 0, lines[count - 1] ?? 0);
    const attempts = await retries.attempts({ ...ref, import: continues.import }, [...of.values()], ref.import);
    const found: Tried[] = [];
    for (let row = 0; row < count; row++) {
      const tried = attempts.get(of.get(lines[row] ?? 0) ?? -1) ?? [];
      const attempt = tried.findLast(({ ledger }) => isWritten(ledger)) ?? tried.at(-1);
      const former = attempt === undefined ? null : await this.#formerOf(attempt);
      found.push(attempt === undefined || former === null ? null : { attempt, former });
    }
    return found;
  }

  /** Why the row is not written as it stands; null = it is new word about the line. */
  async #whatStays(
    values: readonly SaidValues[],
    { attempt, former }: NonNullable<Tried>,
  ): Promise<readonly Problem[] | null> {
    const { ledger } = attempt;
    const rivals = ledger.problems.filter(
      ({ severity, params }) => severity === "error" && linesNamed(params).length > 0,
    );
    if (!isWritten(ledger) && (rivals.length === 0 || !this.#hasSameRules(former))) return null;
    if (!(await saidTheSame(values, { ledger, former }))) return null;
    if (isWritten(ledger)) {
      return [{ code: "line_already_imported", severity: "warning", params: { by: former.id } }];
    }
    const open: Problem[] = [];
    for (const problem of rivals) {
      // Refused for the same line as before: it is the one of the file that was compared then.
      const params = { of: former.id, ...problem.params };
      if (await this.#isOpen(params.of, linesNamed(params))) open.push({ ...problem, params });
    }
    return open.length > 0 ? open : null;
  }

  /** Of the lines that it contradicts, in the import with this id, one stands as it did. */
  async #isOpen(id: string, rivals: readonly number[]): Promise<boolean> {
    const { continues } = this.#record.settings;
    const { retries } = this.#ports.store;
    const { ref } = this.#record;
    if (continues === undefined) return false;
    const number = decodeId("imp", this.#idKey, id) ?? continues.import;
    for (const rival of rivals) {
      const by = { ...ref, import: number };
      const line = number === continues.import ? rival : (await retries.ofLines(by, rival, rival)).get(rival);
      if (line === undefined) return true;
      const tried = (await retries.attempts({ ...ref, import: continues.import }, [line], ref.import)).get(line) ?? [];
      const written = tried.findLast((attempt) => isWritten(attempt.ledger));
      if (written !== undefined && written.import > number) continue;
      // One that failed as well is compared anew where it is among the rows; one that is written is not read again.
      if (written !== undefined || !(await retries.isRetried(ref, line))) return true;
    }
    return false;
  }

  /** Who wants lines of a file to be compared in another way than before has them compared anew. */
  #hasSameRules({ record }: Former): boolean {
    return rulesOf(this.#record) === rulesOf(record);
  }

  async #formerOf({ import: number }: Attempt): Promise<Former | null> {
    const known = this.#former.get(number);
    if (known !== undefined) return known;
    const record = await this.#ports.store.imports.get({ ...this.#record.ref, import: number });
    const former = record && {
      ...{ record, id: encodeId("imp", this.#idKey, number) },
      parts: await readersOf(this.#ports, record, this.#record),
      rows: new StoredRows(this.#ports.files, record.settings),
    };
    this.#former.set(number, former);
    return former;
  }
}

const isWritten = ({ outcome }: LedgerLine): boolean => outcome !== "failed" && outcome !== "skipped";

function linesNamed(params: Problem["params"]): readonly number[] {
  const lines = Array.isArray(params?.lines) ? params.lines : [];
  return [params?.other ?? 0, ...lines].map(Number).filter((line) => line > 0);
}

const rulesOf = ({ settings: { policy, second } }: ImportRecord): string =>
  JSON.stringify([policy, second?.policy ?? policy].map(({ inFile, onMatch, match }) => [inFile, onMatch, match]));

/** The same values, however a spreadsheet program has written them down in between. */
async function saidTheSame(
  values: readonly SaidValues[],
  { ledger, former }: { readonly ledger: LedgerLine; readonly former: Former },
): Promise<boolean> {
  const before = await former.rows.rowAt(ledger);
  if (before === null || former.parts.length !== values.length) return false;
  return former.parts.every((part, at) => {
    const then = rowReader(part)(before);
    const now = values[at];
    return now?.size === then.size && [...now].every(([field, value]) => isSame(part, field, [then.get(field), value]));
  });
}

/** Custom data stands as the file has it, so that saving it may have written it otherwise. */
function isSame({ shape }: CompiledImport, field: string, [then, now]: readonly [string | undefined, string]): boolean {
  if (then === undefined || then === now) return then === now;
  return shape.slots[shape.index.get(field) ?? -1]?.place === "kept" && isSavedAs(then, now);
}

function withProblems(drafts: DraftBatch, more: ReadonlyMap<number, readonly Problem[]>): DraftBatch {
  const problems = new Map(drafts.problems);
  for (const [row, found] of more) problems.set(row, [...(problems.get(row) ?? []), ...found]);
  return { ...drafts, problems };
}
