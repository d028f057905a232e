/** One line of the plan. */
import { type CSSProperties, memo } from "react";
import type { ColumnMapping } from "../../../src/core/mapping/column-mapping.ts";
import { ChangeText } from "../../imports/change-text.tsx";
import { otherName } from "../../imports/line-name.ts";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { ShownImport } from "../planned-import.ts";
import { CellEditor } from "./cell-editor.tsx";
import { cellId } from "./cell-id.ts";
import { leftOutCells } from "./left-out-cells.ts";
import classes from "./line-grid.module.css";
import { LineReasons } from "./line-reasons.tsx";
import { lineProblems, otherChanges, type ShownCell, shownCell, wholeText } from "./shown-cell.ts";
import type { Line } from "./use-lines.ts";

/** Columns before those of the file: line, outcome, why, and where there are any what changes besides. */
export const leadingColumns = (hasOthers: boolean): number => (hasOthers ? 4 : 3);
export const WHY = 2;
const OTHERS = 3;

type Props = {
  readonly id: string;
  readonly line: Line;
  readonly row: number;
  readonly columns: readonly ColumnMapping[];
  /** Some line changes fields that no column is for. */
  readonly hasOthers: boolean;
  readonly label: (field: string) => string;
  /** Tells how high it has become. */
  readonly measure: (row: HTMLTableRowElement | null) => void;
  readonly shown: ShownImport;
  readonly place: CSSProperties;
  /** The active cell's column; null = another row is active. */
  readonly active: number | null;
  readonly isOpen: boolean;
  readonly typed: string | null;
  readonly choose: (column: number, opens: boolean) => void;
  readonly close: () => void;
  readonly onFixing: (isFixing: boolean) => void;
};

export const GridRow = memo(DrawnRow, (before, after) => {
  const { place: a, choose: _a, close: _b, onFixing: _c, measure: _g, ...one } = before;
  const { place: b, choose: _d, close: _e, onFixing: _f, measure: _h, ...other } = after;
  const isSame = Object.keys(one).every((key) => one[key as keyof typeof one] === other[key as keyof typeof other]);
  return isSame && a.transform === b.transform && a.gridTemplateColumns === b.gridTemplateColumns;
});

function DrawnRow(props: Props) {
  const { id, line, row, columns, hasOthers, label, shown, place, active, isOpen, typed } = props;
  const { measure, choose, close, onFixing } = props;
  const { importCheck } = useWords();
  const { number } = useFormat();
  const cell = (column: number) => ({
    id: cellId(id, { row, column }),
    "aria-colindex": column + 1,
    className: classes.cell,
    "data-active": active === column || undefined,
  });
  const whole = lineProblems(line);
  const why = [reasonOf(line, importCheck, number), importCheck.leftOut(leftOutCells(line, columns))]
    .filter((said) => said !== "")
    .join("; ");
  const other = otherName(line, columns);
  return (
    <tr
      ref={measure}
      data-index={row}
      aria-rowindex={row + 2}
      className={classes.row}
      style={place}
      data-outcome={line.outcome}
    >
      <td {...cell(0)} data-pinned={0} onPointerDown={() => choose(0, false)}>
        {number(line.line)}
      </td>
      <td {...cell(1)} data-pinned={1} onPointerDown={() => choose(1, false)}>
        <span className={classes.outcome}>{importCheck.willOne[line.outcome]}</span>
      </td>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys for the cell that is active */}
      <td
        {...cell(WHY)}
        title={[
          why,
          ...(other === null ? [] : [importCheck.otherName(other, line.matched?.name ?? "")]),
          ...whole.map(({ fix }) => fix),
        ].join("\n")}
        data-why={line.outcome}
        data-wraps
        data-doubt={other !== null || undefined}
        data-bad={whole.some(({ severity }) => severity === "error") || undefined}
        onClick={() => choose(WHY, why !== "")}
      >
        {isOpen && active === WHY ? <LineReasons line={line} why={why} other={other} close={close} /> : why}
      </td>
      {hasOthers && (
        <td {...cell(OTHERS)} data-wraps onPointerDown={() => choose(OTHERS, false)}>
          {otherChanges(line, columns).map(([field, change]) => (
            <ChangeText key={field} name={label(field)} change={change} />
          ))}
        </td>
      )}
      {columns.map((mapping, at) => {
        const column = leadingColumns(hasOthers) + at;
        const is = shownCell(line, mapping);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys for the cell that is active
          <td
            key={mapping.column}
            {...cell(column)}
            title={
              is.problem ? `${is.problem.message}\n${is.problem.fix}` : `${wholeText(is)}\n${importCheck.howToCorrect}`
            }
            data-bad={is.problem?.severity === "error" || undefined}
            data-doubt={is.problem?.severity === "warning" || undefined}
            data-corrected={is.isCorrected || undefined}
            onClick={() => choose(column, is.problem !== null || active === column)}
          >
            {isOpen && active === column ? (
              <CellEditor {...{ shown, line, mapping, cell: is, typed, close, onFixing }} />
            ) : (
              <CellText cell={is} isUpdate={line.outcome === "updated"} />
            )}
          </td>
        );
      })}
    </tr>
  );
}

function CellText({
  cell: { text, before, after, readAs },
  isUpdate,
}: {
  readonly cell: ShownCell;
  readonly isUpdate: boolean;
}) {
  const { importCheck } = useWords();
  const isChange = isUpdate && (before !== null || after !== null);
  if (!isChange && readAs === null) return text;
  const [from, to] = isChange ? [before, after] : [text, readAs];
  return (
    <span className={classes.change}>
      {from !== null && <del className={classes.before}>{from}</del>}
      <span className={classes.arrow} aria-hidden="true">
        →
      </span>
      <ins className={classes.after}>{to || importCheck.empty}</ins>
    </span>
  );
}

/** What is wrong, else whom it was recognised as, and by what. */
function reasonOf(
  line: Line,
  { same, sameAs, earlierLine, madeByLine, isNew, keys }: ReturnType<typeof useWords>["importCheck"],
  number: (count: number) => string,
): string {
  const { outcome, match, matched, problems } = line;
  if (outcome === "failed" || outcome === "skipped") {
    const said = problems.filter(({ severity }) => outcome === "skipped" || severity === "error");
    return said.map(({ message }) => message).join(" ");
  }
  if (match === null) return outcome === "created" ? isNew : "";
  const why = same(keys[match.key] ?? match.key, match.value);
  // A plan has no id yet for what an earlier line makes.
  if (matched === undefined) return line.contact === null && !("opportunity" in line) ? sameAs(earlierLine, why) : why;
  const name = matched.name || matched.id;
  return sameAs(matched.line === undefined ? name : madeByLine(name, number(matched.line)), why);
}
