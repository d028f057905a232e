/**
 * Rows that put right lines of an earlier import, in the light of what became of those lines. Such a row is the same line of
 * the same import: it stands for the contact that the line became, is left out where it is written already and says nothing
 * else, and stays refused where it contradicts a line that is not put right.
 */
import { type DraftBatch, valueAt } from "../../core/plan/draft.ts";
import { DraftBuilder } from "../../core/plan/draft-builder.ts";
import type { LedgerLine } from "../../core/plan/outcome.ts";
import type { Problem } from "../../core/problem/problem.ts";
import { decodeId, encodeId } from "../../core/public-id.ts";
import type { Attempt } from "../ports/retry-store.ts";
import type { BatchReader, ImportRecord, Ports, Workspace } from "../ports.ts";
import { StoredRows } from "../table/stored-rows.ts";
import { type CompiledImport, compileImport } from "./compile-import.ts";
import type { BatchMatches } from "./match-batch.ts";
import { withMembers } from "./reading-members.ts";

type Batch = BatchMatches & { readonly drafts: DraftBatch };

/** An import with which a line was tried before: its rows and what they said. */
type Former = {
  readonly record: ImportRecord;
  readonly id: string;
  readonly compiled: CompiledImport;
  readonly rows: StoredRows;
};

export class RetriedLines {
  readonly #ports: Pick<Ports, "store" | "files">;
  readonly #record: ImportRecord;
  readonly #idKey: number;
  readonly #former = new Map<number, Former | null>();

  constructor(ports: Pick<Ports, "store" | "files">, record: ImportRecord, { idKey }: Workspace) {
    this.#ports = ports;
    this.#record = record;
    this.#idKey = idKey;
  }

  async settle(reader: BatchReader, compiled: CompiledImport, batch: Batch): Promise<Batch> {
    const { continues } = this.#record.settings;
    const { drafts } = batch;
    if (continues === undefined || drafts.count === 0) return batch;
    const { retries } = this.#ports.store;
    const { ref } = this.#record;
    const of = await retries.ofLines(ref, drafts.lines[0] ?? 0, drafts.lines[drafts.count - 1] ?? 0);
    const first = { ...ref, import: continues.import };
    const attempts = await retries.attempts(first, [...of.values()], ref.import);
    const problems = new Map(drafts.problems);
    const decisions = [...batch.decisions];
    const contacts = new Map(batch.contacts);
    for (let row = 0; row < drafts.count; row++) {
      const tried = attempts.get(of.get(drafts.lines[row] ?? 0) ?? -1) ?? [];
      const attempt = tried.findLast(({ ledger }) => isWritten(ledger)) ?? tried.at(-1);
      const former = attempt === undefined ? null : await this.#formerOf(attempt);
      if (attempt === undefined || former === null) continue;
      const stays = await this.#whatStays(compiled, { drafts, row }, { attempt, former });
      if (stays !== null) problems.set(row, [...(problems.get(row) ?? []), ...stays]);
      const contact = attempt.ledger.contact;
      const decision = decisions[row];
      if (contact === null || !isWritten(attempt.ledger) || decision === undefined) continue;
      const isOwn = decision.kind === "contradiction" && decision.contact === contact;
      if (decision.kind !== "new" && !isOwn) continue;
      for (const [number, found] of await reader.loadContacts([contact], compiled.shape)) {
        contacts.set(number, found);
        decisions[row] = { kind: "match", contact, key: "same_line", value: former.id };
      }
    }
    return { drafts: { ...drafts, problems }, decisions, contacts };
  }

  /** Why the row is not written as it stands; null = it is new word about the line. */
  async #whatStays(
    compiled: CompiledImport,
    { drafts, row }: { readonly drafts: DraftBatch; readonly row: number },
    { attempt, former }: { readonly attempt: Attempt; readonly former: Former },
  ): Promise<readonly Problem[] | null> {
    const { ledger } = attempt;
    const rivals = ledger.problems.filter(
      ({ severity, params }) => severity === "error" && linesNamed(params).length > 0,
    );
    if (!isWritten(ledger) && (rivals.length === 0 || !this.#hasSameRules(former))) return null;
    if (!(await saysTheSame(compiled, { drafts, row }, { ledger, former }))) return null;
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
    const [now, then] = [this.#record.settings.policy, record.settings.policy];
    return now.inFile === then.inFile && now.onMatch === then.onMatch && now.match.join() === then.match.join();
  }

  async #formerOf({ import: number }: Attempt): Promise<Former | null> {
    const known = this.#former.get(number);
    if (known !== undefined) return known;
    const record = await this.#ports.store.imports.get({ ...this.#record.ref, import: number });
    const former = record && {
      ...{ record, id: encodeId("imp", this.#idKey, number) },
      compiled: compileImport(await withMembers(this.#ports, record)),
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

/** The same values, however a spreadsheet program has written them down in between. */
async function saysTheSame(
  compiled: CompiledImport,
  { drafts, row }: { readonly drafts: DraftBatch; readonly row: number },
  { ledger, former }: { readonly ledger: LedgerLine; readonly former: Former },
): Promise<boolean> {
  const before = await former.rows.rowAt(ledger);
  if (before === null) return false;
  const builder = new DraftBuilder(former.compiled.drafts);
  builder.add(before);
  const then = valuesOf(former.compiled, builder.take(), 0);
  const now = valuesOf(compiled, drafts, row);
  return now.size === then.size && [...now].every(([field, value]) => then.get(field) === value);
}

function valuesOf({ shape }: CompiledImport, drafts: DraftBatch, row: number): ReadonlyMap<string, string> {
  const said = shape.slots.slice(0, shape.mapped).map(({ key }, slot) => [key, valueAt(drafts, slot, row)] as const);
  return new Map(said.filter(([, value]) => value !== ""));
}
