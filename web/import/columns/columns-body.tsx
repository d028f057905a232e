/** The second step: one row for each column with its field, and beside them how the import behaves. */
import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import type { ValueMap } from "../../../src/core/contact/value-map.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import { requiredToCreate } from "../../../src/core/policy/required-to-create.ts";
import { type Said, saidAnew } from "../said.ts";
import { ColumnList } from "./column-list.tsx";
import classes from "./columns-body.module.css";
import type { Field } from "./field-select.tsx";
import { type FileColumn, saidOf } from "./file-column.ts";
import { ImportChoices, type SettledChoices } from "./import-choices.tsx";
import { localNumber } from "./local-number.ts";
import { NewFieldDialog } from "./new-field-dialog.tsx";
import { RequiredFields } from "./required-fields.tsx";
import { ownObject, useMappedFields } from "./use-mapped-fields.ts";
import type { ValuesFrom } from "./use-values.ts";
import { ValuesDialog } from "./values-dialog.tsx";

type Props = {
  readonly columns: readonly FileColumn[];
  readonly said: Said;
  readonly say: (said: Said) => void;
  readonly policy: Policy;
  readonly settled: SettledChoices;
  /** Where the values of columns are looked up. */
  readonly from: ValuesFrom;
  /** Below the columns. */
  readonly foot?: ReactNode;
  /** Above them. */
  readonly children?: ReactNode;
};

export function ColumnsBody({ columns, said, say, policy, settled, from, foot, children }: Props) {
  const fields = useMappedFields(settled.object, policy);
  const [isMaking, making] = useDisclosure(false);
  const [newFor, setNewFor] = useState<FileColumn | null>(null);
  const [valuesOf, setValuesOf] = useState<{ readonly column: FileColumn; readonly field: Field } | null>(null);
  const setTarget = ({ column }: FileColumn, target: string): void =>
    say(saidAnew(said, { map: saidOf(said, { column, target }) }));
  const setValues = ({ column, target }: FileColumn, values: ValueMap): void =>
    say(saidAnew(said, { map: saidOf(said, { column, target, values }) }));
  return (
    <div className={classes.columns}>
      <div className={classes.list}>
        {children}
        <RequiredFields columns={columns} fields={fields} policy={policy} mode={settled.mode} object={settled.object} />
        <ColumnList
          columns={columns}
          fields={fields}
          policy={policy}
          required={new Set(settled.object.startsWith("contacts") ? requiredToCreate(policy).flat() : [])}
          setTarget={setTarget}
          showValues={(column, field) => setValuesOf({ column, field })}
          makeField={(column) => {
            setNewFor(column);
            making.open();
          }}
        />
        {foot}
      </div>
      <ImportChoices
        said={said}
        say={say}
        policy={policy}
        settled={settled}
        localNumber={localNumber(columns, fields)}
      />
      <NewFieldDialog
        key={newFor?.column ?? -1}
        opened={isMaking}
        close={making.close}
        header={newFor?.header ?? ""}
        column={newFor?.column ?? 0}
        object={ownObject(settled.object)}
        onMade={(key) => newFor && setTarget(newFor, key)}
      />
      {valuesOf && (
        <ValuesDialog
          key={valuesOf.column.column}
          from={from}
          column={valuesOf.column.column}
          header={valuesOf.column.header}
          field={valuesOf.field}
          values={valuesOf.column.values ?? []}
          close={() => setValuesOf(null)}
          set={(values) => setValues(valuesOf.column, values)}
        />
      )}
    </div>
  );
}
