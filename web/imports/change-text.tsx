/** A field that is changed: what was there, crossed out, and what is there afterwards. */
import { useWords } from "../words/words-provider.tsx";
import classes from "./ledger.module.css";
import { beforeAfter, valueText } from "./value-text.ts";

export function ChangeText({ name, change }: { readonly name: string; readonly change: unknown }) {
  const { imports } = useWords();
  const [before, after] = beforeAfter(change);
  return (
    <span className={classes.change}>
      <span className={classes.field}>{name}: </span>
      {before !== null && (
        <>
          <del className={classes.was}>{valueText(before, imports.empty)}</del>
          {" → "}
        </>
      )}
      {valueText(after, imports.empty)}
    </span>
  );
}
