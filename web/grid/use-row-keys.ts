/** The keys of a grid: up and down, by pages, to both ends; Enter opens, Space chooses, Ctrl-A chooses all that are loaded. */
import type { KeyboardEvent } from "react";
import type { GridProps } from "./grid-props.ts";

/** Rows of a page, for whoever turns pages by key. */
const PAGE_ROWS = 15;

type Given<Row> = Pick<GridProps<Row>, "rows" | "rowId" | "onOpen" | "choice"> & {
  readonly active: number;
  readonly focusRow: (index: number) => void;
};

export function useRowKeys<Row>({ rows, rowId, onOpen, choice, active, focusRow }: Given<Row>) {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + PAGE_ROWS,
    PageUp: active - PAGE_ROWS,
    Home: 0,
    End: rows.length - 1,
  };
  return (event: KeyboardEvent): void => {
    // What stands in a row has keys of its own.
    const isOnRow = event.target instanceof HTMLElement && event.target.getAttribute("role") === "row";
    const row = rows[active];
    const to = steps[event.key];
    if (!isOnRow || row === undefined) return;
    if (to !== undefined) focusRow(Math.max(0, Math.min(rows.length - 1, to)));
    else if (event.key === "Enter" && onOpen) onOpen(row);
    else if (event.key === " " && choice) choice.toggle(rowId(row));
    else if (event.key === "a" && (event.ctrlKey || event.metaKey) && choice) choice.toggleAll(rows.map(rowId));
    else return;
    event.preventDefault();
  };
}
