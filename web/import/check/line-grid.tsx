/** The lines of a plan as a spreadsheet: arrows move, Enter opens a cell to correct it. Only what is in sight is drawn. */
import { Loader, Text } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { ColumnMapping } from "../../../src/core/mapping/column-mapping.ts";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useFieldLabels } from "../../imports/use-field-labels.ts";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { contactColumns, type ShownImport } from "../planned-import.ts";
import { cellId, type Place } from "./cell-id.ts";
import { GridRow, leadingColumns, WHY } from "./grid-row.tsx";
import classes from "./line-grid.module.css";
import { otherChanges } from "./shown-cell.ts";
import { type Line, type LineFilter, useLines } from "./use-lines.ts";

type Props = {
  readonly shown: ShownImport;
  readonly filter: LineFilter;
  readonly onFixing: (isFixing: boolean) => void;
};

const ROW_PX = 34;
const AHEAD = 20;

export function LineGrid({ shown, filter, onFixing }: Props) {
  const { importCheck, importFile } = useWords();
  const { number } = useFormat();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [isOpen, setIsOpen] = useState(false);
  /** What was typed on the cell, which opened it; null = it was opened otherwise. */
  const [typed, setTyped] = useState<string | null>(null);
  const { lines, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useLines(
    shown.import,
    filter,
  );
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: AHEAD,
    scrollPaddingStart: ROW_PX,
  });
  const seen = rows.getVirtualItems();
  const last = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= lines.length - 2 * AHEAD) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, last, lines.length, fetchNextPage]);
  const columns = useMemo(
    () => contactColumns(shown).filter(({ header, samples }) => header.trim() !== "" || samples.length > 0),
    [shown],
  );
  const label = useFieldLabels(shown.object);
  const [hasOthers, setHasOthers] = useState(false);
  // It stays where it is once there: lines come page by page.
  if (!hasOthers && lines.some((line) => otherChanges(line, columns).length > 0)) {
    setHasOthers(true);
    if (active.column > WHY) setActive({ ...active, column: active.column + 1 });
  }
  const leading = leadingColumns(hasOthers);
  const width = leading + columns.length;
  const wrong = wrongColumn(columns, lines[0], filter.problem);
  useEffect(() => {
    if (wrong >= 0) showColumn(box.current, leading + wrong);
  }, [wrong, leading]);
  const move = (to: Place): void => {
    const row = Math.max(0, Math.min(lines.length - 1, to.row));
    const column = Math.max(0, Math.min(width - 1, to.column));
    setActive({ row, column });
    rows.scrollToIndex(row);
    requestAnimationFrame(() =>
      document.getElementById(cellId(id, { row, column }))?.scrollIntoView({ block: "nearest", inline: "nearest" }),
    );
  };
  const press = (event: KeyboardEvent): void => {
    if (event.target !== grid.current) return;
    if (isOpen) return;
    const to = movedBy(event.key, active, { page: Math.floor((box.current?.clientHeight ?? 0) / ROW_PX) - 2, width });
    if (to !== null) move(to);
    else if (isText(event) && active.column >= leading) {
      setTyped(event.key);
      setIsOpen(true);
    } else if ((event.key === "Enter" || event.key === "F2") && (active.column === WHY || active.column >= leading)) {
      setTyped(null);
      setIsOpen(true);
    } else return;
    event.preventDefault();
  };
  if (error) return <RefusalNotice error={error} retry={() => void refetch()} />;
  if (isPending) return <Loader size="sm" m="xl" />;
  if (lines.length === 0)
    return (
      <Text c="dimmed" size="sm" p="xl">
        {importCheck.noLines}
      </Text>
    );
  const template = `72px 112px 260px${hasOthers ? " 240px" : ""} repeat(${columns.length}, 168px)`;
  return (
    <div ref={box} className={classes.box}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows move in it, Enter opens a cell
        role="grid"
        className={classes.grid}
        tabIndex={0}
        aria-label={importCheck.grid}
        aria-rowcount={hasNextPage ? -1 : lines.length + 1}
        aria-colcount={width}
        aria-activedescendant={cellId(id, active)}
        onKeyDown={press}
      >
        <thead className={classes.top}>
          <tr aria-rowindex={1} className={classes.head} style={{ gridTemplateColumns: template }}>
            {[
              importFile.lineHead,
              importCheck.outcome,
              importCheck.why,
              ...(hasOthers ? [importCheck.others] : []),
            ].map((name, at) => (
              <th key={name} scope="col" className={classes.cell} data-pinned={at < 2 ? at : undefined}>
                {name}
              </th>
            ))}
            {columns.map(({ column, header }) => (
              <th key={column} scope="col" className={classes.cell} title={header}>
                {header.trim() || importFile.column(number(column + 1))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={classes.rows} style={{ height: rows.getTotalSize() }}>
          {seen.map(({ index, start, key }) => {
            const line = lines[index];
            return (
              line && (
                <GridRow
                  key={key}
                  id={id}
                  line={line}
                  row={index}
                  columns={columns}
                  hasOthers={hasOthers}
                  label={label}
                  measure={rows.measureElement}
                  shown={shown}
                  place={{ transform: `translateY(${start}px)`, gridTemplateColumns: template }}
                  active={active.row === index ? active.column : null}
                  isOpen={isOpen && active.row === index}
                  typed={typed}
                  choose={(column, opens) => {
                    setActive({ row: index, column });
                    setTyped(null);
                    setIsOpen(opens);
                  }}
                  close={() => {
                    setIsOpen(false);
                    grid.current?.focus({ preventScroll: true });
                  }}
                  onFixing={onFixing}
                />
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Of the problem that is looked at: where among the columns it stands; -1 = in none of them. */
const wrongColumn = (columns: readonly ColumnMapping[], line: Line | undefined, code: string | null): number =>
  columns.findIndex(({ header }) =>
    line?.problems.some((problem) => problem.code === code && problem.column === header),
  );

/** The grid alone moves, and to the side: the page stays where it is. */
function showColumn(box: HTMLElement | null, column: number): void {
  const header = box?.querySelectorAll("th")[column];
  if (!box || !header) return;
  const beyond = header.getBoundingClientRect().right - box.getBoundingClientRect().right;
  if (beyond > 0) box.scrollLeft += beyond;
}

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
