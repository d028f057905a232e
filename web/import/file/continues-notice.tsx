/** That a file is one of lines with errors: which import it goes on with, and what of it is not imported. */
import { Alert, Text } from "@mantine/core";
import { ERROR_COLUMNS } from "../../../src/core/mapping/error-columns.ts";
import { Icon } from "../../app/icon.tsx";
import { TextLink } from "../../app/text-link.tsx";
import { useWorkspace } from "../../app/workspace-context.ts";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { FileTable } from "./file-question.tsx";

export type Continued = NonNullable<FileTable["continues"]>;

export function ContinuesNotice({
  continued: { import: id, file, at, lines, isWhole },
}: {
  readonly continued: Continued;
}) {
  const { importFile } = useWords();
  const { may } = useWorkspace();
  const format = useFormat();
  const counted = isWhole ? format.number(lines) : importFile.moreThan(format.number(lines));
  return (
    <Alert variant="light" icon={<Icon name="imports" />} title={importFile.continues} maw={900}>
      <Text size="sm">
        {importFile.continuesLines(lines, counted)}{" "}
        {may("read") ? (
          <TextLink to="/imports/$id" params={{ id }} size="sm">
            {file}
          </TextLink>
        ) : (
          <b>{file}</b>
        )}{" "}
        {importFile.continuesOf(format.moment(at))}
      </Text>
      <Text size="sm">{importFile.continuesHow}</Text>
      <Text size="sm">{importFile.continuesColumns(ERROR_COLUMNS)}</Text>
    </Alert>
  );
}
