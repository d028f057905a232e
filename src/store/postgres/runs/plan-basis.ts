/** What a plan stands on: the findings of its scan, which keys the file has, and how the workspace was when it was made. */
import type { ScanFindings } from "../../../app/import/scanning/scan-findings.ts";
import type { ImportRef, PlanBasis } from "../../../app/ports.ts";
import { addToBlock, blockMayHave, KEY_BLOCK_BYTES } from "../../../core/match/key-filter.ts";
import { blockPlace, keyBlock, keyPages } from "../../runs/key-pages.ts";
import { copyLine } from "../copy-line.ts";
import { bigints, type Database } from "../database.ts";

/** For a plan that is about to be made; null = it will stand on nothing that is known. */
export async function writeBasis(database: Database, ref: ImportRef, basis: PlanBasis | null): Promise<void> {
  await clearBasis(database, ref);
  if (basis === null) return;
  await database.run(
    "insert into plan_basis (workspace_id, import_id, found, workspace) values ($1, $2, $3, $4)",
    ...[ref.workspace, ref.import, JSON.stringify(basis.found), await workspaceText(database, ref)],
  );
  await database.copy(
    "plan_keys (workspace_id, import_id, part, page, keys)",
    keyPages(basis.keys).map(({ part, page, keys }) =>
      copyLine([ref.workspace, ref.import, part, page, `\\x${Buffer.from(keys).toString("hex")}`]),
    ),
  );
}

export async function clearBasis(database: Database, ref: ImportRef): Promise<void> {
  for (const table of ["plan_basis", "plan_keys"])
    await database.run(`delete from ${table} where workspace_id = $1 and import_id = $2`, ref.workspace, ref.import);
}

/** Null where none is kept, or the workspace is not as it was then. */
export async function readBasis(database: Database, ref: ImportRef, now: number): Promise<ScanFindings | null> {
  const [found, workspace] =
    (await database.get(
      "select found, workspace from plan_basis where workspace_id = $1 and import_id = $2",
      ...[ref.workspace, ref.import],
    )) ?? [];
  if (found === undefined || workspace !== (await workspaceText(database, ref))) return null;
  return (await isInMotion(database, ref, now)) ? null : (JSON.parse(String(found)) as ScanFindings);
}

/** Whether a line of the file may have one of these keys; false is certain. Of each filter the keys' blocks alone are read. */
export async function mayHaveKeys(database: Database, ref: ImportRef, keys: readonly number[]): Promise<boolean> {
  const parts = await partsOf(database, ref);
  const asked = parts.flatMap(({ part, bytes }) => keys.map((key) => ({ part, key, ...blockPlace(key, bytes) })));
  const blocks = await database.all(
    `select asked.key, substring(held.keys from asked.at::int + 1 for ${KEY_BLOCK_BYTES})
     from unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[]) as asked (part, page, at, key)
     join plan_keys as held on held.workspace_id = $1 and held.import_id = $2
       and held.part = asked.part and held.page = asked.page`,
    ...[ref.workspace, ref.import],
    ...(["part", "page", "at", "key"] as const).map((of) => bigints(asked.map((place) => place[of]))),
  );
  return blocks.some(([key, block]) => blockMayHave(keyBlock(block as Uint8Array, 0), Number(key)));
}

/** As a scan of the corrected rows would leave it; keys that no line has any more stay, which costs a look and nothing else. */
export async function correctBasis(
  database: Database,
  ref: ImportRef,
  { found, keys }: { readonly found: ScanFindings; readonly keys: readonly number[] },
): Promise<void> {
  await database.run(
    "update plan_basis set found = $3 where workspace_id = $1 and import_id = $2",
    ...[ref.workspace, ref.import, JSON.stringify(found)],
  );
  const [first] = await partsOf(database, ref);
  if (first === undefined) return;
  const places = keys.map((key) => ({ key, ...blockPlace(key, first.bytes) }));
  for (const [page, added] of Map.groupBy(places, (place) => place.page)) {
    const place = [ref.workspace, ref.import, first.part, page];
    const isPage = "workspace_id = $1 and import_id = $2 and part = $3 and page = $4";
    const bytes = (await database.get(`select keys from plan_keys where ${isPage}`, ...place))?.[0] as Uint8Array;
    for (const { key, at } of added) addToBlock(keyBlock(bytes, at), key);
    await database.run(`update plan_keys set keys = $5 where ${isPage}`, ...place, bytes);
  }
}

/** `bytes`: those of the part's whole filter. */
type Part = { readonly part: number; readonly bytes: number };

async function partsOf(database: Database, { workspace, import: number }: ImportRef): Promise<readonly Part[]> {
  const rows = await database.all(
    `select part, sum(octet_length(keys)) from plan_keys where workspace_id = $1 and import_id = $2
     group by part order by part`,
    ...[workspace, number],
  );
  return rows.map(([part, bytes]) => ({ part: Number(part), bytes: Number(bytes) }));
}

/**
 * Another text wherever a plan might become another one: contacts and accounts come and go with numbers and counts, and are
 * changed by imports and their undo, bulk changes, merges, erasures and workflows; rows name members and tags.
 */
async function workspaceText(database: Database, { workspace, import: number }: ImportRef): Promise<string> {
  const row = await database.get(
    `select json_build_array(
       (select json_build_array(next_contact, next_account, contacts) from workspace where workspace_id = $1),
       (select json_build_array(count(*), sum(version)) from import
        where workspace_id = $1 and import_id <> $2 and state not in ('received', 'planned', 'refused')),
       (select json_build_array(count(*), sum(seen_to), sum(changed), sum(length(state)), sum(undone_at))
        from bulk_change where workspace_id = $1),
       (select json_build_array(count(*), sum(undone_at)) from contact_merge where workspace_id = $1),
       (select count(*) from erasure where workspace_id = $1),
       (select json_build_array(count(*), sum(over_line), sum(left_out)) from workflow_queue where workspace_id = $1),
       (select min(due_at) from workflow_run where workspace_id = $1 and state = 'waiting'),
       (select json_agg(json_build_array(email, name, role, former_emails, removed_at) order by member_id)
        from member where workspace_id = $1),
       (select json_agg(key order by key) from tag where workspace_id = $1),
       (select json_agg(json_build_array(key, type) order by object, key) from field where workspace_id = $1))`,
    ...[workspace, number],
  );
  return String(row?.[0]);
}

/** A workflow is at work on contacts, or about to be. */
const isInMotion = async (database: Database, { workspace }: ImportRef, now: number): Promise<boolean> =>
  (await database.get(
    "select 1 from workflow_run where workspace_id = $1 and state = 'waiting' and due_at <= $2 limit 1",
    ...[workspace, now],
  )) !== undefined;
