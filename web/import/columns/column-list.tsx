/** Each column of the file: its header, samples, the field it goes to, and how that was found. */
import { Badge, Button, Text, Tooltip } from "@mantine/core";
import type { Policy } from "../../../src/core/policy/policy.ts";
import { Icon } from "../../app/icon.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import classes from "./column-list.module.css";
import { type Field, FieldSelect } from "./field-select.tsx";
import { type FileColumn, KEEP, LEAVE_OUT } from "./file-column.ts";
import { hasChoices } from "./use-value-choices.ts";

/** Characters at the end of a sample that are shown however long it is. */
const SHOWN_END = 10;

type Props = {
  readonly columns: readonly FileColumn[];
  readonly fields: readonly Field[];
  readonly policy: Policy;
  /** Keys of fields that a line must have. */
  readonly required: ReadonlySet<string>;
  readonly setTarget: (column: FileColumn, target: string) => void;
  readonly showValues: (column: FileColumn, field: Field) => void;
  readonly makeField: (column: FileColumn) => void;
};

/** Below this somebody should look at it. */
const SURE = 0.8;

export function ColumnList({ columns, fields, policy, required, setTarget, showValues, makeField }: Props) {
  const { importColumns, importFile } = useWords();
  const { number } = useFormat();
  const headerOf = ({ header, column }: FileColumn): string => header.trim() || importFile.column(number(column + 1));
  const taken = new Map(columns.map((column) => [column.target, headerOf(column)]));
  return (
    <div className={classes.box}>
      <div className={classes.head} aria-hidden="true">
        <span>{importColumns.inFile}</span>
        <span />
        <span>{importColumns.field}</span>
        <span>{importColumns.how}</span>
      </div>
      <ul className={classes.list}>
        {columns.map((column) => (
          <li key={column.column} className={classes.row} data-out={column.target === LEAVE_OUT || undefined}>
            <div className={classes.cell}>
              <Text size="sm" fw={550} truncate title={headerOf(column)}>
                {headerOf(column)}
              </Text>
              <ul className={classes.samples} aria-label={importColumns.samples}>
                {column.samples.length === 0 && <li className={classes.empty}>{importColumns.noValues}</li>}
                {column.samples.map((sample) => (
                  <li key={sample} className={classes.sample} title={sample}>
                    <span className={classes.start}>{sample.slice(0, -SHOWN_END)}</span>
                    <span className={classes.end}>{sample.slice(-SHOWN_END)}</span>
                  </li>
                ))}
              </ul>
            </div>
            <span className={classes.arrow}>
              <Icon name="right" />
            </span>
            <div>
              <FieldSelect
                label={importColumns.fieldOf(headerOf(column))}
                fields={fields}
                value={column.target}
                taken={taken}
                required={required}
                mayKeep={policy.unknownColumns !== "refuse" || column.target === KEEP}
                mayMake={policy.createFieldsInImport}
                onChange={(target) => setTarget(column, target)}
                makeField={() => makeField(column)}
              />
              <ValuesLink
                column={column}
                header={headerOf(column)}
                field={fields.find(({ key }) => key === column.target) ?? null}
                show={showValues}
              />
            </div>
            <How column={column} field={fields.find(({ key }) => key === column.target)?.label ?? null} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type LinkProps = {
  readonly column: FileColumn;
  readonly header: string;
  /** Null = it goes to none. */
  readonly field: Field | null;
  readonly show: (column: FileColumn, field: Field) => void;
};

/** What becomes of each value is looked at where the field has a few of them, or where some are read as others already. */
function ValuesLink({ column, header, field, show }: LinkProps) {
  const { importColumns } = useWords();
  const { number } = useFormat();
  const changed = column.values?.length ?? 0;
  if (field === null || (changed === 0 && (column.samples.length === 0 || !hasChoices(field)))) return null;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={importColumns.valuesOf(header)}
      onClick={() => show(column, field)}
    >
      {changed === 0 ? importColumns.values : importColumns.changedValues(changed, number(changed))}
    </Button>
  );
}

type HowProps = {
  readonly column: FileColumn /** What it goes to is called; null = it goes to no field. */;
  readonly field: string | null;
};

function How({ column, field }: HowProps) {
  const { importColumns } = useWords();
  const format = useFormat();
  const { target, foundBy, confidence, reason, header } = column;
  const isField = target !== LEAVE_OUT && target !== KEEP;
  const words = isField ? importColumns.foundBy[foundBy] : importColumns.noField[target === KEEP ? "keep" : "out"];
  const isDoubtful = isField && confidence < SURE;
  const label = importColumns.because({ foundBy, header: header.trim(), field }, reason);
  return (
    <Tooltip label={label} multiline maw={320} disabled={foundBy === "person"}>
      <Text component="div" size="xs" c="dimmed" className={classes.how ?? ""}>
        <span>{words}</span>
        {isField && foundBy !== "person" && !isDoubtful && (
          <span>{importColumns.sure(format.percent(confidence))}</span>
        )}
        {isDoubtful && (
          <Badge size="md" color="yellow" className={classes.doubt ?? ""}>
            {importColumns.doubtful(format.percent(confidence))}
          </Badge>
        )}
      </Text>
    </Tooltip>
  );
}
