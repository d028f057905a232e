/** The columns of an import that is planned: what is changed here is planned anew. */
import { Button, Skeleton } from "@mantine/core";
import { onMatchIn } from "../../../src/core/policy/on-match.ts";
import { changeImport, listLines, showImport } from "../../api/endpoints/imports.ts";
import { useChange } from "../../api/use-answer.ts";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { contactColumns, type ShownImport } from "../planned-import.ts";
import { optionsOf, type Said } from "../said.ts";
import { TableRefusal } from "../table-refusal.tsx";
import { useImport } from "../use-import.ts";
import { usePolicy } from "../use-policy.ts";
import { useSteps } from "../use-steps.ts";
import { WizardFrame } from "../wizard-frame.tsx";
import { ColumnsBody } from "./columns-body.tsx";
import { fileColumn, withSaid } from "./file-column.ts";
import type { SettledChoices } from "./import-choices.tsx";

type Props = { readonly id: string; readonly said: Said };

export function ImportColumns({ id, said }: Props) {
  const { importColumns, importFile, shell } = useWords();
  const format = useFormat();
  const { say, go } = useSteps();
  const { shown, error } = useImport(id);
  const policy = usePolicy();
  const changed = useChange(changeImport, { touches: [showImport, listLines], tellsItself: true });
  const isChanged = Object.keys(said).length > 0;
  const check = async (): Promise<void> => {
    if (isChanged) {
      const { object: _, workflow: _workflow, saveMapping: _name, ...options } = optionsOf(said);
      await changed.mutateAsync({ params: { id }, body: options });
      say({});
    }
    await go({ id, step: "check" });
  };
  const isOpen = shown && (shown.state === "received" || shown.state === "planned");
  return (
    <WizardFrame
      step="columns"
      note={shown && `${shown.file} · ${importFile.bytes(shown.bytes, format.number)}`}
      links={{ file: { id, said }, check: { id } }}
      hint={shown && !isOpen ? importColumns.begun : undefined}
      actions={
        <>
          <Button variant="default" onClick={() => void go({ id, step: "file", said })}>
            {shell.back}
          </Button>
          {shown && !isOpen ? (
            <Button onClick={() => void go({ id, step: "run" })}>{importColumns.toRun}</Button>
          ) : (
            <Button loading={changed.isPending} disabled={!shown} onClick={() => void check().catch(() => undefined)}>
              {isChanged ? importColumns.checkAgain : importColumns.toCheck}
            </Button>
          )}
        </>
      }
    >
      {error && <RefusalNotice error={error} />}
      {!shown && !error && <Skeleton h={360} aria-label={shell.contacts} />}
      {shown && policy && (
        <ColumnsBody
          columns={contactColumns(shown).map((column) => withSaid(fileColumn(column), said))}
          said={said}
          say={say}
          policy={policy}
          settled={settledIn(shown, said)}
          from={{ import: id }}
        >
          {changed.error ? <RefusalNotice error={changed.error} /> : null}
          {shown.problem && <TableRefusal refusal={shown.problem} />}
        </ColumnsBody>
      )}
    </WizardFrame>
  );
}

const settledIn = (shown: ShownImport, said: Said): SettledChoices => ({
  object: shown.object,
  mode: said.mode ?? shown.mode,
  onMatch: said.mode === undefined ? shown.policy.onMatch : onMatchIn(said.mode, shown.policy.onMatch, false),
  emptyCells: shown.policy.emptyCells,
  acceptUnmapped: shown.policy.unmappedAccepted,
  overrideOwners: shown.policy.overrideOwners,
  dnt: shown.doNotTouch,
  tags: shown.tags,
  owner: shown.owner,
  country: shown.country === "" ? null : shown.country,
  dateOrder: shown.dateOrder,
  workflow: shown.workflow,
  isNew: false,
});
