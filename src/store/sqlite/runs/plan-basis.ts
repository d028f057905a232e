/** What a plan stands on: the findings of its scan, which keys the file has, and how the workspace was when it was made. */
import type { ScanFindings } from "../../../app/import/scanning/scan-findings.ts";
import type { ImportRef, PlanBasis } from "../../../app/ports.ts";
import { addToBlock, blockMayHave } from "../../../core/match/key-filter.ts";
import { blockPlace, keyBlock, keyPages } from "../../runs/key-pages.ts";
import type { Database } from "../database.ts";

/** For a plan that is about to be made; null = it will stand on nothing that is known. */
export function writeBasis(database: Database, ref: ImportRef, basis: PlanBasis | null): void {
  clearBasis(database, ref);
  if (basis === null) return;
  database.run(
    "insert into plan_basis (workspace_id, import_id, found, workspace) values (?, ?, ?, ?)",
    ...[ref.workspace, ref.import, JSON.stringify(basis.found), workspaceText(database, ref)],
  );
  for (const { part, page, keys } of keyPages(basis.keys)) {
    database.run(
      "insert into plan_keys (workspace_id, import_id, part, page, keys) values (?, ?, ?, ?, ?)",
      ...[ref.workspace, ref.import, part, page, keys],
    );
  }
}

export function clearBasis(database: Database, ref: ImportRef): void {
  for (const table of ["plan_basis", "plan_keys"])
    database.run(`delete from ${table} where workspace_id = ? and import_id = ?`, ref.workspace, ref.import);
}

/** Null where none is kept, or the workspace is not as it was then. */
export function readBasis(database: Database, ref: ImportRef, now: number): ScanFindings | null {
  const [found, workspace] =
    database.get(
      "select found, workspace from plan_basis where workspace_id = ? and import_id = ?",
      ...[ref.workspace, ref.import],
    ) ?? [];
  if (found === undefined || workspace !== workspaceText(database, ref) || isInMotion(database, ref, now)) return null;
  return JSON.parse(String(found)) as ScanFindings;
}

/** Whether a line of the file may have one of these keys; false is certain. */
export function mayHaveKeys(database: Database, ref: ImportRef, keys: readonly number[]): boolean {
  const parts = partsOf(database, ref);
  return keys.some((key) =>
    parts.some((part) => {
      const { block } = placeOf(database, ref, { ...part, key });
      return blockMayHave(block, key);
    }),
  );
}

/** As a scan of the corrected rows would leave it; keys that no line has any more stay, which costs a look and nothing else. */
export function correctBasis(
  database: Database,
  ref: ImportRef,
  { found, keys }: { readonly found: ScanFindings; readonly keys: readonly number[] },
): void {
  database.run(
    "update plan_basis set found = ? where workspace_id = ? and import_id = ?",
    ...[JSON.stringify(found), ref.workspace, ref.import],
  );
  const [first] = partsOf(database, ref);
  for (const key of first === undefined ? [] : keys) {
    const { page, bytes, block } = placeOf(database, ref, { ...(first as Part), key });
    addToBlock(block, key);
    database.run(
      "update plan_keys set keys = ? where workspace_id = ? and import_id = ? and part = ? and page = ?",
      ...[bytes, ref.workspace, ref.import, (first as Part).part, page],
    );
  }
}

/** `bytes`: those of the part's whole filter. */
type Part = { readonly part: number; readonly bytes: number };

const partsOf = (database: Database, { workspace, import: number }: ImportRef): readonly Part[] =>
  database
    .all(
      "select part, sum(length(keys)) from plan_keys where workspace_id = ? and import_id = ? group by part order by part",
      ...[workspace, number],
    )
    .map(([part, bytes]) => ({ part: Number(part), bytes: Number(bytes) }));

/** The page that holds the key's block, and the block as a part of it. */
function placeOf(database: Database, ref: ImportRef, { part, bytes: all, key }: Part & { readonly key: number }) {
  const { page, at } = blockPlace(key, all);
  const stored = database.get(
    "select keys from plan_keys where workspace_id = ? and import_id = ? and part = ? and page = ?",
    ...[ref.workspace, ref.import, part, page],
  )?.[0];
  const bytes = (stored as Uint8Array).slice();
  return { page, bytes, block: keyBlock(bytes, at) };
}

/**
 * Another text wherever a plan might become another one: contacts and accounts come and go with numbers and counts, and are
 * changed by imports and their undo, bulk changes, merges, erasures and workflows; rows name members and tags.
 */
function workspaceText(database: Database, { workspace, import: number }: ImportRef): string {
  const row = database.get(
    `select json_array(
       (select json_array(next_contact, next_account, contacts) from workspace where workspace_id = ?1),
       (select json_array(count(*), total(version)) from import
        where workspace_id = ?1 and import_id <> ?2 and state not in ('received', 'planned', 'refused')),
       (select json_array(count(*), total(seen_to), total(changed), total(length(state)), total(undone_at)) from bulk_change where workspace_id = ?1),
       (select json_array(count(*), total(undone_at)) from contact_merge where workspace_id = ?1),
       (select count(*) from erasure where workspace_id = ?1),
       (select json_array(count(*), total(over_line), total(left_out)) from workflow_queue where workspace_id = ?1),
       (select min(due_at) from workflow_run where workspace_id = ?1 and state = 'waiting'),
       (select json_group_array(json_array(email, name, role, former_emails, removed_at)) from member where workspace_id = ?1),
       (select json_group_array(key) from tag where workspace_id = ?1),
       (select json_group_array(json_array(key, type)) from field where workspace_id = ?1))`,
    ...[workspace, number],
  );
  return String(row?.[0]);
}

/** A workflow is at work on contacts, or about to be. */
const isInMotion = (database: Database, { workspace }: ImportRef, now: number): boolean =>
  database.get(
    "select 1 from workflow_run where workspace_id = ? and state = 'waiting' and due_at <= ? limit 1",
    ...[workspace, now],
  ) !== undefined;
