/** The lines of a plan as a spreadsheet: arrows move, Enter opens a cell to correct it. Only what is in sight is drawn. */
import { Loader, Text } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useMemo, useRef } from "react";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { contactColumns, type ShownImport } from "../planned-import.ts";
import { cellId } from "./cell-id.ts";
import { GridRow, LEADING } from "./grid-row.tsx";
import classes from "./line-grid.module.css";
import { useGridCursor } from "./use-grid-cursor.ts";
import { type LineFilter, useLines } from "./use-lines.ts";

type Props = {
  readonly shown: ShownImport;
  readonly filter: LineFilter;
  readonly onFixing: (isFixing: boolean) => void;
};

type Found = ReturnType<typeof useLines>;
type Column = ReturnType<typeof contactColumns>[number];

const ROW_PX = 34;
const AHEAD = 20;

export function LineGrid({ shown, filter, onFixing }: Props) {
  const { importCheck } = useWords();
  const { lines, error, isPending, refetch, ...more } = useLines(shown.import, filter);
  const columns = useMemo(
    () => contactColumns(shown).filter(({ header, samples }) => header.trim() !== "" || samples.length > 0),
    [shown],
  );
  if (error) return <RefusalNotice error={error} retry={() => void refetch()} />;
  if (isPending) return <Loader size="sm" m="xl" />;
  if (lines.length === 0)
    return (
      <Text c="dimmed" size="sm" p="xl">
        {importCheck.noLines}
      </Text>
    );
  return <Lines shown={shown} onFixing={onFixing} lines={lines} columns={columns} more={more} />;
}

type LinesProps = Omit<Props, "filter"> & {
  readonly lines: Found["lines"];
  readonly columns: readonly Column[];
  readonly more: Pick<Found, "hasNextPage" | "isFetchingNextPage" | "fetchNextPage">;
};

function Lines({ shown, onFixing, lines, columns, more }: LinesProps) {
  const { importCheck } = useWords();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: AHEAD,
    scrollPaddingStart: ROW_PX,
  });
  const seen = rows.getVirtualItems();
  useMoreLines(more, { seen: seen.at(-1)?.index ?? 0, loaded: lines.length });
  const width = LEADING + columns.length;
  const cursor = useGridCursor({
    rows: lines.length,
    columns: width,
    page: () => Math.floor((box.current?.clientHeight ?? 0) / ROW_PX) - 2,
    reveal: (place) => {
      rows.scrollToIndex(place.row);
      requestAnimationFrame(() =>
        document.getElementById(cellId(id, place))?.scrollIntoView({ block: "nearest", inline: "nearest" }),
      );
    },
  });
  const close = (): void => {
    cursor.close();
    grid.current?.focus({ preventScroll: true });
  };
  const template = `72px 112px 260px repeat(${columns.length}, 168px)`;
  return (
    <div ref={box} className={classes.box}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows move in it, Enter opens a cell
        role="grid"
        className={classes.grid}
        tabIndex={0}
        aria-label={importCheck.grid}
        aria-rowcount={more.hasNextPage ? -1 : lines.length + 1}
        aria-colcount={width}
        aria-activedescendant={cellId(id, cursor.active)}
        onKeyDown={(event) => {
          if (event.target === grid.current) cursor.press(event);
        }}
      >
        <Head columns={columns} template={template} />
        <tbody className={classes.rows} style={{ height: rows.getTotalSize() }}>
          {seen.map(({ index, start, key }) => {
            const line = lines[index];
            const isActive = cursor.active.row === index;
            return (
              line && (
                <GridRow
                  key={key}
                  id={id}
                  line={line}
                  row={index}
                  columns={columns}
                  shown={shown}
                  place={{ transform: `translateY(${start}px)`, gridTemplateColumns: template }}
                  active={isActive ? cursor.active.column : null}
                  isOpen={cursor.isOpen && isActive}
                  typed={cursor.typed}
                  choose={(column, opens) => cursor.choose({ row: index, column }, opens)}
                  close={close}
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

/** Lines are fetched before their place comes in sight. */
function useMoreLines(
  { hasNextPage, isFetchingNextPage, fetchNextPage }: LinesProps["more"],
  { seen, loaded }: { readonly seen: number; readonly loaded: number },
): void {
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && seen >= loaded - 2 * AHEAD) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, seen, loaded, fetchNextPage]);
}

function Head({ columns, template }: { readonly columns: readonly Column[]; readonly template: string }) {
  const { importCheck, importFile } = useWords();
  const { number } = useFormat();
  return (
    <thead className={classes.top}>
      <tr aria-rowindex={1} className={classes.head} style={{ gridTemplateColumns: template }}>
        {[importFile.lineHead, importCheck.outcome, importCheck.why].map((name, at) => (
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
  );
}
