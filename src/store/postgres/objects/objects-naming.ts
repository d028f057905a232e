/** Objects whose values hold one of some texts, wherever it stands: the search index knows only some fields. */
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import { inSlices } from "../../objects/number-slices.ts";
import { objectTable } from "../../objects/object-table.ts";
import type { Database } from "../database.ts";

/** Numbers looked at by the first statement. */
const FIRST_SLICE = 2_048;

export async function objectsNaming(
  database: Database,
  { workspace, object }: { readonly workspace: number; readonly object: ObjectKind },
  { texts, limit }: { readonly texts: readonly string[]; readonly limit: number },
): Promise<readonly number[]> {
  const { table, id, columns } = objectTable(object);
  const numbers: number[] = [];
  const last = await database.get(`select max(${id}) from ${table} where workspace_id = $1`, workspace);
  const all = { range: { over: 0, upTo: Number(last?.[0] ?? 0) }, first: FIRST_SLICE, until: Number.POSITIVE_INFINITY };
  await inSlices(all, async ({ over, upTo }) => {
    const rows = await database.all(
      `select ${id} from ${table} cross join lateral (
         select lower(concat_ws(chr(10), custom, kept, ${columns.join(", ")}) collate "C") as texts offset 0) as said
       where workspace_id = $1 and ${id} > $2 and ${id} <= $3
         and exists (select 1 from unnest($4::text[]) as known (text) where strpos(said.texts, known.text) > 0)
       order by ${id} limit $5`,
      ...[workspace, over, upTo, texts, limit - numbers.length],
    );
    numbers.push(...rows.map(([number]) => Number(number)));
    return numbers.length < limit;
  });
  return numbers;
}
