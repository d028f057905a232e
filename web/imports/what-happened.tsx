/** What became of a line, or will, in one row of text: what is wrong with it, else what changed, else what it did besides. */
import { useWords } from "../words/words-provider.tsx";
import { ChangeText } from "./change-text.tsx";
import type { Line } from "./import-detail.ts";
import classes from "./ledger.module.css";
import { sortedChanges } from "./value-text.ts";

type Props = { readonly line: Line; readonly label: (field: string) => string; readonly isPlan: boolean };

export function WhatHappened({ line, label, isPlan }: Props) {
  const { imports } = useWords();
  const { problems, changes, match, besides } = line;
  const error = problems.find(({ severity }) => severity === "error");
  const others = problems.length > 1 && (
    <span className={classes.field}> {imports.moreProblems(problems.length - 1)}</span>
  );
  if (error)
    return (
      <>
        <span className={classes.error}>{error.message}</span>
        {others}
        {typeof line.mendedBy === "string" && ` · ${imports.mended}`}
      </>
    );
  const changed = sortedChanges(changes);
  const warning = problems[0] && (
    <>
      <span className={`${classes.change} ${classes.warning}`}>{problems[0].message}</span>
      {others}
    </>
  );
  if (changed.length > 0)
    return (
      <>
        {changed.map(([field, change]) => (
          <ChangeText key={field} name={label(field)} change={change} />
        ))}
        {warning}
      </>
    );
  if (warning) return warning;
  if (match) return <span className={classes.field}>{imports.matched(label(match.key), match.value)}</span>;
  const first = Array.isArray(besides) ? (besides[0] as Readonly<Record<string, unknown>>) : undefined;
  if (first === undefined || !("account" in first)) return null;
  const [made, changedIt] = isPlan
    ? [imports.willMakeAccount, imports.willChangeAccount]
    : [imports.madeAccount, imports.changedAccount];
  return <span className={classes.field}>{first.changes === null ? made : changedIt}</span>;
}
