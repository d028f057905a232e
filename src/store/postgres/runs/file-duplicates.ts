/** Lines of one file that share a key: candidates from the scan's filters in, exact groups with their winners out. */
import { randomInt } from "node:crypto";
import type { CorrectedLines, FoundDuplicates, ImportRef } from "../../../app/ports.ts";
import { type Claims, claimKeys } from "../../../core/plan/claim-keys.ts";
import { MAIN_FLAG, SECOND_KEYS } from "../../../core/plan/file-keys.ts";
import { copyLine } from "../copy-line.ts";
import { bigints, type Database } from "../database.ts";

/** Keys of lines whose winners are found at a time. */
const PAGE_KEYS = 10_000;
const MOST_SCANS = 2 ** 47;

type Scan = ImportRef & { readonly scan: number };

/** Answers how many lines share a key with another. `keep`: the line of a group that stands for the others; `all` = none does. */
export async function saveDuplicates(
  database: Database,
  ref: ImportRef,
  found: AsyncIterable<FoundDuplicates>,
  { keep, bySecond }: { readonly keep: "first" | "last" | "all"; readonly bySecond: boolean },
): Promise<number> {
  const scan = { ...ref, scan: randomInt(MOST_SCANS) };
  try {
    await putAside(database, scan, found);
  } catch (error) {
    // Whoever has taken the work over may have cleared the scratch tables before the last of these came.
    await database.transaction(ref.workspace, () => forgetScan(database, scan)).catch(() => undefined);
    throw error;
  }
  return database.transaction(ref.workspace, async () => {
    const place = [ref.workspace, ref.import];
    await database.run("delete from file_duplicate where workspace_id = $1 and import_id = $2", ...place);
    await database.run(
      `insert into file_duplicate (workspace_id, import_id, line, match, hash, other_line)
       select $1, $2, line, match, hash, other_line from (
         select line, match, hash, coalesce(lag(line) over keys, lead(line) over keys) as other_line
         from file_key where workspace_id = $1 and import_id = $2 and scan = $3
         window keys as (partition by match, hash order by line)) as shared
       where other_line is not null order by line, match, hash`,
      ...[...place, scan.scan],
    );
    if (keep !== "all") await chooseWinners(database, ref, { keep, from: bySecond ? SECOND_KEYS : 0 });
    await chooseMainContacts(database, ref);
    const count = await database.get(
      `select count(distinct line) from file_duplicate where workspace_id = $1 and import_id = $2 and match <> ${MAIN_FLAG}`,
      ...place,
    );
    await forgetScan(database, scan);
    return Number(count?.[0] ?? 0);
  });
}

const forgetScan = (database: Database, { workspace, import: number, scan }: Scan): Promise<void> =>
  database.run(
    "delete from file_key where workspace_id = $1 and import_id = $2 and scan = $3",
    ...[workspace, number, scan],
  );

/** Piece by piece, so that nobody who writes to the workspace waits for the reading of the file. */
async function putAside(
  database: Database,
  { workspace, import: number, scan }: Scan,
  found: AsyncIterable<FoundDuplicates>,
): Promise<void> {
  let before = 0;
  for await (const piece of found) {
    function* rows(): Generator<string> {
      for (let at = 0; at < piece.length; at += 3)
        yield copyLine([workspace, number, scan, before + at / 3, ...piece.subarray(at, at + 3)]);
    }
    await database.transaction(null, () =>
      database.copy("file_key (workspace_id, import_id, scan, at, match, hash, line)", rows()),
    );
    before += piece.length / 3;
  }
}

/** These lines, and those that share keys with them, directly or by others; at most so many more. */
export async function sharingLines(
  database: Database,
  { workspace, import: number }: ImportRef,
  { lines, most }: { readonly lines: readonly number[]; readonly most: number },
): Promise<readonly number[]> {
  const known = new Set(lines);
  for (let asked = lines; asked.length > 0 && known.size <= lines.length + most; ) {
    const keys = await database.all(
      `select distinct match, hash from file_duplicate
       where workspace_id = $1 and import_id = $2 and line = any($3::bigint[])`,
      ...[workspace, number, bigints(asked)],
    );
    // Most lines share none, and the others need not be looked through.
    if (keys.length === 0) break;
    const sharing = await database.all(
      `select distinct line from file_duplicate where workspace_id = $1 and import_id = $2
         and (match, hash) in (select * from unnest($3::bigint[], $4::bigint[]))`,
      ...[workspace, number, ...columnsOf(keys as readonly (readonly number[])[], 2)],
    );
    asked = sharing.map(([line]) => Number(line)).filter((line) => !known.has(line));
    for (const line of asked) known.add(line);
  }
  return [...known].sort((a, b) => a - b);
}

/** In the place of what was found of these lines. */
export async function putDuplicates(
  database: Database,
  { workspace, import: number }: ImportRef,
  { lines, duplicates }: Pick<CorrectedLines, "lines" | "duplicates">,
): Promise<void> {
  await database.run(
    "delete from file_duplicate where workspace_id = $1 and import_id = $2 and line = any($3::bigint[])",
    ...[workspace, number, bigints(lines.map(({ line }) => line))],
  );
  const rows = duplicates
    .values()
    .flatMap(({ line, keys }) =>
      keys.map(({ match, hash, otherLine, winner }) =>
        copyLine([workspace, number, line, match, hash, otherLine, winner]),
      ),
    );
  await database.copy("file_duplicate (workspace_id, import_id, line, match, hash, other_line, winner)", rows);
}

type Choice = { readonly keep: "first" | "last"; readonly from: number };

/** From the end that wins, page by page, with the claims in a table: memory does not grow with the file. */
async function chooseWinners(database: Database, ref: ImportRef, { keep, from }: Choice): Promise<void> {
  await database.run(
    "create temporary table claimed (match bigint, hash bigint, line bigint, primary key (match, hash)) on commit drop",
  );
  const isChosen = `match >= ${from} and match <> ${MAIN_FLAG}`;
  const step = keep === "first" ? { order: "asc", beyond: ">" } : { order: "desc", beyond: "<" };
  let after = keep === "first" ? 0 : Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = (await database.all(
      `select line, match, hash from file_duplicate
       where workspace_id = $1 and import_id = $2 and ${isChosen} and line ${step.beyond} $3
       order by line ${step.order}, match, hash limit ${PAGE_KEYS}`,
      ...[ref.workspace, ref.import, after],
    )) as readonly (readonly number[])[];
    // A page may end within a line's keys: that line is left for the next page.
    const lastLine = rows.length < PAGE_KEYS ? null : (rows[rows.length - 1]?.[0] ?? null);
    const lines = Map.groupBy(rows, (row) => row[0] ?? 0);
    if (lastLine !== null && lines.size > 1) lines.delete(lastLine);
    if (lines.size === 0) return;
    const lost = await claimPage(database, lines);
    await database.run(
      `update file_duplicate set winner = lost.winner from unnest($3::bigint[], $4::bigint[]) as lost (line, winner)
       where file_duplicate.workspace_id = $1 and file_duplicate.import_id = $2 and file_duplicate.line = lost.line
         and ${isChosen}`,
      ...[ref.workspace, ref.import, ...columnsOf(lost, 2)],
    );
    after = [...lines.keys()].at(-1) ?? after;
  }
}

/** Lines of a page that others win over, with the winners. */
async function claimPage(
  database: Database,
  lines: ReadonlyMap<number, readonly (readonly number[])[]>,
): Promise<readonly (readonly [line: number, winner: number])[]> {
  const keys = [...lines.values()].flat().map(([, match = 0, hash = 0]) => [match, hash]);
  const claimed = await database.all(
    `select match, hash, line from claimed where (match, hash) in (select * from unnest($1::bigint[], $2::bigint[]))`,
    ...columnsOf(keys, 2),
  );
  const owners = new Map(claimed.map(([match, hash, line]) => [`${match} ${hash}`, Number(line)]));
  const added: number[][] = [];
  const claims: Claims<readonly number[]> = {
    ownerOf: ([, match, hash]) => owners.get(`${match} ${hash}`),
    claim([, match = 0, hash = 0], line) {
      owners.set(`${match} ${hash}`, line);
      added.push([match, hash, line]);
    },
  };
  const lost = [...lines].flatMap(([line, keysOfLine]) => {
    const winner = claimKeys(line, keysOfLine, claims);
    return winner === null ? [] : [[line, winner] as const];
  });
  await database.copy("claimed (match, hash, line)", added.values().map(copyLine));
  return lost;
}

/** Each position of the rows as an array of its own. */
const columnsOf = (rows: readonly (readonly number[])[], width: number): readonly string[] =>
  Array.from({ length: width }, (_, at) => bigints(rows.map((row) => row[at] ?? 0)));

/** Of the lines that name the main contact of one account the last one counts, whatever the policy says of contacts. */
async function chooseMainContacts(database: Database, ref: ImportRef): Promise<void> {
  await database.run(
    `update file_duplicate set winner = last.line
     from (select hash, max(line) as line from file_duplicate
           where workspace_id = $1 and import_id = $2 and match = ${MAIN_FLAG} group by hash) as last
     where file_duplicate.workspace_id = $1 and file_duplicate.import_id = $2 and file_duplicate.match = ${MAIN_FLAG}
       and file_duplicate.hash = last.hash and file_duplicate.line < last.line`,
    ...[ref.workspace, ref.import],
  );
}
