/** Lines of one file that share a key: candidates from the scan's filters in, exact groups with their winners out. */
import type { CorrectedLines, FoundDuplicates, ImportRef } from "../../../app/ports.ts";
import { type Claims, claimKeys } from "../../../core/plan/claim-keys.ts";
import { MAIN_FLAG, SECOND_KEYS } from "../../../core/plan/file-keys.ts";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";

/** Answers how many lines share a key with another. `keep`: the line of a group that stands for the others; `all` = none does. */
export async function saveDuplicates(
  database: Database,
  ref: ImportRef,
  found: AsyncIterable<FoundDuplicates>,
  { keep, bySecond }: { readonly keep: "first" | "last" | "all"; readonly bySecond: boolean },
): Promise<number> {
  const candidates = `temp.file_key_${ref.workspace}_${ref.import}`;
  await database.snapshot(() =>
    database.exec(`drop table if exists ${candidates};
      create table ${candidates} (match integer, hash integer, line integer)`),
  );
  for await (const piece of found) {
    await database.snapshot(() =>
      insertRows(database, {
        into: `insert into ${candidates} (match, hash, line)`,
        row: ["?", "?", "?"],
        values: [...piece],
      }),
    );
  }
  return database.transaction(() => {
    database.run("delete from file_duplicate where workspace_id = ? and import_id = ?", ref.workspace, ref.import);
    // In the order of the table: sorting is a third of the work of putting each row in its place.
    database.run(
      `insert into file_duplicate (workspace_id, import_id, line, match, hash, other_line)
       select ?, ?, line, match, hash, other_line from (
         select line, match, hash, coalesce(lag(line) over keys, lead(line) over keys) as other_line
         from ${candidates}
         window keys as (partition by match, hash order by line))
       where other_line is not null order by line, match, hash`,
      ...[ref.workspace, ref.import],
    );
    if (keep !== "all") chooseWinners(database, ref, { keep, from: bySecond ? SECOND_KEYS : 0 });
    chooseMainContacts(database, ref);
    const count = database.get(
      "select count(distinct line) from file_duplicate where workspace_id = ? and import_id = ? and match <> ?",
      ...[ref.workspace, ref.import, MAIN_FLAG],
    );
    database.exec(`drop table ${candidates}`);
    return Number(count?.[0] ?? 0);
  });
}

/** These lines, and those that share keys with them, directly or by others; at most so many more. */
export function sharingLines(
  database: Database,
  { workspace, import: number }: ImportRef,
  { lines, most }: { readonly lines: readonly number[]; readonly most: number },
): readonly number[] {
  const known = new Set(lines);
  for (let asked = lines; asked.length > 0 && known.size <= lines.length + most; ) {
    const keys = database.all(
      `select distinct match, hash from json_each(?) as asked cross join file_duplicate as own
         on own.workspace_id = ? and own.import_id = ? and own.line = asked.value`,
      ...[JSON.stringify(asked), workspace, number],
    );
    // Most lines share none, and the others need not be looked through.
    if (keys.length === 0) break;
    const sharing = database.all(
      `select distinct line from file_duplicate where workspace_id = ? and import_id = ? and (match, hash) in (
         select value ->> 0, value ->> 1 from json_each(?))`,
      ...[workspace, number, JSON.stringify(keys)],
    );
    asked = sharing.map(([line]) => Number(line)).filter((line) => !known.has(line));
    for (const line of asked) known.add(line);
  }
  return [...known].sort((a, b) => a - b);
}

/** In the place of what was found of these lines. */
export function putDuplicates(
  database: Database,
  { workspace, import: number }: ImportRef,
  { lines, duplicates }: Pick<CorrectedLines, "lines" | "duplicates">,
): void {
  for (const { line } of lines)
    database.run(
      "delete from file_duplicate where workspace_id = ? and import_id = ? and line = ?",
      workspace,
      number,
      line,
    );
  for (const { line, keys } of duplicates.values()) {
    for (const { match, hash, otherLine, winner } of keys) {
      database.run(
        `insert into file_duplicate (workspace_id, import_id, line, match, hash, other_line, winner) values (?, ?, ?, ?, ?, ?, ?)`,
        ...[workspace, number, line, match, hash, otherLine, winner],
      );
    }
  }
}

/** From the end that wins, with the claims in a table: memory does not grow with the file. */
function chooseWinners(
  database: Database,
  ref: ImportRef,
  { keep, from }: { readonly keep: "first" | "last"; readonly from: number },
): void {
  database.exec(
    "create temp table if not exists claimed (match integer, hash integer, line integer, primary key (match, hash)) without rowid",
  );
  database.exec("delete from claimed");
  const owner = database.statement("select line from claimed where match = ? and hash = ?");
  const claim = database.statement("insert into claimed (match, hash, line) values (?, ?, ?)");
  const claims: Claims<readonly number[]> = {
    ownerOf: ([, match = 0, hash = 0]) => (owner.get(match, hash) as unknown as readonly number[] | undefined)?.[0],
    claim: ([, match = 0, hash = 0], line) => claim.run(match, hash, line),
  };
  const lose = database.statement(
    `update file_duplicate set winner = ? where workspace_id = ? and import_id = ? and line = ? and match >= ${from} and match <> ${MAIN_FLAG}`,
  );
  const step = keep === "first" ? { order: "asc", beyond: ">" } : { order: "desc", beyond: "<" };
  let after = keep === "first" ? 0 : Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = database.all(
      `select line, match, hash from file_duplicate where workspace_id = ? and import_id = ? and match >= ${from} and match <> ${MAIN_FLAG} and line ${step.beyond} ?
       order by line ${step.order}, match, hash limit 10000`,
      ...[ref.workspace, ref.import, after],
    ) as readonly (readonly number[])[];
    // A page may end within a line's keys: that line is left for the next page.
    const lastLine = rows.length < 10_000 ? null : (rows[rows.length - 1]?.[0] ?? null);
    const lines = Map.groupBy(rows, (row) => row[0] ?? 0);
    if (lastLine !== null && lines.size > 1) lines.delete(lastLine);
    if (lines.size === 0) return;
    for (const [line, keys] of lines) {
      const winner = claimKeys(line, keys, claims);
      if (winner !== null) lose.run(winner, ref.workspace, ref.import, line);
      after = line;
    }
  }
}

/** Of the lines that name the main contact of one account the last one counts, whatever the policy says of contacts. */
function chooseMainContacts(database: Database, ref: ImportRef): void {
  database.run(
    `update file_duplicate set winner = last.line
     from (select hash, max(line) as line from file_duplicate
           where workspace_id = ?1 and import_id = ?2 and match = ${MAIN_FLAG} group by hash) as last
     where file_duplicate.workspace_id = ?1 and file_duplicate.import_id = ?2 and file_duplicate.match = ${MAIN_FLAG}
       and file_duplicate.hash = last.hash and file_duplicate.line < last.line`,
    ...[ref.workspace, ref.import],
  );
}
