/** One line of an import: what stands in the file, what became of it and why, and what can be done about it. */
import { Button, Drawer, Group, Loader, Stack, Text, Title } from "@mantine/core";
import { listLines } from "../api/endpoints/imports.ts";
import { useAnswer } from "../api/use-answer.ts";
import { ButtonLink } from "../app/button-link.tsx";
import { Icon } from "../app/icon.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { TextLink } from "../app/text-link.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ImportDetail, Line } from "./import-detail.ts";
import classes from "./line-drawer.module.css";
import { nameOfLine, objectIn } from "./line-name.ts";
import { LineTables } from "./line-tables.tsx";
import outcomes from "./outcomes.module.css";

type Props = {
  readonly detail: ImportDetail;
  /** Undefined = closed. */
  readonly line: number | undefined;
  readonly close: () => void;
  /** Null where lines may not be undone. */
  readonly undo: ((line: number) => void) | null;
};

export function LineDrawer({ detail, line, close, undo }: Props) {
  const { imports } = useWords();
  const format = useFormat();
  const found = useAnswer(
    listLines,
    // Cursors of this list are the line before.
    { params: { id: detail.import }, query: { limit: 1, cursor: String((line ?? 1) - 1), cells: "true" } },
    { enabled: line !== undefined },
  );
  const item = found.data?.items.find((candidate) => candidate.line === line);
  return (
    <Drawer
      opened={line !== undefined}
      onClose={close}
      position="right"
      size="md"
      title={<b>{imports.lineTitle(format.number(line ?? 0))}</b>}
      closeButtonProps={{ "aria-label": imports.closeLine }}
      transitionProps={{ duration: 0 }}
    >
      {found.isPending && <Loader size="sm" />}
      {found.error && <RefusalNotice error={found.error} retry={() => void found.refetch()} />}
      {found.data && item === undefined && <Text size="sm">{imports.lineUnknown}</Text>}
      {item && <LineDetail line={item} detail={detail} undo={undo} />}
    </Drawer>
  );
}

function LineDetail({ line, detail, undo }: { readonly line: Line } & Pick<Props, "detail" | "undo">) {
  const { imports } = useWords();
  const { name, beside } = nameOfLine(line, detail);
  const isPlan = detail.state === "planned";
  const wroteBesides = Array.isArray(line.besides) && line.besides.length > 0;
  const wasWritten = line.outcome === "created" || line.outcome === "updated" || wroteBesides;
  return (
    <Stack gap="md">
      <div>
        <Group gap={8}>
          <span className={outcomes.dot} data-outcome={line.outcome} />
          <Text size="sm">{(isPlan ? imports.planned : imports.outcomes)[line.outcome]}</Text>
        </Group>
        <Title order={2} mt={4}>
          {name}
        </Title>
        {beside !== "" && (
          <Text size="sm" c="dimmed">
            {beside}
          </Text>
        )}
      </div>
      <Group gap="xs">
        <ObjectLink line={line} />
        {undo !== null && wasWritten && (
          <Button variant="default" leftSection={<Icon name="undo" size={14} />} onClick={() => undo(line.line)}>
            {imports.undoLine}
          </Button>
        )}
      </Group>
      {typeof line.mendedBy === "string" && (
        <Text size="sm">
          {imports.mendedBy}{" "}
          <TextLink to="/imports/$id" params={{ id: line.mendedBy }}>
            {imports.seeImport}
          </TextLink>
        </Text>
      )}
      {line.problems.map((problem) => (
        <div key={`${problem.code} ${problem.column}`} className={classes.problem} data-severity={problem.severity}>
          <Text size="sm" fw={600}>
            {problem.message}
          </Text>
          <Text size="sm">{problem.fix}</Text>
        </div>
      ))}
      <LineTables line={line} detail={detail} />
    </Stack>
  );
}

function ObjectLink({ line }: { readonly line: Line }) {
  const { imports } = useWords();
  const found = objectIn(line);
  if (found?.object === "contact")
    return (
      <ButtonLink to="/contacts/$id" params={{ id: found.id }} variant="light">
        {imports.openContact}
      </ButtonLink>
    );
  if (found?.object === "account")
    return (
      <ButtonLink to="/accounts/$id" params={{ id: found.id }} variant="light">
        {imports.openAccount}
      </ButtonLink>
    );
  if (found?.object === "opportunity")
    return (
      <ButtonLink to="/opportunities" variant="light">
        {imports.openOpportunity}
      </ButtonLink>
    );
  return null;
}
