/** What every port's suite starts from: a workspace, an import in it, and a batch that creates contacts. */
import { afterEach, beforeEach } from "vitest";
import type { ImportSettings } from "../../src/app/import/import-settings.ts";
import { EMPTY_DIGEST } from "../../src/app/import/ledger-digest.ts";
import type { Checkpoint, ImportRecord, ImportRef, Lease, Store, Workspace } from "../../src/app/ports.ts";
import { NO_ACCOUNTS } from "../../src/core/account/account-plan.ts";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import type { ColumnMapping, ColumnTarget } from "../../src/core/mapping/column-mapping.ts";
import { KEY_KIND, keyHash } from "../../src/core/match/key-hash.ts";
import { type BatchPlan, emptyKeys } from "../../src/core/plan/batch-plan.ts";
import { EMPTY_TALLY, type LedgerLine } from "../../src/core/plan/outcome.ts";
import { compileShape, type ImportShape } from "../../src/core/plan/shape.ts";
import { effectivePolicy } from "../../src/core/policy/effective-policy.ts";
import { muster } from "../../src/core/policy/presets/muster.ts";
import { accepted } from "../support/workspace.ts";

/** An implementation under test; `now` is its clock. */
export type OpenStores = (now: () => number) => Promise<{
  readonly store: Store;
  close(): Promise<void>;
}>;

/** An empty store with a workspace, and somebody else's beside it. */
export type Opened = {
  readonly store: Store;
  readonly mine: Workspace;
  readonly theirs: Workspace;
};

/** Inside a `describe`: each of its tests gets a store of its own. @param now what its clock says */
export function openForEach(open: OpenStores, now: number, use: (opened: Opened) => void): void {
  let close: (() => Promise<void>) | undefined;
  beforeEach(async () => {
    const opened = await open(() => now);
    close = () => opened.close();
    const { store } = opened;
    use({ store, mine: await newWorkspace(store, "mine"), theirs: await newWorkspace(store, "theirs") });
  });
  afterEach(() => close?.());
}

/** Texts that break what pastes instead of binding. */
export const HOSTILE: readonly string[] = [
  "it's",
  'say "hi"',
  "'; drop table contact; --",
  "100%_\\",
  "😀 é 中",
  "__proto__",
  "constructor",
  "{}[]\u2028",
  "line\nbreak\ttab",
];

const column = (number: number, target: ColumnTarget): ColumnMapping => ({
  column: number,
  header: `Column ${number}`,
  target,
  foundBy: "person",
  confidence: 1,
  reason: "said so",
  samples: [],
});

const MAPPING: readonly ColumnMapping[] = [
  column(0, { to: "field", field: "email" }),
  column(1, { to: "field", field: "full_name" }),
  column(2, { to: "keep", name: "__proto__" }),
];
export const SHAPE: ImportShape = compileShape(MAPPING, BUILTIN_FIELDS);

export const SETTINGS: ImportSettings = {
  source: { key: "key", digest: "digest", bytes: 10, name: 'it\'s "people".csv' },
  dialect: {
    format: "csv",
    encoding: "utf-8",
    bom: false,
    delimiter: ",",
    quote: '"',
    escape: '"',
    newline: "\n",
    header: true,
    confidence: 1,
    evidence: [],
  },
  mapping: MAPPING,
  fields: BUILTIN_FIELDS,
  preset: "muster",
  policy: accepted(effectivePolicy({ policy: muster.policy, mode: null, set: new Map() })),
  country: "US",
  dateOrder: null,
  tags: [],
  owner: null,
  readings: [],
  by: "tester",
};

export async function newWorkspace(store: Store, slug: string): Promise<Workspace> {
  const made = { slug, name: slug, preset: "muster", policy: muster.policy, idKey: 0x5eed, createdAt: 1 };
  return accepted(await store.workspaces.create(made));
}

export const ledgerLine = (line: number, said: Partial<LedgerLine> = {}): LedgerLine => ({
  line,
  offset: line * 10,
  outcome: "created",
  contact: null,
  match: null,
  changes: null,
  problems: [],
  ...said,
});

export const checkpointAt = (line: number): Checkpoint => ({
  offset: line * 10,
  line,
  tally: EMPTY_TALLY,
  ledger: EMPTY_DIGEST,
});

/** Creates a contact for each e-mail address, numbered from `first`, on lines from 2 on. */
export function creating(emails: readonly string[], first = 1, firstLine = 2): BatchPlan {
  const valuesOf = (email: string): readonly string[] =>
    SHAPE.slots.map(({ key }) =>
      key === "email" ? email : key === "full_name" ? `Name of ${email}` : key === "kept:__proto__" ? email : "",
    );
  return {
    inserts: emails.map((email, at) => ({ id: first + at, line: firstLine + at, values: valuesOf(email) })),
    updates: [],
    keysAdded: {
      kinds: emails.map(() => KEY_KIND.email),
      hashes: emails.map(keyHash),
      contacts: emails.map((_, at) => first + at),
    },
    keysRemoved: emptyKeys(),
    lines: emails.map((_, at) => ledgerLine(firstLine + at, { contact: first + at })),
    fileContacts: [],
    accounts: NO_ACCOUNTS,
  };
}

export type Begun = { readonly record: ImportRecord; readonly ref: ImportRef; readonly lease: Lease };

export async function begin(store: Store, workspace: Workspace, now: number): Promise<Begun> {
  const record = await store.imports.create(workspace.number, SETTINGS, now);
  const lease = accepted(await store.imports.takeLease(record.ref, "host:1", now, () => false));
  return { record, ref: record.ref, lease };
}

/** Applies the batch and brings its keys into the index. */
export async function write(store: Store, { ref, lease }: Begun, plan: BatchPlan): Promise<void> {
  const last = plan.lines.at(-1)?.line ?? 1;
  accepted(
    await store.imports.writeBatch({ ref, object: "contact", lease }, (batch) =>
      batch.apply(plan, SHAPE, checkpointAt(last + 1)),
    ),
  );
  await store.imports.settleKeys(ref.workspace);
}

/** How many contacts the identity index knows by an address. */
export async function holdersOf(store: Store, workspace: Workspace, email: string): Promise<number> {
  const { ref } = await begin(store, workspace, 1);
  return store.imports.readBatch({ ref, object: "contact", pass: "plan" }, async (batch) => {
    const hits = await batch.findByKeys(KEY_KIND.email, Float64Array.of(keyHash(email)));
    return hits.contacts.length;
  });
}
