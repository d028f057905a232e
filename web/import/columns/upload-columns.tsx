/** The columns of a file that has no import yet. Going on makes one, which stops at its plan. */
import { Button, Skeleton } from "@mantine/core";
import { Navigate } from "@tanstack/react-router";
import type { ColumnMapping } from "../../../src/core/mapping/column-mapping.ts";
import { onMatchIn } from "../../../src/core/policy/on-match.ts";
import type { DateOrder, ImportMode, Policy } from "../../../src/core/policy/policy.ts";
import { startImport } from "../../api/endpoints/imports.ts";
import { showUpload, showUploadTable } from "../../api/endpoints/uploads.ts";
import { useAnswer, useChange } from "../../api/use-answer.ts";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useWords } from "../../words/words-provider.tsx";
import type { Continued } from "../file/continues-notice.tsx";
import { FileQuestion } from "../file/file-question.tsx";
import { modeIn } from "../file/what-to-import.tsx";
import { optionsOf, type Said } from "../said.ts";
import { usePolicy } from "../use-policy.ts";
import { useSteps } from "../use-steps.ts";
import { WizardFrame } from "../wizard-frame.tsx";
import { importOf, keepImportOf } from "../wizard-state.ts";
import { ColumnsBody } from "./columns-body.tsx";
import { fileColumn, withSaid } from "./file-column.ts";
import type { SettledChoices } from "./import-choices.tsx";
import { SavedMapping } from "./saved-mapping.tsx";
import { useLast } from "./use-last.ts";

type Props = { readonly id: string; readonly said: Said };

export function UploadColumns({ id, said }: Props) {
  const { importColumns, shell } = useWords();
  const { say, go } = useSteps();
  const policy = usePolicy();
  const upload = useAnswer(showUpload, { params: { id } });
  const options = optionsOf(said);
  const { saveMapping: _, ...reading } = options;
  const table = useAnswer(showUploadTable, { params: { id }, query: reading }, { keepsFormer: true });
  const read = table.data && table.data.columns.length > 0 ? (table.data.columns as readonly ColumnMapping[]) : null;
  const columns = useLast(read);
  const continued = table.data?.continues ?? null;
  const made = useChange(startImport, { tellsItself: true });
  const earlier = importOf(id);
  if (earlier !== null && !made.isSuccess)
    return <Navigate to="/import/$id/$step" params={{ id: earlier, step: "columns" }} replace />;
  const check = async (): Promise<void> => {
    const { import: planned } = await made.mutateAsync({
      query: { dryRun: true },
      body: asBody({ upload: id, options }),
    });
    keepImportOf(id, planned);
    // The way back from the plan leads to the columns of the import.
    await go({ id: planned, step: "columns", replace: true });
    await go({ id: planned, step: "check" });
  };
  const refusal = table.data?.refusal ?? null;
  return (
    <WizardFrame
      step="columns"
      note={upload.data?.name}
      links={{ file: { id, said } }}
      hint={refusal?.message}
      actions={
        <>
          <Button variant="default" onClick={() => void go({ id, step: "file", said })}>
            {shell.back}
          </Button>
          <Button
            loading={made.isPending}
            disabled={columns === null || refusal !== null || table.isError}
            onClick={() => void check().catch(() => undefined)}
          >
            {importColumns.toCheck}
          </Button>
        </>
      }
    >
      {columns === null && !table.data && !table.error && <Skeleton h={360} />}
      {columns === null && table.data && <FileQuestion table={table.data} said={said} say={say} />}
      {columns === null && table.error && <RefusalNotice error={table.error} />}
      {columns !== null && policy && (
        <ColumnsBody
          columns={columns.slice(0, continued?.ownColumns).map((column) => withSaid(fileColumn(column), said))}
          said={said}
          say={say}
          policy={policy}
          settled={continued === null ? settledIn(said, policy) : settledAsThen(said, policy, continued)}
          from={{ upload: id, reading }}
          foot={continued === null && <SavedMapping said={said} say={say} />}
        >
          {made.error ? <RefusalNotice error={made.error} /> : null}
          {table.error ? <RefusalNotice error={table.error} /> : null}
          {table.data && <FileQuestion table={table.data} said={said} say={say} />}
        </ColumnsBody>
      )}
    </WizardFrame>
  );
}

/** The endpoint takes files too, whose bodies the client does not know. */
const asBody = (body: object): Blob => new Blob([JSON.stringify(body)], { type: "application/json" });

const policyChoices = ({ unmappedAccepted, overrideOwners }: Policy) => ({
  ...{ acceptUnmapped: unmappedAccepted, overrideOwners, dnt: false },
});

const settledIn = (said: Said, policy: Policy): SettledChoices => ({
  object: said.object ?? "contacts",
  mode: modeIn(said, policy),
  onMatch: onMatchIn(modeIn(said, policy), policy.onMatch, false),
  emptyCells: policy.emptyCells,
  ...policyChoices(policy),
  ...{ tags: [], owner: null, country: null, dateOrder: null, workflow: null, isNew: true },
});

/** Corrected lines are imported as they were the first time. */
const settledAsThen = (
  said: Said,
  policy: Policy,
  { object, mode, onMatch, emptyCells, ...then }: Continued,
): SettledChoices => ({
  ...{ object, tags: then.tags, owner: then.owner, country: then.country, workflow: null, isNew: true },
  mode: said.mode ?? (mode as ImportMode),
  onMatch: onMatch as Policy["onMatch"],
  emptyCells: emptyCells as Policy["emptyCells"],
  ...policyChoices(policy),
  dateOrder: then.dateOrder as DateOrder | null,
});
