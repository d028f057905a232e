/** Where somebody stands in a grid, as in a spreadsheet: arrows move, typing or Enter opens a cell. */
import { type KeyboardEvent, useState } from "react";
import type { Place } from "./cell-id.ts";
import { LEADING, WHY } from "./grid-row.tsx";

type Grid = {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page key moves by, as many as are in sight. */
  readonly page: () => number;
  readonly reveal: (place: Place) => void;
};

export type GridCursor = {
  readonly active: Place;
  readonly isOpen: boolean;
  /** What was typed on the cell, which opened it; null = it was opened otherwise. */
  readonly typed: string | null;
  readonly press: (event: KeyboardEvent) => void;
  readonly choose: (place: Place, opens: boolean) => void;
  readonly close: () => void;
};

export function useGridCursor({ rows, columns, page, reveal }: Grid): GridCursor {
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const open = (text: string | null): void => {
    setTyped(text);
    setIsOpen(true);
  };
  const move = (to: Place): void => {
    const place = { row: within(to.row, rows), column: within(to.column, columns) };
    setActive(place);
    reveal(place);
  };
  const press = (event: KeyboardEvent): void => {
    if (isOpen) {
      // The editor does not have the focus yet.
      if (typed === null || !isText(event)) return;
      setTyped((before) => `${before ?? ""}${event.key}`);
      event.preventDefault();
      return;
    }
    const to = movedBy(event.key, active, { page: page(), width: columns });
    if (to !== null) move(to);
    else if (isText(event) && active.column >= LEADING) open(event.key);
    else if ((event.key === "Enter" || event.key === "F2") && active.column >= WHY) open(null);
    else return;
    event.preventDefault();
  };
  const choose = (place: Place, opens: boolean): void => {
    setActive(place);
    setTyped(null);
    setIsOpen(opens);
  };
  return { active, isOpen, typed, press, choose, close: () => setIsOpen(false) };
}

const within = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index));

/** As in a spreadsheet: a character, not a shortcut. */
const isText = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey;

type Bounds = { readonly page: number; readonly width: number };

/** Null = the key moves nothing. */
function movedBy(key: string, { row, column }: Place, { page, width }: Bounds): Place | null {
  switch (key) {
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "PageDown":
      return { row: row + page, column };
    case "PageUp":
      return { row: row - page, column };
    case "Home":
      return { row, column: 0 };
    case "End":
      return { row, column: width };
    default:
      return null;
  }
}
