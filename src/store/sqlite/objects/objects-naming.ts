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
  const last = database.get(`select ifnull(max(${id}), 0) from ${table} where workspace_id = ?`, workspace);
  const all = { range: { over: 0, upTo: Number(last?.[0] ?? 0) }, first: FIRST_SLICE, until: Number.POSITIVE_INFINITY };
  await inSlices(all, async ({ over, upTo }) => {
    const rows = database.all(
      `select ${id} from ${table} where workspace_id = ? and ${id} > ? and ${id} <= ? and exists (
         select 1 from json_each(?) as known
         where instr(lower(concat_ws(char(10), custom, kept, ${columns.join(", ")})), known.value) > 0)
       order by ${id} limit ?`,
      ...[workspace, over, upTo, JSON.stringify(texts), limit - numbers.length],
    );
    numbers.push(...rows.map(([number]) => Number(number)));
    return numbers.length < limit;
  });
  return numbers;
}
