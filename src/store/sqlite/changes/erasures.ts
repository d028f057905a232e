/** Erasing people: everything that the database holds of them goes, in one transaction. */
import type { ErasureRecord } from "../../../app/ports/erasure-requests.ts";
import type {
  ErasedBlock,
  ErasureRequest,
  ErasureStore,
  ImportErasure,
  People,
} from "../../../app/ports/erasure-store.ts";
import type { ImportRef, Pass } from "../../../app/ports.ts";
import { erasedLine } from "../../../core/plan/erased-line.ts";
import type { LedgerLine } from "../../../core/plan/outcome.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import { encodeId } from "../../../core/public-id.ts";
import { addressesOf, samplesWithout } from "../../changes/erased-texts.ts";
import { keysReader } from "../../objects/held-keys.ts";
import { heldValues, objectTable } from "../../objects/object-table.ts";
import { changedSince } from "../../runs/import-at-work.ts";
import type { Database } from "../database.ts";
import { objectsNaming } from "../objects/objects-naming.ts";
import { forgetGone } from "../objects/search-index.ts";
import { settleKeys } from "../runs/identity-keys.ts";
import { linesAt, replaceLines } from "../runs/ledger-lines.ts";
import type { SqliteFields } from "../workspace/fields.ts";
import { removeUpload } from "../workspace/uploads.ts";
import { eraseAnswers } from "./erased-answers.ts";
import { eraseContacts } from "./erased-contacts.ts";
import { writeErased } from "./erasure-requests.ts";
import { mergedContacts } from "./merged-contacts.ts";
import { opportunitiesOf } from "./merged-opportunities.ts";

const { columns } = objectTable("contact");

export class SqliteErasures implements ErasureStore {
  readonly compactsAlone = true;
  readonly #database: Database;
  readonly #fields: SqliteFields;

  constructor(database: Database, fields: SqliteFields) {
    this.#database = database;
    this.#fields = fields;
  }

  async people(workspace: number, asked: readonly number[]): Promise<People> {
    const there = asked.filter((number) => this.#values(workspace, number) !== null);
    const merges: number[] = [];
    const contacts = [...there];
    const known = new Set<string>();
    for (let at = 0; at < contacts.length; at++) {
      const number = contacts[at] ?? 0;
      for (const text of addressesOf(this.#values(workspace, number) ?? new Map())) known.add(text);
      for (const merge of this.#mergesInto(workspace, number)) {
        merges.push(merge);
        for (const { number: other, values } of mergedContacts(this.#database, { workspace, merge })) {
          contacts.push(other);
          for (const text of addressesOf(values)) known.add(text);
        }
      }
    }
    const wanted = JSON.stringify(contacts);
    const countIn = (table: string): number =>
      Number(
        this.#database.get(
          `select count(*) from ${table} where workspace_id = ? and contact_id in (select value from json_each(?))`,
          ...[workspace, wanted],
        )?.[0],
      );
    return {
      contacts,
      opportunities: contacts.flatMap((number) => this.#opportunities(workspace, number)),
      known: [...known],
      merges: merges.length,
      runs: countIn("workflow_run"),
      effects: countIn("outbox"),
    };
  }

  async erase(workspace: number, request: ErasureRequest): Promise<Result<ErasureRecord>> {
    const keysOf = keysReader("contact", await this.#fields.list(workspace, "contact"));
    const theirKeys = keysReader("opportunity", await this.#fields.list(workspace, "opportunity"));
    return this.#database.transaction(async () => {
      const refusal = this.#changedSince(workspace, request.versions);
      if (refusal) return refusal;
      const record = writeErased(this.#database, workspace, { ...request, contacts: request.people.contacts });
      if (record === null) return refuseWith("contacts_changed", "This erasure is done already, or was taken back.");
      // What is freed is overwritten: it would stay in the file until something else is written there.
      this.#database.exec("pragma secure_delete = on");
      settleKeys(this.#database, workspace);
      for (const one of request.imports) this.#eraseFromImport(one);
      const { known, contacts } = request.people;
      const values = contacts.flatMap((number) => [...(this.#values(workspace, number)?.values() ?? [])]);
      const ids = new Set(contacts.map((number) => encodeId("con", this.#idKey(workspace), number)));
      eraseAnswers(this.#database, workspace, { known, said: [...request.cells, ...values], contacts: ids });
      eraseContacts(this.#database, { workspace, at: request.at, keysOf, theirKeys }, request.people);
      this.#eraseSamples(workspace, request.cells);
      const uploaded = request.uploads.flatMap((number) => removeUpload(this.#database, { workspace, number }));
      await this.dropLater(workspace, [...request.drops, ...uploaded]);
      return accept(record);
    });
  }

  async naming(
    workspace: number,
    object: "contact" | "account" | "opportunity",
    asked: { readonly texts: readonly string[]; readonly limit: number },
  ): Promise<readonly number[]> {
    return objectsNaming(this.#database, { workspace, object }, asked);
  }

  async wipe(): Promise<void> {
    this.#database.exec("pragma secure_delete = off");
    this.#database.checkpoint();
  }

  async needsCompacting(): Promise<boolean> {
    return this.#database.get("select 1 from erasure where compacted = 0 and state = 'erased' limit 1") !== undefined;
  }

  async compact(): Promise<boolean> {
    await this.#database.transaction(() => forgetGone(this.#database));
    if (!this.#database.compact()) return false;
    await this.#database.write("update erasure set compacted = 1 where compacted = 0 and state = 'erased'");
    this.#database.checkpoint();
    return true;
  }

  async blocks(ref: ImportRef): Promise<readonly ErasedBlock[]> {
    return this.#database
      .all(
        "select block, was, now from erased_block where workspace_id = ? and import_id = ? order by block",
        ...[ref.workspace, ref.import],
      )
      .map(([block, was, now]) => ({ block: Number(block), was: String(was), now: String(now) }));
  }

  rewriteLines(ref: ImportRef, lines: readonly LedgerLine[], blocks: readonly ErasedBlock[]): Promise<void> {
    return this.#database.transaction(() => {
      replaceLines(this.#database, ref, "run", new Map(lines.map((line) => [line.line, line])));
      this.#saveBlocks(ref, blocks);
    });
  }

  forgetSides(ref: ImportRef): Promise<void> {
    return this.#database.transaction(() => {
      const place = [ref.workspace, ref.import];
      this.#database.run(
        "update side_change set changes = '{}' where workspace_id = ? and import_id = ? and changes is not null",
        ...place,
      );
      this.#database.run("update workflow_step set changes = null where workspace_id = ? and import_id = ?", ...place);
    });
  }

  async claimRetention(workspace: number, now: number): Promise<boolean> {
    const isDue = "workspace_id = ? and ifnull(retained_at, 0) <= ?";
    const due = this.#database.get(`select 1 from workspace where ${isDue}`, workspace, now - DAY_MS);
    if (due === undefined) return false;
    const claimed = await this.#database.write(
      `update workspace set retained_at = ? where ${isDue} returning 1`,
      ...[now, workspace, now - DAY_MS],
    );
    return claimed.length > 0;
  }

  dropLater(workspace: number, keys: readonly string[]): Promise<void> {
    return this.#database.transaction(() => {
      for (const key of keys)
        this.#database.run("insert or ignore into file_to_drop (workspace_id, key) values (?, ?)", workspace, key);
    });
  }

  async filesToDrop(workspace: number): Promise<readonly string[]> {
    return this.#database
      .all("select key from file_to_drop where workspace_id = ?", workspace)
      .map(([key]) => String(key));
  }

  async dropped(workspace: number, keys: readonly string[]): Promise<void> {
    await this.#database.write(
      "delete from file_to_drop where workspace_id = ? and key in (select value from json_each(?))",
      ...[workspace, JSON.stringify(keys)],
    );
  }

  #values(workspace: number, number: number): ReadonlyMap<string, string> | null {
    const row = this.#database.get(
      `select custom, kept, ${columns.join(", ")} from contact where workspace_id = ? and contact_id = ?`,
      ...[workspace, number],
    );
    if (!row) return null;
    const [custom, kept, ...values] = row;
    return heldValues(columns, values, [custom, kept]);
  }

  #idKey(workspace: number): number {
    return Number(this.#database.get("select id_key from workspace where workspace_id = ?", workspace)?.[0]);
  }

  #opportunities(workspace: number, contact: number): readonly number[] {
    const isTheirs = (number: number): boolean =>
      this.#database.get(
        "select 1 from opportunity where workspace_id = ? and opportunity_id = ? and contact = ?",
        ...[workspace, number, contact],
      ) !== undefined;
    return opportunitiesOf(this.#database, workspace, contact).filter(isTheirs);
  }

  #mergesInto(workspace: number, kept: number): readonly number[] {
    return this.#database
      .all(
        "select merge_id from contact_merge indexed by contact_merge_kept where workspace_id = ? and kept = ? and undone_at is null",
        ...[workspace, kept],
      )
      .map(([merge]) => Number(merge));
  }

  #changedSince(workspace: number, seen: ReadonlyMap<number, number>): Result<never> | null {
    const rows = this.#database.all("select import_id, version, state from import where workspace_id = ?", workspace);
    return changedSince(rows, seen);
  }

  #eraseFromImport({ ref, settings, progress, run, plan, blocks }: ImportErasure): void {
    const place = [ref.workspace, ref.import] as const;
    const passes: readonly (readonly [Pass, readonly number[]])[] = [
      ["run", run],
      ["plan", plan],
    ];
    for (const [pass, lines] of passes) {
      const found = linesAt(this.#database, ref, lines, pass);
      replaceLines(this.#database, ref, pass, new Map([...found].map(([line, was]) => [line, erasedLine(was)])));
    }
    const lines = JSON.stringify([...new Set([...run, ...plan])]);
    const ofLines = "workspace_id = ? and import_id = ? and lead in (select value from json_each(?))";
    this.#database.run(`delete from file_contact where ${ofLines}`, ...place, lines);
    this.#database.run(`delete from file_contact_key where ${ofLines}`, ...place, lines);
    this.#database.run(
      "delete from file_duplicate where workspace_id = ? and import_id = ? and line in (select value from json_each(?))",
      ...[...place, lines],
    );
    this.#database.run(
      "update import set settings = ?, progress = ?, version = version + 1 where workspace_id = ? and import_id = ?",
      ...[JSON.stringify(settings), progress === null ? null : JSON.stringify(progress), ...place],
    );
    this.#saveBlocks(ref, blocks);
  }

  #saveBlocks(ref: ImportRef, blocks: readonly ErasedBlock[]): void {
    for (const { block, was, now } of blocks)
      this.#database.run(
        "insert or replace into erased_block (workspace_id, import_id, block, was, now) values (?, ?, ?, ?, ?)",
        ...[ref.workspace, ref.import, block, was, now],
      );
  }

  /** Mappings that are offered again show what columns held. */
  #eraseSamples(workspace: number, cells: ReadonlySet<string>): void {
    const rows = this.#database.all("select fingerprint, mapping from saved_mapping where workspace_id = ?", workspace);
    for (const [fingerprint, text] of rows) {
      const left = samplesWithout(String(text), cells);
      if (left !== null)
        this.#database.run(
          "update saved_mapping set mapping = ? where workspace_id = ? and fingerprint = ?",
          ...[left, workspace, fingerprint ?? null],
        );
    }
  }
}

const DAY_MS = 86_400_000;
