/** What is to be said about an import: why it was refused, what it continues, what was undone of it. */
import { Alert, Group, Text } from "@mantine/core";
import { Icon } from "../app/icon.tsx";
import { TextLink } from "../app/text-link.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ImportDetail } from "./import-detail.ts";
import { UndoTally } from "./undo-tally.tsx";

export function ImportNotices({ detail }: { readonly detail: ImportDetail }) {
  const { imports } = useWords();
  const { problem, state, waits = null, continues, continuedBy, undo } = detail;
  return (
    <>
      {problem !== undefined && (
        <Alert color="red" variant="light" icon={<Icon name="warning" />} title={problem.message}>
          {problem.fix}
        </Alert>
      )}
      {state === "interrupted" && waits === null && (
        <Alert color="orange" variant="light" icon={<Icon name="warning" />}>
          {imports.interrupted}
        </Alert>
      )}
      {undo !== null && state !== "undoing" && <UndoneNotice undo={undo} />}
      {continues !== null && (
        <Text size="sm">
          {imports.corrects}{" "}
          <TextLink to="/imports/$id" params={{ id: continues }}>
            {imports.correctsLink}
          </TextLink>
        </Text>
      )}
      {continuedBy.map(({ import: id, file }) => (
        <Text size="sm" key={id}>
          <TextLink to="/imports/$id" params={{ id }}>
            {imports.continuedBy(file)}
          </TextLink>
        </Text>
      ))}
    </>
  );
}

function UndoneNotice({ undo }: { readonly undo: NonNullable<ImportDetail["undo"]> }) {
  const { imports } = useWords();
  const format = useFormat();
  const title =
    undo.line !== null
      ? imports.undoneLine(format.number(undo.line))
      : imports.undone(undo.by ?? imports.somebody, undo.at === null ? "" : format.moment(undo.at));
  return (
    <Alert color="gray" variant="light" icon={<Icon name="undo" />} title={title}>
      <Group gap="xs">
        <UndoTally tally={undo} />
      </Group>
    </Alert>
  );
}
