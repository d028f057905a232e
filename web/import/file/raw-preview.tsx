/** The first rows of the file as they were read, and nothing done to them but what keeps a spreadsheet from running their cells. */
import { cellText } from "../../../src/core/tabular/rows/cell-text.ts";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import classes from "./raw-preview.module.css";

type Row = { readonly line: number; readonly cells: readonly string[] };
type Props = {
  readonly headers: readonly string[] | null;
  readonly rows: readonly Row[];
  /** False = of a workbook, whose cells are what they are. */
  readonly isText: boolean;
};

/** More is not looked at. */
const SHOWN = 12;

export function RawPreview({ headers, rows, isText }: Props) {
  const { importFile } = useWords();
  const { number } = useFormat();
  const shown = rows.slice(0, SHOWN);
  const width = Math.max(headers?.length ?? 0, ...shown.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
    <section className={classes.box} aria-label={importFile.preview} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.line}>
              {importFile.lineHead}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {headers?.[column]?.trim() || importFile.column(number(column + 1))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ line, cells }) => (
            <tr key={line}>
              <td className={classes.line}>{number(line)}</td>
              {columns.map((column) => (
                <td key={column}>{isText ? cellText(cells[column] ?? "") : cells[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
