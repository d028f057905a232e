/**
 * Erasing people: everything that the database holds of them goes, in one transaction. PostgreSQL keeps the former versions of
 * rows in the table's files until a vacuum, which `compact` asks for; its write-ahead log, replicas and backups are the
 * operator's.
 */
import type { ErasureRecord } from "../../../app/ports/erasure-requests.ts";
import type {
  ErasedBlock,
  ErasureRequest,
  ErasureStore,
  ImportErasure,
  People,
} from "../../../app/ports/erasure-store.ts";
import type { FieldStore, ImportRef, Pass } from "../../../app/ports.ts";
import { erasedLine } from "../../../core/plan/erased-line.ts";
import type { LedgerLine } from "../../../core/plan/outcome.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import { encodeId } from "../../../core/public-id.ts";
import { samplesWithout } from "../../changes/erased-texts.ts";
import { keysReader } from "../../objects/held-keys.ts";
import { changedSince } from "../../runs/import-at-work.ts";
import { bigints, type Database } from "../database.ts";
import type { Ahead } from "../database-clock.ts";
import { objectsNaming } from "../objects/objects-naming.ts";
import { forgetGone } from "../objects/search-index.ts";
import { linesAt, replaceLines } from "../runs/ledger-lines.ts";
import { storableJson } from "../storable-text.ts";
import { removeUpload } from "../workspace/uploads.ts";
import { eraseAnswers } from "./erased-answers.ts";
import { eraseContacts } from "./erased-contacts.ts";
import { writeErased } from "./erasure-requests.ts";
import { heldBy, readPeople } from "./people.ts";

/** Where rows of erased people, or what they held, may be left in former versions. */
const VACUUMED = `contact, contact_search, opportunity, import, ledger_line, ledger_block, plan_line, plan_block, file_contact,
  file_contact_key, side_change, saved_mapping, saved_view, profile, outbox, workflow_step, merged_contact, contact_merge, bulk_line,
  idempotency, upload, upload_rows, contact_key, opportunity_key, account, account_key, undo_line, file_duplicate, run_key`;

export class PostgresErasures implements ErasureStore {
  readonly compactsAlone = false;
  readonly #database: Database;
  readonly #fields: FieldStore;
  readonly #ahead: Ahead;

  constructor(database: Database, fields: FieldStore, ahead: Ahead) {
    this.#database = database;
    this.#fields = fields;
    this.#ahead = ahead;
  }

  people(workspace: number, asked: readonly number[]): Promise<People> {
    return this.#database.snapshot(() => readPeople(this.#database, workspace, asked));
  }

  async erase(workspace: number, request: ErasureRequest): Promise<Result<ErasureRecord>> {
    const keysOf = keysReader("contact", await this.#fields.list(workspace, "contact"));
    const theirKeys = keysReader("opportunity", await this.#fields.list(workspace, "opportunity"));
    return this.#database.transaction(workspace, async () => {
      const refusal = await this.#changedSince(workspace, request.versions);
      if (refusal) return refusal;
      const { known, contacts } = request.people;
      const record = await writeErased(this.#database, workspace, { ...request, contacts });
      if (record === null) return refuseWith("contacts_changed", "This erasure is done already, or was taken back.");
      for (const one of request.imports) await this.#eraseFromImport(one);
      const values = [...(await heldBy(this.#database, workspace, contacts)).values()].flatMap((held) => [
        ...held.values(),
      ]);
      const idKey = await this.#idKey(workspace);
      const ids = new Set(contacts.map((number) => encodeId("con", idKey, number)));
      await eraseAnswers(this.#database, workspace, { known, said: [...request.cells, ...values], contacts: ids });
      await eraseContacts(this.#database, { workspace, at: request.at, keysOf, theirKeys }, request.people);
      await this.#eraseSamples(workspace, request.cells);
      const uploaded: string[] = [];
      for (const number of request.uploads)
        uploaded.push(...(await removeUpload(this.#database, { workspace, number })));
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

  /** The write-ahead log is the server's own: what it keeps is for the operator to say. */
  async wipe(): Promise<void> {}

  async needsCompacting(): Promise<boolean> {
    return (
      (await this.#database.get("select 1 from erasure where compacted = 0 and state = 'erased' limit 1")) !== undefined
    );
  }

  /** Nobody waits for a vacuum. It is no part of any transaction. */
  async compact(): Promise<boolean> {
    await this.#database.transaction(null, () => forgetGone(this.#database));
    const erased = await this.#database.all(
      "select workspace_id, erasure_id from erasure where compacted = 0 and state = 'erased'",
    );
    await this.#database.all(`vacuum ${VACUUMED}`);
    await this.#database.write(
      null,
      `update erasure set compacted = 1 from unnest($1::bigint[], $2::bigint[]) as done (workspace, number)
       where erasure.workspace_id = done.workspace and erasure.erasure_id = done.number`,
      ...[bigints(erased.map(([workspace]) => Number(workspace))), bigints(erased.map(([, number]) => Number(number)))],
    );
    return true;
  }

  async blocks(ref: ImportRef): Promise<readonly ErasedBlock[]> {
    const rows = await this.#database.all(
      "select block, was, now from erased_block where workspace_id = $1 and import_id = $2 order by block",
      ...[ref.workspace, ref.import],
    );
    return rows.map(([block, was, now]) => ({ block: Number(block), was: String(was), now: String(now) }));
  }

  rewriteLines(ref: ImportRef, lines: readonly LedgerLine[], blocks: readonly ErasedBlock[]): Promise<void> {
    return this.#database.transaction(ref.workspace, async () => {
      await replaceLines(this.#database, ref, "run", new Map(lines.map((line) => [line.line, line])));
      await this.#saveBlocks(ref, blocks);
    });
  }

  forgetSides(ref: ImportRef): Promise<void> {
    return this.#database.transaction(ref.workspace, async () => {
      const place = [ref.workspace, ref.import];
      await this.#database.run(
        "update side_change set changes = '{}' where workspace_id = $1 and import_id = $2 and changes is not null",
        ...place,
      );
      await this.#database.run(
        "update workflow_step set changes = null where workspace_id = $1 and import_id = $2",
        ...place,
      );
    });
  }

  async claimRetention(workspace: number, now: number): Promise<boolean> {
    const at = now + (await this.#ahead(now));
    const isDue = "workspace_id = $1 and coalesce(retained_at, 0) <= $2";
    const due = await this.#database.get(`select 1 from workspace where ${isDue}`, workspace, at - DAY_MS);
    if (due === undefined) return false;
    const claimed = await this.#database.write(
      workspace,
      `update workspace set retained_at = $3 where ${isDue} returning 1`,
      ...[workspace, at - DAY_MS, at],
    );
    return claimed.length > 0;
  }

  async dropLater(workspace: number, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.#database.write(
      workspace,
      "insert into file_to_drop (workspace_id, key) select $1::bigint, * from unnest($2::text[]) on conflict do nothing",
      ...[workspace, keys],
    );
  }

  async filesToDrop(workspace: number): Promise<readonly string[]> {
    const rows = await this.#database.all(
      "select key from file_to_drop where workspace_id = $1 order by key",
      workspace,
    );
    return rows.map(([key]) => String(key));
  }

  async dropped(workspace: number, keys: readonly string[]): Promise<void> {
    await this.#database.write(
      workspace,
      "delete from file_to_drop where workspace_id = $1 and key = any($2::text[])",
      ...[workspace, keys],
    );
  }

  async #idKey(workspace: number): Promise<number> {
    const row = await this.#database.get("select id_key from workspace where workspace_id = $1", workspace);
    return Number(row?.[0]);
  }

  async #changedSince(workspace: number, seen: ReadonlyMap<number, number>): Promise<Result<never> | null> {
    const rows = await this.#database.all(
      "select import_id, version, state from import where workspace_id = $1",
      workspace,
    );
    return changedSince(rows, seen);
  }

  async #eraseFromImport({ ref, settings, progress, run, plan, blocks }: ImportErasure): Promise<void> {
    const place = [ref.workspace, ref.import] as const;
    const passes: readonly (readonly [Pass, readonly number[]])[] = [
      ["run", run],
      ["plan", plan],
    ];
    for (const [pass, lines] of passes) {
      const found = await linesAt(this.#database, ref, lines, pass);
      await replaceLines(this.#database, ref, pass, new Map([...found].map(([line, was]) => [line, erasedLine(was)])));
    }
    const lines = bigints(new Set([...run, ...plan]));
    const ofLines = "workspace_id = $1 and import_id = $2 and lead = any($3::bigint[])";
    await this.#database.run(`delete from file_contact where ${ofLines}`, ...place, lines);
    await this.#database.run(`delete from file_contact_key where ${ofLines}`, ...place, lines);
    await this.#database.run(
      "delete from file_duplicate where workspace_id = $1 and import_id = $2 and line = any($3::bigint[])",
      ...[...place, lines],
    );
    await this.#database.run(
      "update import set settings = $3, progress = $4, version = version + 1 where workspace_id = $1 and import_id = $2",
      ...[...place, storableJson(JSON.stringify(settings)), progress === null ? null : JSON.stringify(progress)],
    );
    await this.#saveBlocks(ref, blocks);
  }

  async #saveBlocks(ref: ImportRef, blocks: readonly ErasedBlock[]): Promise<void> {
    if (blocks.length === 0) return;
    await this.#database.run(
      `insert into erased_block (workspace_id, import_id, block, was, now)
       select $1::bigint, $2::bigint, * from unnest($3::bigint[], $4::text[], $5::text[])
       on conflict (workspace_id, import_id, block) do update set was = excluded.was, now = excluded.now`,
      ...[ref.workspace, ref.import, bigints(blocks.map(({ block }) => block))],
      ...[blocks.map(({ was }) => was), blocks.map(({ now }) => now)],
    );
  }

  async #eraseSamples(workspace: number, cells: ReadonlySet<string>): Promise<void> {
    const rows = await this.#database.all(
      "select fingerprint, mapping from saved_mapping where workspace_id = $1",
      workspace,
    );
    const changed = rows.flatMap(([fingerprint, text]) => {
      const left = samplesWithout(String(text), cells);
      return left === null ? [] : [{ fingerprint: String(fingerprint), left }];
    });
    await this.#database.run(
      `update saved_mapping set mapping = changed.mapping from unnest($2::text[], $3::text[]) as changed (fingerprint, mapping)
       where saved_mapping.workspace_id = $1 and saved_mapping.fingerprint = changed.fingerprint`,
      ...[workspace, changed.map(({ fingerprint }) => fingerprint), changed.map(({ left }) => left)],
    );
  }
}

const DAY_MS = 86_400_000;
