/** Marks a whole import Do Not Touch: it is said for every contact, whatever a column of the file says. */
import type { MappedColumns } from "./map-columns.ts";

const FIELD = "do_not_touch";

/** Constants of an import that say so: workflows pass its contacts by. */
export const isDoNotTouch = (constants: MappedColumns["constants"]): boolean =>
  constants.some(({ field, text }) => field === FIELD && text === "yes");

export const withDoNotTouch = ({ mapping, constants }: MappedColumns): MappedColumns => ({
  mapping: mapping.map((column) =>
    column.target.to === "field" && column.target.field === FIELD
      ? { ...column, target: { to: "ignore" }, foundBy: "person", reason: "it is said for the whole import" }
      : column,
  ),
  constants: [...constants.filter(({ field }) => field !== FIELD), { field: FIELD, text: "yes" }],
});
