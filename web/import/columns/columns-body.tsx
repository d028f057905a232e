/** The second step: one row for each column with its field, and beside them how the import behaves. */
import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import type { ObjectKind } from "../../../src/core/object/object-kind.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import { listFields } from "../../api/endpoints/fields.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { type Said, saidAnew } from "../said.ts";
import { ColumnList } from "./column-list.tsx";
import classes from "./columns-body.module.css";
import { type FileColumn, saidOf } from "./file-column.ts";
import { ImportChoices, type SettledChoices } from "./import-choices.tsx";
import { NewFieldDialog } from "./new-field-dialog.tsx";
import { RequiredFields } from "./required-fields.tsx";

type Props = {
  readonly columns: readonly FileColumn[];
  readonly said: Said;
  readonly say: (said: Said) => void;
  readonly policy: Policy;
  readonly settled: SettledChoices;
  /** Below the columns. */
  readonly foot?: ReactNode;
  /** Above them. */
  readonly children?: ReactNode;
};

/** The lines of a file of pipelines are their stages. */
const OBJECTS: Readonly<Record<string, ObjectKind>> = {
  contacts: "contact",
  accounts: "account",
  opportunities: "opportunity",
  pipelines: "stage",
};

export function ColumnsBody({ columns, said, say, policy, settled, foot, children }: Props) {
  const fields = useAnswer(listFields, { query: { object: OBJECTS[settled.object] ?? "contact" } }).data?.items ?? [];
  const [isMaking, making] = useDisclosure(false);
  const [newFor, setNewFor] = useState<FileColumn | null>(null);
  const setTarget = ({ column }: FileColumn, target: string): void =>
    say(saidAnew(said, { map: saidOf(said, column, target) }));
  return (
    <div className={classes.columns}>
      <div className={classes.list}>
        {children}
        <RequiredFields columns={columns} fields={fields} policy={policy} mode={settled.mode} object={settled.object} />
        <ColumnList
          columns={columns}
          fields={fields}
          policy={policy}
          setTarget={setTarget}
          makeField={(column) => {
            setNewFor(column);
            making.open();
          }}
        />
        {foot}
      </div>
      <ImportChoices said={said} say={say} policy={policy} settled={settled} />
      <NewFieldDialog
        key={newFor?.column ?? -1}
        opened={isMaking}
        close={making.close}
        header={newFor?.header ?? ""}
        column={newFor?.column ?? 0}
        object={OBJECTS[settled.object] ?? "contact"}
        onMade={(key) => newFor && setTarget(newFor, key)}
      />
    </div>
  );
}
