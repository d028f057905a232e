/** One row of a grid. */
import { Checkbox } from "@mantine/core";
import type { CSSProperties } from "react";
import { useWords } from "../words/words-provider.tsx";
import classes from "./data-grid.module.css";
import type { GridProps } from "./grid-props.ts";

type Props<Row> = Pick<GridProps<Row>, "columns" | "rowId" | "rowName" | "onOpen" | "choice"> & {
  readonly row: Row;
  readonly at: { readonly index: number; readonly start: number; readonly isActive: boolean };
  readonly layout: CSSProperties;
  readonly onFocus: () => void;
};

export function GridRow<Row>({ row, at, layout, columns, rowId, rowName, onOpen, choice, onFocus }: Props<Row>) {
  const { contacts: words } = useWords();
  const id = rowId(row);
  const isChosen = choice?.chosen.has(id) ?? false;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys of its rows
    <div
      role="row"
      aria-rowindex={at.index + 2}
      aria-selected={choice ? isChosen : undefined}
      data-index={at.index}
      data-opens={onOpen !== undefined || undefined}
      tabIndex={at.isActive ? 0 : -1}
      className={classes.row}
      style={{ ...layout, transform: `translateY(${at.start}px)` }}
      onFocus={onFocus}
      onClick={() => onOpen?.(row)}
    >
      {choice && (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box inside has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the box inside has the focus
        <div role="gridcell" className={classes.choose} onClick={(event) => event.stopPropagation()}>
          <Checkbox
            size="xs"
            tabIndex={-1}
            checked={isChosen}
            onChange={() => choice.toggle(id)}
            aria-label={words.choose(rowName(row))}
          />
        </div>
      )}
      {columns.map(({ id: column, cell, isNumeric }) => (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        // biome-ignore lint/a11y/useFocusableInteractive: rows have the focus
        <div key={column} role="gridcell" className={classes.cell} data-numeric={isNumeric || undefined}>
          {cell(row)}
        </div>
      ))}
    </div>
  );
}
