/** What has to be said of a file before it can be looked at: which of its sheets, or what its lines are. Each answer is a button. */
import { Alert, Button, Group, Text } from "@mantine/core";
import type { AnswerOf } from "../../../src/http/contract/endpoint.ts";
import type { showUploadTable } from "../../../src/http/contract/uploads.ts";
import { Icon } from "../../app/icon.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { type Said, saidAnew } from "../said.ts";
import { TableRefusal } from "../table-refusal.tsx";

export type FileTable = AnswerOf<typeof showUploadTable>;

type Props = {
  readonly table: Pick<FileTable, "refusal" | "looksLike">;
  readonly said: Said;
  readonly say: (said: Said) => void;
};

/** A question that is open keeps the file from going on; other refusals are put right by changing it, or in the next step. */
export const isAsked = ({ refusal }: Pick<FileTable, "refusal">): boolean =>
  refusal?.code === "object_unsaid" || refusal?.code === "sheet_needed";

/** What stands in the way of an import of the file; nothing where nothing does. */
export function FileQuestion({ table: { refusal, looksLike }, said, say }: Props) {
  const { importFile } = useWords();
  const names = refusal?.names ?? [];
  if (refusal === null) return null;
  if (refusal.code === "sheet_needed" && names.length > 0)
    return (
      <Question title={importFile.whichSheet} text={importFile.whichSheetText}>
        {names.map((sheet) => (
          <Button key={sheet} variant="default" onClick={() => say(saidAnew(said, { sheet }))}>
            {sheet}
          </Button>
        ))}
      </Question>
    );
  if (refusal.code === "object_unsaid" && looksLike !== null)
    return (
      <Question title={importFile.looksLike[looksLike] ?? refusal.message} text={importFile.looksLikeText(names)}>
        {[looksLike, "contacts"].map((object) => (
          <Button
            key={object}
            variant={object === looksLike ? "filled" : "default"}
            onClick={() => say(saidAnew(said, { object }))}
          >
            {importFile.linesAreThat[object]}
          </Button>
        ))}
      </Question>
    );
  return <TableRefusal refusal={refusal} />;
}

type QuestionProps = { readonly title: string; readonly text: string; readonly children: React.ReactNode };

const Question = ({ title, text, children }: QuestionProps) => (
  <Alert variant="light" icon={<Icon name="file" />} title={title} role="alert" maw={900}>
    <Text size="sm">{text}</Text>
    <Group gap="xs" mt="sm">
      {children}
    </Group>
  </Alert>
);
