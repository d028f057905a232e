/** One line of the ledger. */
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ImportDetail, Line } from "./import-detail.ts";
import classes from "./ledger.module.css";
import { nameOfLine } from "./line-name.ts";
import outcomes from "./outcomes.module.css";
import { WhatHappened } from "./what-happened.tsx";

type Props = {
  readonly id: string;
  readonly line: Line;
  readonly detail: ImportDetail;
  readonly label: (field: string) => string;
  /** Pixels from the top of the list, and of the row. */
  readonly start: number;
  readonly size: number;
  /** Place among the lines that are shown. */
  readonly index: number;
  readonly isChosen: boolean;
  readonly open: () => void;
};

export function LedgerRow({ id, line, detail, label, start, size, index, isChosen, open }: Props) {
  const { imports } = useWords();
  const format = useFormat();
  const { name, beside } = nameOfLine(line, detail);
  const isPlan = detail.state === "planned";
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={`${classes.row} ${classes.line}`}
      style={{ height: size, transform: `translateY(${start}px)` }}
      title={line.problems[0]?.fix}
      onClick={open}
    >
      <td className={classes.number}>{format.number(line.line)}</td>
      <td className={classes.outcome}>
        <span className={outcomes.dot} data-outcome={line.outcome} />
        {(isPlan ? imports.planned : imports.outcomes)[line.outcome]}
      </td>
      <td className={classes.cut}>
        {name}
        {beside !== "" && <span className={classes.beside}>{beside}</span>}
      </td>
      <td className={classes.cut}>
        <WhatHappened line={line} label={label} isPlan={isPlan} />
      </td>
    </tr>
  );
}
