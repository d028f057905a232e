/** A file of lines with errors whose columns about the lines were moved: as one of its own, it would not put those lines right. */
import { ERROR_COLUMNS, ownColumns } from "../../../core/mapping/error-columns.ts";
import { headerKey } from "../../../core/mapping/header-key.ts";
import type { MappedColumns } from "../../../core/mapping/map-columns.ts";
import type { Actor } from "../../../core/member/actor.ts";
import type { Refusal } from "../../../core/problem/refusal.ts";
import type { Ports, Workspace } from "../../ports.ts";
import type { TableSample } from "../../table/read-table.ts";
import { importNamed } from "./continued-import.ts";

type Asked = {
  readonly sample: TableSample;
  readonly mapping: MappedColumns["mapping"];
  readonly actor: Actor;
};

/** Whoever says by hand what becomes of the column that names the import knows what it is. */
export async function movedErrorColumns(
  ports: Ports,
  workspace: Workspace,
  { sample: { headers, rows }, mapping, actor }: Asked,
): Promise<Refusal | null> {
  if (headers === null || ownColumns(headers) < headers.length) return null;
  const names = headers.map(headerKey);
  const at = names.indexOf(headerKey("Import"));
  const isMeant = mapping.some(({ column, foundBy }) => column === at && foundBy === "person");
  if (at < 0 || !names.includes(headerKey("Line")) || isMeant) return null;
  const named = rows.map(({ cells }) => cells[at]?.trim() ?? "").find((cell) => cell.startsWith("imp_"));
  if (named === undefined || (await importNamed(ports, workspace, { named, actor })) === null) return null;
  return {
    code: "error_columns_moved",
    message: `The rows name lines of ${named}, but ${ERROR_COLUMNS.join(", ")} are not the last columns, in this order: those lines would not be put right.`,
    fix: `Put ${ERROR_COLUMNS.join(", ")} behind all other columns, in this order. To import the file as one of its own, leave them out: ${ERROR_COLUMNS.map((name) => `--map '${name}='`).join(" ")}.`,
  };
}
