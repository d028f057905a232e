/** A real workspace for tests: the embedded database in a folder of its own, the reading thread, and the use cases on top. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportRequest } from "../../src/app/import/preparing/import-request.ts";
import { prepareImport } from "../../src/app/import/preparing/prepare-import.ts";
import { receiveFile } from "../../src/app/import/preparing/receive-file.ts";
import { planImport, runImport } from "../../src/app/import/run-import.ts";
import { undoImport } from "../../src/app/import/undoing/undo-import.ts";
import type { ContactRow, ImportRecord, Ports, Workspace } from "../../src/app/ports.ts";
import { openWorkspace } from "../../src/app/workspace/open-workspace.ts";
import type { BucketConfig } from "../../src/config/file-storage.ts";
import type { LedgerLine } from "../../src/core/plan/outcome.ts";
import type { Refusal, Result } from "../../src/core/problem/refusal.ts";
import { openSourceFile } from "../../src/source/csv-file.ts";
import { directDrafts } from "../../src/source/direct-drafts.ts";
import { fileConverter } from "../../src/source/file-converter.ts";
import { openSourceFiles } from "../../src/source/open-source-files.ts";
import { ThreadedDrafts } from "../../src/source/threaded-drafts.ts";
import { newTestStore, removeData } from "./open-test-store.ts";
import { UNSAID } from "./unsaid.ts";

/** 2026-01-01T00:00:00Z; tests see one minute pass with each look at the clock. */
const START = 1_767_225_600_000;

export type TestWorkspace = {
  readonly ports: Ports;
  readonly workspace: Workspace;
  readonly folder: string;
  /** Stores the text as a file, prepares and runs it. */
  import(text: string | Uint8Array | Uint8Array, request?: Partial<ImportRequest>): Promise<ImportRecord>;
  /** The same, stopped at the plan. */
  plan(text: string | Uint8Array | Uint8Array, request?: Partial<ImportRequest>): Promise<ImportRecord>;
  /** The refusal that preparing or running the text ends with. */
  refusal(text: string | Uint8Array | Uint8Array, request?: Partial<ImportRequest>): Promise<Refusal>;
  prepare(text: string | Uint8Array | Uint8Array, request?: Partial<ImportRequest>): Promise<Result<ImportRecord>>;
  undo(
    record: ImportRecord,
    request?: { readonly only?: number | null; readonly includeEdited?: boolean },
  ): Promise<ImportRecord>;
  lines(record: ImportRecord): Promise<readonly LedgerLine[]>;
  contacts(): Promise<readonly ContactRow[]>;
  close(): Promise<void>;
};

export type TestOptions = {
  readonly preset?: string;
  readonly batchRows?: number;
  /** Reads in a thread of its own, as the product does with all but small files. */
  readonly thread?: boolean;
  /** Where files are, instead of the data folder. */
  readonly bucket?: BucketConfig;
  /** Changes to the workspace's policy. */
  readonly policy?: Partial<Workspace["policy"]>;
  /** Milliseconds since 1970, instead of the clock that goes on with each look. */
  readonly now?: () => number;
};

export async function testWorkspace(options: TestOptions = {}): Promise<TestWorkspace> {
  const folder = mkdtempSync(join(tmpdir(), "muster-test-"));
  let clock = START;
  const passing = (): number => {
    clock += 60_000;
    return clock;
  };
  const now = options.now ?? passing;
  const files = await openSourceFiles({ folder: join(folder, "data"), bucket: options.bucket ?? null });
  const ports: Ports = {
    store: await newTestStore(join(folder, "data"), now),
    files,
    drafts: options.thread
      ? new ThreadedDrafts(files, { ...options, threadedBytes: 0 })
      : directDrafts(files, options.batchRows),
    inputs: { open: openSourceFile },
    converter: fileConverter(join(folder, "data", "tmp")),
    now,
    random: () => 0x5eed,
    secret: () => randomBytes(32).toString("base64url"),
    holder: "test:1",
    isGone: () => false,
  };
  const workspace = accepted(await openWorkspace(ports, "default", options.preset ?? "muster"));
  if (options.policy) {
    await ports.store.workspaces.setPolicy(workspace.number, {
      preset: workspace.preset,
      policy: { ...workspace.policy, ...options.policy },
    });
  }
  return workspaceOver(ports, accepted(await openWorkspace(ports, "default")), folder);
}

function workspaceOver(ports: Ports, workspace: Workspace, folder: string): TestWorkspace {
  const prepare: TestWorkspace["prepare"] = async (text, request = {}) => {
    const path = join(folder, "contacts.csv");
    writeFileSync(path, text);
    const source = await receiveFile(ports, path, workspace.policy.maxBytes);
    return source.ok ? prepareImport(ports, workspace, source.value, { request: { ...UNSAID, ...request } }) : source;
  };
  const test: TestWorkspace = {
    ports,
    workspace,
    folder,
    prepare,
    import: async (text, request) => accepted(await runImport(ports, accepted(await prepare(text, request)).ref)),
    plan: async (text, request) => accepted(await planImport(ports, accepted(await prepare(text, request)).ref)),
    async refusal(text, request) {
      const prepared = await prepare(text, request);
      if (!prepared.ok) return prepared.refusal;
      const ended = await runImport(ports, prepared.value.ref);
      const refusal = ended.ok ? ended.value.refusal : ended.refusal;
      if (!refusal) throw new Error("nothing was refused");
      return refusal;
    },
    undo: async (
      record,
      { only = null, includeEdited = false }: { only?: number | null; includeEdited?: boolean } = {},
    ) => accepted(await undoImport(ports, record.ref, { only, includeEdited })),
    lines: (record) =>
      ports.store.ledger.lines(record.ref, {
        pass: record.state === "planned" ? "plan" : "run",
        outcome: null,
        problem: null,
        afterLine: 0,
        limit: 1_000_000,
      }),
    contacts: () =>
      ports.store.contacts.list(workspace.number, { search: null, filters: [], after: 0, limit: 1_000_000 }),
    async close() {
      await ports.drafts.close();
      await ports.store.close();
      await removeData(join(folder, "data"));
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return test;
}

export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}: ${result.refusal.message}`);
  return result.value;
}
