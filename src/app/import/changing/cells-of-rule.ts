/** How many cells a value stands in that is to be corrected wherever it does: nobody means none. */
import { columnNamed } from "../../../core/mapping/mapping-override.ts";
import { quotedNames } from "../../../core/problem/quoted-names.ts";
import { accept, type Result, refuse } from "../../../core/problem/refusal.ts";
import { shown } from "../../../core/problem/shown-text.ts";
import type { ImportRecord, Ports } from "../../ports.ts";
import { columnValues } from "../../table/column-values.ts";
import { storedTable } from "../../table/stored-table.ts";
import { linesOfRule } from "./corrected-lines.ts";
import type { FixRequest } from "./fix-request.ts";

const MOST_SHOWN = 10;

/** Null where only the whole file tells. Refused, with values of the column, where the value is in no cell of it. */
export async function cellsOfRule(
  ports: Pick<Ports, "files" | "store">,
  record: ImportRecord,
  { column, from, value }: FixRequest["everywhere"][number],
): Promise<Result<number | null>> {
  const { settings, ref, state } = record;
  const headers = settings.mapping.map(({ header }) => header);
  const at = columnNamed(column, headers);
  if (!at.ok) return at;
  const found = state === "planned" ? await ports.store.imports.basis(ref) : null;
  if (found === null) return accept(null);
  const rule = { column: at.value, from: from.trim(), value };
  const lines = await linesOfRule(ports, record, { rule, found, before: [] });
  if (lines === null || lines.length > 0) return accept(lines && new Set(lines).size);
  const { values, more } = await columnValues(storedTable(ports, settings.source), settings.dialect, at.value);
  const names = values.map((counted) => counted.value);
  const others = more > 0 && names.length <= MOST_SHOWN ? ` and ${more} more` : "";
  const there = names.length === 0 ? "It is empty." : `It has ${quotedNames(names, MOST_SHOWN)}${others}.`;
  return refuse({
    code: "arguments_invalid",
    message: `No cell of the column “${shown(headers[at.value] || column)}” says “${shown(rule.from)}”. ${there}`,
    fix: "Write --from as it stands in the cells, with the same capitals.",
  });
}
