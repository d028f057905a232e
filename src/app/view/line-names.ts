/** Who the lines that are created are about, as the cells of the file say it: a plan has no ids for them. A file that is gone says nothing. */
import type { ColumnMapping } from "../../core/mapping/column-mapping.ts";
import type { LedgerLine } from "../../core/plan/outcome.ts";
import { mappingOf } from "../import/import-parts.ts";
import type { ImportRecord, Ports } from "../ports.ts";
import { StoreFault } from "../store-fault.ts";
import { lineCells } from "./line-cells.ts";

const NAMES: readonly (readonly string[])[] = [["full_name"], ["first_name", "last_name"], ["name"]];
const ADDRESSES: readonly (readonly string[])[] = [["email"], ["phone"], ["linkedin_url"]];

/** By line; a line whose cells name nobody is left out. */
export async function lineNames(
  ports: Ports,
  record: ImportRecord,
  lines: readonly LedgerLine[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const mapping = mappingOf(record.settings);
  const made = lines.filter(({ outcome, erased }) => outcome === "created" && !erased);
  const rows = await lineCells(ports, record, made).catch((error: unknown) => {
    // The ledger is read without its file, too.
    if (error instanceof StoreFault && error.code === "store_damaged") return [];
    throw error;
  });
  return new Map(
    rows.flatMap(({ cells }, at): readonly (readonly [number, readonly string[]])[] => {
      const said = [NAMES, ADDRESSES].map((ways) => firstSaid(ways, mapping, cells)).filter((text) => text !== "");
      const line = made[at]?.line;
      return said.length === 0 || line === undefined ? [] : [[line, said]];
    }),
  );
}

/** The first of these that has a value. */
function firstSaid(
  ways: readonly (readonly string[])[],
  mapping: readonly ColumnMapping[],
  cells: readonly string[],
): string {
  for (const fields of ways) {
    const text = fields
      .map((field) => cellOf(field, mapping, cells))
      .join(" ")
      .trim();
    if (text !== "") return text;
  }
  return "";
}

function cellOf(field: string, mapping: readonly ColumnMapping[], cells: readonly string[]): string {
  const column = mapping.find(({ target }) => target.to === "field" && target.field === field)?.column;
  return column === undefined ? "" : (cells[column] ?? "").trim();
}
