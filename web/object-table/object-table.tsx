/** A long list as a table: only what is seen is drawn, and the next page is fetched before its end is reached. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import classes from "./object-table.module.css";

export type TableColumn<T> = {
  readonly name: string;
  readonly cell: (item: T) => ReactNode;
  /** Share of the width, as `grid-template-columns` takes it. */
  readonly width: string;
  readonly isNumber?: boolean;
  /** On a narrow screen it is left out. */
  readonly isExtra?: boolean;
};

type Props<T> = {
  readonly label: string;
  readonly items: readonly T[];
  readonly columns: readonly TableColumn<T>[];
  readonly idOf: (item: T) => string;
  readonly hasMore: boolean;
  readonly more: () => void;
};

const ROW_PX = 40;
/** Rows before the end at which the next page is fetched. */
const AHEAD = 30;

export function ObjectTable<T>({ label, items, columns, idOf, hasMore, more }: Props<T>) {
  const scroll = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= items.length - AHEAD) more();
  }, [hasMore, last, items.length, more]);
  const widths = {
    "--columns": columns.map(({ width }) => width).join(" "),
    "--few-columns": columns
      .filter(({ isExtra }) => !isExtra)
      .map(({ width }) => width)
      .join(" "),
  };
  const cellClass = ({ isNumber, isExtra }: TableColumn<T>): string =>
    [classes.cell, isNumber && classes.number, isExtra && classes.extra].filter(Boolean).join(" ");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className={classes.scroll} ref={scroll} tabIndex={0} aria-label={label}>
      {/* biome-ignore-start lint/a11y/useSemanticElements: rows that are not drawn leave room, which tables cannot */}
      {/* biome-ignore-start lint/a11y/useFocusableInteractive: cells are read, not chosen */}
      <div
        role="table"
        aria-label={label}
        aria-rowcount={hasMore ? -1 : items.length + 1}
        style={widths as React.CSSProperties}
      >
        <div role="rowgroup" className={classes.head}>
          <div role="row" className={classes.row} aria-rowindex={1}>
            {columns.map((column) => (
              <div key={column.name} role="columnheader" className={cellClass(column)}>
                {column.name}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: rows.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const item = items[index];
            return item === undefined ? null : (
              <div
                key={idOf(item)}
                role="row"
                className={`${classes.row} ${classes.placed}`}
                aria-rowindex={index + 2}
                style={{ transform: `translateY(${start}px)`, height: ROW_PX }}
              >
                {columns.map((column) => (
                  <div key={column.name} role="cell" className={cellClass(column)}>
                    {column.cell(item)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: see above */}
      {/* biome-ignore-end lint/a11y/useSemanticElements: see above */}
    </section>
  );
}
