/** The history of imports: who imported what when, and what became of its lines. */
import { Box, Button, Center, Group, Loader, Table, Text } from "@mantine/core";
import { listImports } from "../api/endpoints/imports.ts";
import { usePages } from "../api/use-pages.ts";
import { ButtonLink } from "../app/button-link.tsx";
import { Icon } from "../app/icon.tsx";
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { TextLink } from "../app/text-link.tsx";
import { useLabel, useWorkspace } from "../app/workspace-context.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { type ImportSummary, isAtWork, summaryOf } from "./import-detail.ts";
import classes from "./imports-page.module.css";
import { linesText } from "./lines-text.ts";
import { OutcomeBar } from "./outcome-bar.tsx";
import { OutcomeNumbers } from "./outcome-numbers.tsx";
import { StateBadge } from "./state-badge.tsx";

/** Milliseconds after which the history is asked for again while an import runs, and while none does. */
const LIVE_MS = 1_500;
const QUIET_MS = 20_000;
const PAGE = 50;

export function ImportsPage() {
  const { imports, empty, shell } = useWords();
  const label = useLabel();
  const format = useFormat();
  const { may } = useWorkspace();
  const found = usePages(
    listImports,
    { query: { limit: PAGE } },
    { every: (pages) => (pages.some(({ items }) => items.some(isAtWork)) ? LIVE_MS : QUIET_MS) },
  );
  const { items, isLoaded, error, hasMore } = found;
  const begin = may("import") && (
    <ButtonLink to="/import" leftSection={<Icon name="imports" size={14} />}>
      {imports.importFile}
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        title={label("history", shell.imports)}
        note={items.length > 0 ? imports.count(items.length, format.number(items.length), hasMore) : undefined}
      >
        {items.length > 0 && begin}
      </PageHead>
      {error !== null && !isLoaded && <RefusalNotice error={error} retry={found.again} />}
      {!isLoaded && error === null && (
        <Center p="xl">
          <Loader size="sm" />
        </Center>
      )}
      {isLoaded && items.length === 0 && (
        <NothingYet icon="imports" title={empty.imports} text={empty.importsText}>
          {begin}
        </NothingYet>
      )}
      {items.length > 0 && (
        <Box className={classes.body ?? ""}>
          <ImportsTable items={items.map(summaryOf)} />
          {hasMore && (
            <Button variant="default" mt="md" onClick={found.more} loading={found.isFetchingMore}>
              {imports.more}
            </Button>
          )}
        </Box>
      )}
    </>
  );
}

function ImportsTable({ items }: { readonly items: readonly ImportSummary[] }) {
  const { imports } = useWords();
  return (
    <Table verticalSpacing={8} horizontalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{imports.file}</Table.Th>
          <Table.Th visibleFrom="sm">{imports.result}</Table.Th>
          <Table.Th visibleFrom="sm">{imports.state}</Table.Th>
          <Table.Th visibleFrom="md">{imports.by}</Table.Th>
          <Table.Th visibleFrom="sm">{imports.at}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <ImportRow key={item.import} item={item} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

const NO_BREAK = "\u00a0";

function ImportRow({ item }: { readonly item: ImportSummary }) {
  const { imports } = useWords();
  const format = useFormat();
  const { object, mode, outcomes, file, by, at, state } = item;
  const lines = linesText(item, imports, format.number).replaceAll(" ", NO_BREAK);
  const what = [imports.objects[object] ?? object, imports.modes[mode] ?? mode, lines];
  const result = (
    <>
      <OutcomeBar outcomes={outcomes} total={item.total ?? null} />
      <Box mt={4}>
        <OutcomeNumbers outcomes={outcomes} state={state} />
      </Box>
    </>
  );
  return (
    <Table.Tr className={classes.row ?? ""}>
      <Table.Td className={classes.cut ?? ""}>
        <TextLink className={classes.file ?? ""} to="/imports/$id" params={{ id: item.import }} size="sm">
          {file}
        </TextLink>
        <Text size="xs" c="dimmed">
          {what.join(" · ")}
        </Text>
        <Group hiddenFrom="sm" gap={8} mt={2} wrap="nowrap">
          <StateBadge state={state} waits={item.waits} />
          <Text size="xs" c="dimmed" truncate>
            {`${by} · ${format.ago(at)}`}
          </Text>
        </Group>
        <Box hiddenFrom="sm" mt={6}>
          {result}
        </Box>
      </Table.Td>
      <Table.Td className={classes.result ?? ""} visibleFrom="sm">
        {result}
      </Table.Td>
      <Table.Td className={classes.plain ?? ""} visibleFrom="sm">
        <StateBadge state={state} waits={item.waits} />
      </Table.Td>
      <Table.Td visibleFrom="md">
        <Text size="sm" truncate maw={200}>
          {by}
        </Text>
      </Table.Td>
      <Table.Td className={classes.plain ?? ""} visibleFrom="sm">
        <time dateTime={at} title={format.moment(at)}>
          {format.ago(at)}
        </time>
      </Table.Td>
    </Table.Tr>
  );
}
