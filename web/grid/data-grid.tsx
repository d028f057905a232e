/**
 * A virtual grid: as many rows as there are, of which only those in sight are in the page. Rows are gone through with the arrow
 * keys, opened with Enter and chosen with Space; columns are as wide as one makes them.
 */
import { type ColumnDef, type RowData, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "../words/words-provider.tsx";
import classes from "./data-grid.module.css";
import { GridHead } from "./grid-head.tsx";
import { type GridProps, gridFeatures } from "./grid-props.ts";
import { GridRow } from "./grid-row.tsx";
import { useRowKeys } from "./use-row-keys.ts";

const ROW_PX = 36;
/** Rows before the end at which more are asked for. */
const AHEAD = 80;
const OVERSCAN = 12;

export function DataGrid<Row extends RowData>(props: GridProps<Row>) {
  const { label, rows, columns, rowId, hasMore = false, onNearEnd, total = null, choice, resetKey = "" } = props;
  const { contacts: words } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const definitions = useMemo(
    (): ColumnDef<typeof gridFeatures, Row>[] =>
      columns.map(({ id, header, width }) => ({ id, header, size: width, minSize: 60, maxSize: 800 })),
    [columns],
  );
  const data = rows as Row[];
  const table = useTable({
    features: gridFeatures,
    columns: definitions,
    data,
    getRowId: rowId,
    columnResizeMode: "onChange",
  });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
  });
  const [active, setActive] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are looked at from their beginning
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    setActive(0);
  }, [resetKey]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) onNearEnd?.();
  }, [hasMore, last, rows.length, onNearEnd]);
  const focusRow = useCallback(
    (index: number) => {
      setActive(index);
      virtual.scrollToIndex(index);
      // The row may only come into the page with the scrolling.
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus());
    },
    [virtual],
  );
  const onKeyDown = useRowKeys({ ...props, active, focusRow });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const widths = headers.map((header) => `${header.getSize()}px`);
  const layout = {
    gridTemplateColumns: [...(choice ? ["40px"] : []), ...widths, "minmax(0, 1fr)"].join(" "),
    minWidth: table.getTotalSize() + (choice ? 40 : 0),
  };
  return (
    <div ref={scroller} className={classes.scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot hold only the rows in sight */}
      <div
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={hasMore ? (total ?? -1) : rows.length + 1}
        aria-multiselectable={choice ? true : undefined}
        className={classes.grid}
        style={{ minWidth: layout.minWidth }}
        onKeyDown={onKeyDown}
      >
        <GridHead headers={headers} layout={layout} columns={columns} rows={rows} rowId={rowId} choice={choice} />
        <div className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <GridRow
                key={rowId(row)}
                {...props}
                row={row}
                at={{ index, start, isActive: index === Math.min(active, rows.length - 1) }}
                layout={layout}
                onFocus={() => setActive(index)}
              />
            );
          })}
        </div>
        {hasMore && <div className={classes.more}>{words.loadingMore}</div>}
      </div>
    </div>
  );
}
