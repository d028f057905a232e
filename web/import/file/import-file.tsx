/** How the file of an import was read that is planned: it can be read in another way, and is then planned anew. */
import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { changeImport, listLines, showImport } from "../../api/endpoints/imports.ts";
import { useAnswer, useChange } from "../../api/use-answer.ts";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { contactColumns, PLAN_SECONDS, type ShownImport } from "../planned-import.ts";
import { optionsOf, type Said, saidAnew } from "../said.ts";
import { TableRefusal } from "../table-refusal.tsx";
import { useImport } from "../use-import.ts";
import { useSteps } from "../use-steps.ts";
import { WizardFrame } from "../wizard-frame.tsx";
import { FileGuesses } from "./file-guesses.tsx";
import { RawPreview } from "./raw-preview.tsx";
import { useReadSentence } from "./read-sentence.ts";

type Props = { readonly id: string; readonly said: Said };

const PREVIEW_LINES = 12;
const NOTHING = { encoding: undefined, delimiter: undefined, header: undefined, sheet: undefined };

export function ImportFile({ id, said }: Props) {
  const { importColumns, importFile } = useWords();
  const format = useFormat();
  const { say, go, restart } = useSteps();
  const { shown, error } = useImport(id);
  const changed = useChange(changeImport, { touches: [showImport, listLines], tellsItself: true });
  const { encoding, delimiter, header, sheet } = said;
  const isReadAnew = [encoding, delimiter, header, sheet].some((one) => one !== undefined);
  const isOpen = shown && (shown.state === "received" || shown.state === "planned");
  const goOn = async (): Promise<void> => {
    if (isReadAnew) {
      const reading = { encoding, delimiter, header, sheet };
      const body = optionsOf(saidAnew({}, reading));
      await changed.mutateAsync({ params: { id }, query: { wait: PLAN_SECONDS }, body });
    }
    await go({ id, step: "columns", said: saidAnew(said, NOTHING) });
  };
  const counted = shown && shown.lines > 0 ? [importFile.rows(shown.lines, format.number(shown.lines))] : [];
  return (
    <WizardFrame
      step="file"
      note={shown && [shown.file, importFile.bytes(shown.bytes, format.number), ...counted].join(" · ")}
      links={{ columns: { id, said }, check: { id } }}
      hint={shown && !isOpen ? importColumns.begun : isReadAnew && importFile.readAgainHint}
      actions={
        <>
          <Button variant="default" onClick={() => restart({})}>
            {importFile.another}
          </Button>
          <Button disabled={!shown} loading={changed.isPending} onClick={() => void goOn().catch(() => undefined)}>
            {isReadAnew && isOpen ? importFile.readAgain : importFile.toColumns}
          </Button>
        </>
      }
    >
      {error && <RefusalNotice error={error} />}
      {!shown && !error && <Skeleton h={220} />}
      {shown && (
        <Stack gap="md" maw={1400}>
          <Text size="sm">{importFile.linesAreOf(importFile.object[shown.object] ?? shown.object)}</Text>
          {changed.error && <RefusalNotice error={changed.error} />}
          {shown.problem && <TableRefusal refusal={shown.problem} />}
          <Reading shown={shown} said={said} say={isOpen ? say : null} />
        </Stack>
      )}
    </WizardFrame>
  );
}

type ReadingProps = {
  readonly shown: ShownImport;
  readonly said: Said;
  /** Null = it has begun, and is read as it was. */
  readonly say: ((said: Said) => void) | null;
};

function Reading({ shown, said, say }: ReadingProps) {
  const sentence = useReadSentence(shown.dialect);
  const lines = useAnswer(listLines, { params: { id: shown.import }, query: { limit: PREVIEW_LINES, cells: "true" } });
  const { dialect } = shown;
  const columns = contactColumns(shown);
  const rows = (lines.data?.items ?? []).map(({ line, cells = [] }) => ({
    line,
    cells: cells.slice(0, columns.length),
  }));
  return (
    <>
      <Stack gap="xs">
        <Text size="sm">{sentence}</Text>
        {say && (
          <Group align="flex-end" gap="md">
            <FileGuesses dialect={dialect} refusal={null} said={said} say={say} />
          </Group>
        )}
      </Stack>
      {rows.length > 0 && (
        <RawPreview
          headers={dialect.header ? columns.map(({ header }) => header) : null}
          rows={rows}
          isText={dialect.delimiter !== undefined}
        />
      )}
    </>
  );
}
