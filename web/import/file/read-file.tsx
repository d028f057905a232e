/** How the file was read, in one sentence with its first rows: each guess can be changed. */
import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { Navigate } from "@tanstack/react-router";
import { showUpload, showUploadTable } from "../../api/endpoints/uploads.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { optionsOf, type Said } from "../said.ts";
import { TableRefusal } from "../table-refusal.tsx";
import { usePolicy } from "../use-policy.ts";
import { useSteps } from "../use-steps.ts";
import { WizardFrame } from "../wizard-frame.tsx";
import { importOf } from "../wizard-state.ts";
import { FileGuesses } from "./file-guesses.tsx";
import { RawPreview } from "./raw-preview.tsx";
import { useReadSentence } from "./read-sentence.ts";
import { WhatToImport } from "./what-to-import.tsx";

type Props = { readonly id: string; readonly said: Said };

export function ReadFile({ id, said }: Props) {
  const { importFile } = useWords();
  const format = useFormat();
  const { say, go, restart } = useSteps();
  const policy = usePolicy();
  const upload = useAnswer(showUpload, { params: { id } });
  const table = useAnswer(showUploadTable, { params: { id }, query: optionsOf(said) }, { keepsFormer: true });
  const sentence = useReadSentence(table.data?.dialect ?? null);
  const made = importOf(id);
  if (made !== null) return <Navigate to="/import/$id/$step" params={{ id: made, step: "columns" }} replace />;
  const file = upload.data;
  const note = file && `${file.name} · ${importFile.bytes(file.bytes ?? file.received, format.number)}`;
  const { dialect, rows = [], headers = null, columns = [], refusal } = table.data ?? {};
  return (
    <WizardFrame
      step="file"
      note={note}
      links={{ columns: { id, said } }}
      actions={
        <>
          <Button variant="default" onClick={() => restart({ ...whatOf(said) })}>
            {importFile.another}
          </Button>
          <Button disabled={columns.length === 0} onClick={() => void go({ id, step: "columns", said })}>
            {importFile.toColumns}
          </Button>
        </>
      }
    >
      {table.error || upload.error ? (
        <RefusalNotice error={table.error ?? upload.error} />
      ) : (
        <Stack gap="md" maw={1400}>
          {policy && <WhatToImport said={said} policy={policy} say={say} />}
          {!table.data && <Skeleton h={220} />}
          {refusal && <TableRefusal refusal={refusal} />}
          {(dialect || refusal) && (
            <Stack gap="xs">
              <Text size="sm" aria-live="polite">
                {sentence}
              </Text>
              <Group align="flex-end" gap="md">
                <FileGuesses dialect={dialect ?? null} refusal={refusal ?? null} said={said} say={say} />
              </Group>
            </Stack>
          )}
          {rows.length > 0 && <RawPreview headers={headers} rows={rows} />}
        </Stack>
      )}
    </WizardFrame>
  );
}

/** How a file is read is said of that file alone. */
const whatOf = ({ object, mode }: Said): Said => ({
  ...(object === undefined ? {} : { object }),
  ...(mode === undefined ? {} : { mode }),
});
