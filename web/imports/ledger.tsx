/**
 * The ledger of an import: what became of each line. Only the lines in sight are drawn, and more are asked for as one goes on. The
 * arrow keys go from line to line, Enter opens one.
 */
import { Center, Loader } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Outcome } from "../../src/core/plan/outcome.ts";
import { listLines } from "../api/endpoints/imports.ts";
import { usePages } from "../api/use-pages.ts";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { useWords } from "../words/words-provider.tsx";
import type { ImportDetail, Line } from "./import-detail.ts";
import classes from "./ledger.module.css";
import { LedgerEmpty } from "./ledger-empty.tsx";
import { LedgerRow } from "./ledger-row.tsx";
import { useFieldLabels } from "./use-field-labels.ts";

type Props = {
  readonly detail: ImportDetail;
  readonly outcome: Outcome | undefined;
  readonly problem: string | undefined;
  /** The line that is open. */
  readonly opened: number | undefined;
  readonly open: (line: number) => void;
  /** Lines are being written just now. */
  readonly isLive: boolean;
  readonly clearFilter: () => void;
};

const PAGE = 100;
/** Milliseconds after which the lines are asked for again while more are being written. */
const LIVE_MS = 2_500;
/** Lines before the end of what is there at which more are asked for. */
const AHEAD = 30;
const ROW_PX = { wide: 36, narrow: 58 };

export function Ledger({ detail, outcome, problem, opened, open, isLive, clearFilter }: Props) {
  const query = {
    ...{ limit: PAGE, cells: "true" },
    ...(outcome === undefined ? {} : { outcome }),
    ...(problem === undefined ? {} : { problem }),
  };
  const found = usePages(
    listLines,
    { params: { id: detail.import }, query },
    { keepsFormer: true, every: isLive ? LIVE_MS : false },
  );
  const { items, isLoaded, error, again } = found;
  if (error !== null && !isLoaded) return <RefusalNotice error={error} retry={again} />;
  if (!isLoaded)
    return (
      <Center p="xl">
        <Loader size="sm" />
      </Center>
    );
  if (items.length === 0)
    return <LedgerEmpty isFiltered={outcome !== undefined || problem !== undefined} clearFilter={clearFilter} />;
  return (
    <Lines
      detail={detail}
      items={items}
      opened={opened}
      open={open}
      more={found.hasMore ? found.more : null}
      isFetchingMore={found.isFetchingMore}
    />
  );
}

type LinesProps = Pick<Props, "detail" | "opened" | "open"> & {
  readonly items: readonly Line[];
  /** Asks for the following page; null = there is none. */
  readonly more: (() => void) | null;
  readonly isFetchingMore: boolean;
};

const COLUMN_HEAD_PX = 32;

function Lines({ detail, items, opened, open, more, isFetchingMore }: LinesProps) {
  const { imports } = useWords();
  const label = useFieldLabels(detail.object);
  const scroller = useRef<HTMLDivElement>(null);
  const rowPx = useMediaQuery("(max-width: 48em)", false) ? ROW_PX.narrow : ROW_PX.wide;
  const [active, setActive] = useState(0);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 12,
    scrollPaddingStart: COLUMN_HEAD_PX,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height of rows
  useEffect(() => rows.measure(), [rowPx]);
  const seen = rows.getVirtualItems();
  const lastSeen = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more !== null && !isFetchingMore && lastSeen > items.length - AHEAD) more();
  }, [lastSeen, items.length, more, isFetchingMore]);
  const goTo = (index: number): void => {
    const next = Math.min(Math.max(index, 0), items.length - 1);
    setActive(next);
    rows.scrollToIndex(next);
  };
  const screen = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 1);
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + screen, PageUp: active - screen },
    ...{ Home: 0, End: items.length - 1 },
  };
  const press = (event: KeyboardEvent): void => {
    const line = items[active];
    const step = steps[event.key];
    if (step !== undefined) goTo(step);
    else if ((event.key === "Enter" || event.key === " ") && line) open(line.line);
    else return;
    event.preventDefault();
  };
  const activeLine = items[active]?.line;
  return (
    <div ref={scroller} className={classes.scroller}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of ARIA is a table whose lines the keys choose
        role="grid"
        className={classes.grid}
        data-plan={detail.state === "planned" || undefined}
        aria-label={imports.ledger}
        aria-rowcount={more === null ? items.length + 1 : -1}
        tabIndex={0}
        aria-activedescendant={activeLine === undefined ? undefined : rowId(activeLine)}
        onKeyDown={press}
      >
        <LedgerHead isPlan={detail.state === "planned"} />
        <tbody className={classes.lines} style={{ height: rows.getTotalSize() }}>
          {seen.map(({ index, start, size }) => {
            const line = items[index];
            if (line === undefined) return null;
            return (
              <LedgerRow
                key={line.line}
                id={rowId(line.line)}
                {...{ line, detail, label, start, size, index }}
                isChosen={opened === undefined ? index === active : opened === line.line}
                open={() => {
                  setActive(index);
                  open(line.line);
                }}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function LedgerHead({ isPlan }: { readonly isPlan: boolean }) {
  const { imports } = useWords();
  return (
    <thead className={classes.head}>
      <tr className={classes.row} aria-rowindex={1}>
        {[imports.line, imports.outcome, imports.who, isPlan ? imports.whatWillHappen : imports.whatHappened].map(
          (title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}

const rowId = (line: number): string => `line-${line}`;
