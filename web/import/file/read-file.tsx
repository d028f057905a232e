/** How the file was read, in one sentence with its first rows: each guess can be changed. */
import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { Navigate } from "@tanstack/react-router";
import { showUpload, showUploadTable } from "../../api/endpoints/uploads.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { optionsOf, type Said, saidAnew } from "../said.ts";
import { usePolicy } from "../use-policy.ts";
import { useSteps } from "../use-steps.ts";
import { WizardFrame } from "../wizard-frame.tsx";
import { importOf } from "../wizard-state.ts";
import { ContinuesNotice } from "./continues-notice.tsx";
import { FileGuesses } from "./file-guesses.tsx";
import { FileQuestion, type FileTable, isAsked } from "./file-question.tsx";
import { RawPreview } from "./raw-preview.tsx";
import { type ShownDialect, useReadSentence } from "./read-sentence.ts";
import { WhatToImport } from "./what-to-import.tsx";

type Props = { readonly id: string; readonly said: Said };

export function ReadFile({ id, said }: Props) {
  const { importFile } = useWords();
  const format = useFormat();
  const { say, go, restart } = useSteps();
  const policy = usePolicy();
  const upload = useAnswer(showUpload, { params: { id } });
  const table = useAnswer(showUploadTable, { params: { id }, query: optionsOf(said) }, { keepsFormer: true });
  const made = importOf(id);
  if (made !== null) return <Navigate to="/import/$id/$step" params={{ id: made, step: "file" }} replace />;
  const file = upload.data;
  const rows = table.data?.rows.length ?? 0;
  const shown = table.data?.hasMoreRows ? importFile.orMore(format.number(rows)) : format.number(rows);
  const counted = importFile.rows(rows, shown);
  const size = file && importFile.bytes(file.bytes ?? file.received, format.number);
  const note = file && [file.name, size, ...(rows > 0 ? [counted] : [])].join(" · ");
  const maySayWhat = policy !== undefined && table.data?.continues === null;
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
          <Button
            disabled={!table.data || table.data.columns.length === 0 || isAsked(table.data)}
            onClick={() => void go({ id, step: "columns", said })}
          >
            {importFile.toColumns}
          </Button>
        </>
      }
    >
      {table.error || upload.error ? (
        <RefusalNotice error={table.error ?? upload.error} />
      ) : (
        <Stack gap="md" maw={1400}>
          {maySayWhat && <WhatToImport said={said} policy={policy} say={say} />}
          {table.data ? <Read id={id} table={table.data} said={said} say={say} /> : <Skeleton h={220} />}
        </Stack>
      )}
    </WizardFrame>
  );
}

type ReadProps = Props & { readonly table: FileTable; readonly say: (said: Said) => void };

function Read({ id, table, said, say }: ReadProps) {
  const dialect: ShownDialect | null = table.dialect;
  const sentence = useReadSentence(dialect);
  const sheets = useSheets(id, said, table);
  const { continues, refusal, headers, rows } = table;
  const own = continues?.ownColumns;
  return (
    <>
      {continues && <ContinuesNotice continued={continues} />}
      <FileQuestion table={table} said={said} say={say} />
      {(dialect || (refusal && !isAsked(table))) && (
        <Stack gap="xs">
          <Text size="sm" aria-live="polite">
            {sentence}
          </Text>
          <Group align="flex-end" gap="md">
            <FileGuesses {...{ dialect, refusal, sheets, said, say }} />
          </Group>
        </Stack>
      )}
      {rows.length > 0 && (
        <RawPreview
          headers={headers?.slice(0, own) ?? null}
          rows={rows.map(({ line, cells }) => ({ line, cells: cells.slice(0, own) }))}
          isText={dialect?.delimiter !== undefined}
        />
      )}
    </>
  );
}

/** Those of its sheets that hold values, where it has several. */
function useSheets(id: string, said: Said, { refusal }: FileTable): readonly string[] {
  const { sheet } = said;
  const unsaid = optionsOf(saidAnew(said, { sheet: undefined }));
  // Without a sheet it is refused, and told which there are.
  const asked = useAnswer(showUploadTable, { params: { id }, query: unsaid }, { enabled: sheet !== undefined });
  const told = sheet === undefined ? refusal : asked.data?.refusal;
  return told?.code === "sheet_needed" ? (told.names ?? []) : [];
}

/** How a file is read is said of that file alone, and so is that its lines are contacts although they do not look it. */
const whatOf = ({ object, mode }: Said): Said => ({
  ...(object === undefined || object === "contacts" ? {} : { object }),
  ...(mode === undefined ? {} : { mode }),
});
