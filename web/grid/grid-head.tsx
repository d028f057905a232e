/** The heads of a grid's columns, with their handles. */
import { Checkbox } from "@mantine/core";
import type { Header, RowData } from "@tanstack/react-table";
import type { CSSProperties } from "react";
import { useWords } from "../words/words-provider.tsx";
import classes from "./data-grid.module.css";
import type { GridProps, gridFeatures } from "./grid-props.ts";

type Props<Row extends RowData> = Pick<GridProps<Row>, "rows" | "rowId" | "columns"> & {
  readonly headers: readonly Header<typeof gridFeatures, Row, unknown>[];
  readonly layout: CSSProperties;
  readonly choice: GridProps<Row>["choice"];
};

export function GridHead<Row extends RowData>({ headers, layout, columns, rows, rowId, choice }: Props<Row>) {
  const { contacts: words } = useWords();
  const areAll = rows.length > 0 && rows.every((row) => choice?.chosen.has(rowId(row)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: rows below have the focus
    <div role="row" aria-rowindex={1} className={classes.head} style={layout}>
      {choice && (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        // biome-ignore lint/a11y/useFocusableInteractive: the box inside has the focus
        <div role="columnheader" className={classes.choose}>
          <Checkbox
            size="xs"
            checked={areAll}
            indeterminate={!areAll && choice.chosen.size > 0}
            onChange={() => choice.toggleAll(rows.map(rowId))}
            aria-label={words.chooseAll}
          />
        </div>
      )}
      {headers.map((header, at) => (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        // biome-ignore lint/a11y/useFocusableInteractive: rows below have the focus
        <div
          key={header.id}
          role="columnheader"
          className={classes.title}
          data-numeric={columns[at]?.isNumeric || undefined}
        >
          <span className={classes.text}>{String(header.column.columnDef.header)}</span>
          <span
            aria-hidden="true"
            className={classes.handle}
            data-busy={header.column.getIsResizing() || undefined}
            onMouseDown={header.getResizeHandler()}
            onTouchStart={header.getResizeHandler()}
            onDoubleClick={() => header.column.resetSize()}
          />
        </div>
      ))}
    </div>
  );
}
