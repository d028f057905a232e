/** Who the lines that are created are about, as the cells of the file say it: a plan has no ids for them. A file that is gone says nothing. */
import { lineName } from "../../core/mapping/line-name.ts";
import type { LedgerLine } from "../../core/plan/outcome.ts";
import { mappingOf } from "../import/import-parts.ts";
import type { ImportRecord, Ports } from "../ports.ts";
import { lineCells } from "./line-cells.ts";

/** By line: the name or, without one, the first cell that says something. A line without cells is left out. */
export async function lineNames(
  ports: Ports,
  record: ImportRecord,
  lines: readonly LedgerLine[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const mapping = mappingOf(record.settings);
  const made = lines.filter(({ outcome, erased }) => outcome === "created" && !erased);
  const rows = await lineCells(ports, record, made);
  return new Map(
    rows.flatMap(({ cells }, at): readonly (readonly [number, readonly string[]])[] => {
      const { name, beside } = lineName(cells, mapping);
      const said = [name, beside].filter((text) => text !== "");
      const line = made[at]?.line;
      return said.length === 0 || line === undefined ? [] : [[line, said]];
    }),
  );
}
