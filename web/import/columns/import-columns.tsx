/** The columns of an import that is planned: what is changed here is planned anew. */
import { Button, Group, Skeleton, Text } from "@mantine/core";
import { onMatchIn } from "../../../src/core/policy/on-match.ts";
import { changeImport, listLines, showImport } from "../../api/endpoints/imports.ts";
import { useChange } from "../../api/use-answer.ts";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { FileGuesses } from "../file/file-guesses.tsx";
import { useReadSentence } from "../file/read-sentence.ts";
import type { ShownImport } from "../planned-import.ts";
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
  const { say, go, restart } = useSteps();
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
      links={{ check: { id } }}
      hint={shown && !isOpen ? importColumns.begun : undefined}
      actions={
        <>
          <Button variant="default" onClick={() => restart({})}>
            {importFile.another}
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
          columns={shown.mapping.map((column) => withSaid(fileColumn(column), said))}
          said={said}
          say={say}
          policy={policy}
          settled={settledIn(shown, said)}
          from={{ import: id }}
        >
          {changed.error ? <RefusalNotice error={changed.error} /> : null}
          {shown.problem && <TableRefusal refusal={shown.problem} />}
          <Reading shown={shown} said={said} say={say} />
        </ColumnsBody>
      )}
    </WizardFrame>
  );
}

type ReadingProps = { readonly shown: ShownImport; readonly said: Said; readonly say: (said: Said) => void };

/** How the file is read can still be said otherwise. */
function Reading({ shown, said, say }: ReadingProps) {
  const sentence = useReadSentence(shown.dialect);
  return (
    <details>
      <Text component="summary" size="sm">
        {sentence}
      </Text>
      <Group align="flex-end" gap="md" mt="xs">
        <FileGuesses dialect={shown.dialect} refusal={null} said={said} say={say} />
      </Group>
    </details>
  );
}

const settledIn = (shown: ShownImport, said: Said): SettledChoices => ({
  object: shown.object,
  mode: said.mode ?? shown.mode,
  onMatch: said.mode === undefined ? shown.policy.onMatch : onMatchIn(said.mode, shown.policy.onMatch, false),
  emptyCells: shown.policy.emptyCells,
  tags: shown.tags,
  owner: shown.owner,
  country: shown.country === "" ? null : shown.country,
  dateOrder: shown.dateOrder,
  workflow: shown.workflow,
  isNew: false,
});
