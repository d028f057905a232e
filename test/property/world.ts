/** One database for many small workspaces, each as an import finds it: what the model tests start from and compare. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixCells } from "../../src/app/import/changing/fix-cells.ts";
import type { FixRequest } from "../../src/app/import/changing/fix-request.ts";
import type { ImportRequest } from "../../src/app/import/preparing/import-request.ts";
import { prepareImport } from "../../src/app/import/preparing/prepare-import.ts";
import { planImport, runImport } from "../../src/app/import/run-import.ts";
import { undoImport } from "../../src/app/import/undoing/undo-import.ts";
import type { ImportRecord, Ports, Workspace } from "../../src/app/ports.ts";
import { createWorkspace } from "../../src/app/workspace/open-workspace.ts";
import type { Source } from "../../src/core/authority/source.ts";
import { KEY_KIND } from "../../src/core/match/key-hash.ts";
import type { LedgerLine } from "../../src/core/plan/outcome.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import { accept } from "../../src/core/problem/refusal.ts";
import { directDrafts } from "../../src/source/direct-drafts.ts";
import { UNSAID } from "../support/unsaid.ts";
import { accepted } from "../support/workspace.ts";
import { MemoryFiles } from "./memory-files.ts";
import { type OpenWorld, onSqlite, type WorldStore } from "./world-store.ts";

/** A file with what is said about it; policy keys are said for this one import. */
export type Upload = { readonly text: string; readonly request: Partial<ImportRequest> };

/** Everything about contacts, accounts, the identity index and tags that an import may change and an undo must bring back. */
export type Snapshot = {
  readonly contacts: readonly SnapshotContact[];
  readonly accounts: readonly SnapshotAccount[];
  /** Rows of opportunities, pipelines and stages, with the keys of their indexes. */
  readonly deals: readonly string[];
  readonly keys: readonly string[];
  readonly tags: readonly string[];
};
type SnapshotAccount = {
  readonly number: number;
  readonly values: readonly (readonly [field: string, value: string])[];
  readonly mainContact: number | null;
  readonly contacts: number;
};
export type SnapshotContact = {
  readonly number: number;
  readonly account: number | null;
  readonly values: readonly (readonly [field: string, value: string])[];
  readonly createdBy: number | null;
  readonly createdLine: number | null;
};

export type Small = {
  readonly workspace: Workspace;
  readonly ports: Ports;
  connect(source: Source): Promise<void>;
  /** Null where the policy refuses the file as a whole. */
  prepare(upload: Upload): Promise<ImportRecord | null>;
  plan(record: ImportRecord): Promise<ImportRecord>;
  /** Corrects cells of a planned import. */
  fix(record: ImportRecord, request: Omit<FixRequest, "by">): Promise<ImportRecord>;
  /** How often a whole file was looked at for a plan or a run. */
  readonly scans: () => number;
  start(record: ImportRecord): Promise<ImportRecord>;
  undo(record: ImportRecord): Promise<ImportRecord>;
  lines(record: ImportRecord, pass?: "plan" | "run"): Promise<readonly LedgerLine[]>;
  snapshot(): Promise<Snapshot>;
};

export type Cutting = { readonly batchRows: number; readonly pieceBytes: number };

export class World {
  readonly #folder = mkdtempSync(join(tmpdir(), "muster-world-"));
  readonly #open: OpenWorld;
  #opened: Promise<WorldStore> | null = null;
  #clock = 1_767_225_600_000;
  #made = 0;

  constructor(open: OpenWorld = onSqlite()) {
    this.#open = open;
  }

  /** A fresh workspace; `cutting`: rows per batch, bytes per piece of the file. */
  async small(cutting: Cutting, policy: Partial<Policy> = {}): Promise<Small> {
    this.#opened ??= this.#open(this.#folder, this.#now);
    const world = await this.#opened;
    const { store } = world;
    const ports = this.#ports(store, cutting);
    const slug = `w${++this.#made}`;
    const made = accepted(await createWorkspace(ports.ports, { slug, name: slug, preset: "muster" }));
    await store.workspaces.setPolicy(made.number, { preset: "muster", policy: { ...made.policy, ...policy } });
    const workspace = (await store.workspaces.bySlug(slug)) ?? made;
    const prepare = async ({ text, request }: Upload): Promise<ImportRecord | null> => {
      const prepared = await prepareImport(ports.ports, workspace, ports.files.add(text), {
        request: { ...UNSAID, ...request },
      });
      return prepared.ok ? prepared.value : null;
    };
    const start = async (record: ImportRecord): Promise<ImportRecord> =>
      accepted(await runImport(ports.ports, record.ref));
    return {
      ...{ workspace, ports: ports.ports },
      async connect(source) {
        accepted(await ports.ports.store.sources.add(workspace.number, source));
      },
      prepare,
      start,
      plan: async (record) => accepted(await planImport(ports.ports, record.ref)),
      fix: async (record, request) => accepted(await fixCells(ports.ports, record.ref, { ...request, by: "ann" })),
      scans: ports.scans,
      undo: async (record) => accepted(await undoImport(ports.ports, record.ref, { only: null, includeEdited: false })),
      lines: (record, pass = "run") =>
        store.ledger.lines(record.ref, { pass, outcome: null, problem: null, afterLine: 0, limit: 100_000 }),
      snapshot: () => snapshot(world, workspace.number),
    };
  }

  async close(): Promise<void> {
    await (await this.#opened)?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #now = (): number => {
    this.#clock += 1_000;
    return this.#clock;
  };

  #ports(store: Ports["store"], { batchRows, pieceBytes }: Cutting) {
    let scans = 0;
    const files = new MemoryFiles(pieceBytes, join(this.#folder, "tmp"));
    const drafts = directDrafts(files, batchRows);
    const ports: Ports = {
      store,
      files,
      drafts: {
        ...drafts,
        scan(settings) {
          scans++;
          return drafts.scan(settings);
        },
      },
      inputs: { open: () => Promise.reject(new Error("no input is opened")) },
      converter: { open: async () => accept(null) },
      now: this.#now,
      random: () => 0x5eed,
      secret: () => "unused",
      holder: "test:1",
      isGone: () => false,
    };
    return { ports, files, scans: () => scans };
  }
}

async function snapshot({ store, rows }: WorldStore, workspace: number): Promise<Snapshot> {
  const page = { search: null, filters: [], after: 0, limit: 100_000 };
  const contacts = await store.contacts.list(workspace, page);
  const accounts = await store.accounts.list(workspace, page);
  const keys = await rows(
    `select kind, hash, contact_id from contact_key
     where workspace_id = ${workspace} and kind <> ${KEY_KIND.name} order by 1, 2, 3`,
  );
  const deals: string[] = [];
  for (const table of ["opportunity", "opportunity_key", "pipeline", "stage", "stage_key"]) {
    const found = await rows(`select * from ${table} where workspace_id = ${workspace} order by 2, 3, 4`);
    for (const { workspace_id: _w, created_at: _c, updated_at: _u, ...row } of found)
      deals.push(`${table} ${JSON.stringify(row)}`);
  }
  const tags = await rows(`select key from tag where workspace_id = ${workspace} order by 1`);
  return {
    accounts: accounts.map(({ number, values, mainContact, contacts }) => ({
      number,
      values: [...values].sort(([a], [b]) => (a < b ? -1 : 1)),
      mainContact,
      contacts,
    })),
    contacts: contacts.map(({ number, values, account, createdBy, createdLine }) => ({
      number,
      account,
      values: [...values].sort(([a], [b]) => (a < b ? -1 : 1)),
      createdBy,
      createdLine,
    })),
    // Names are indexed anew for each import that asks by them: what is left of an earlier one means nothing.
    keys: keys.map(({ kind, hash, contact_id }) => `${kind}:${hash}:${contact_id}`),
    deals,
    tags: tags.map(({ key }) => String(key)),
  };
}
