/** What a grid shows, and what it can do. */
import { columnResizingFeature, columnSizingFeature, tableFeatures } from "@tanstack/react-table";
import type { ReactNode } from "react";

export const gridFeatures = tableFeatures({ columnSizingFeature, columnResizingFeature });

/** Which rows are chosen. */
export type Choice = {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  /** All of these, or none of them any more. */
  readonly toggleAll: (ids: readonly string[]) => void;
};

export type GridColumn<Row> = {
  readonly id: string;
  readonly header: string;
  /** Pixels at first. */
  readonly width: number;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumeric?: boolean;
};

export type GridProps<Row> = {
  /** What the rows are, for those who cannot see them. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** The first stays in sight when the others are moved. */
  readonly columns: readonly GridColumn<Row>[];
  readonly rowId: (row: Row) => string;
  /** What a row is called. */
  readonly rowName: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly choice?: Choice;
  /** All rows there are; null = not known. */
  readonly total?: number | null;
  readonly hasMore?: boolean;
  /** The end of what is there is near. */
  readonly onNearEnd?: () => void;
  /** Other rows, from the top: such as the search. */
  readonly resetKey?: string;
};
