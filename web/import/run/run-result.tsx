/** What became of an import: its ledger, its problems, and what to do next. */
import { Anchor, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { changesSomething } from "../../../src/core/plan/outcome.ts";
import { errorsFile } from "../../api/endpoints/imports.ts";
import { DownloadAnchor } from "../../app/download-anchor.tsx";
import { Icon } from "../../app/icon.tsx";
import { useWorkspace } from "../../app/workspace-context.ts";
import { PartNumbers } from "../../imports/part-numbers.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { countedAs } from "../counted-as.ts";
import type { ShownImport } from "../planned-import.ts";
import { Ledger } from "./ledger.tsx";
import { ProblemCounts } from "./problem-counts.tsx";
import classes from "./run.module.css";

export function RunResult({ shown }: { readonly shown: ShownImport }) {
  const { importRun } = useWords();
  const { number } = useFormat();
  const { outcomes, seconds, object } = shown;
  const { created } = outcomes;
  const madeAccounts = shown.accounts?.created ?? 0;
  const written = created + outcomes.updated;
  const counts = countedAs(outcomes, object);
  const made = counts === object || created === 0 ? null : importRun.made(created, number(created), object);
  return (
    <Stack gap="lg" className={classes.page ?? ""}>
      <Stack gap={2} role="status">
        <Title order={2}>
          {shown.state === "done"
            ? written === 0 && changesSomething(shown)
              ? importRun.endedAccounts
              : importRun.ended(written, number(written), { object: counts, made })
            : shown.state === "cancelled" && !changesSomething(shown)
              ? importRun.discarded
              : (importRun.state[shown.state] ?? shown.state)}
        </Title>
        {shown.state === "done" && madeAccounts > 0 && (
          <Text size="sm">{importRun.madeAccounts(madeAccounts, number(madeAccounts))}</Text>
        )}
        <PartNumbers parts={shown.parts} isPlan={false} />
        {seconds !== null && (
          <Text size="sm" c="dimmed">
            {seconds < 1 ? importRun.tookNoTime : importRun.took(number(Math.round(seconds * 10) / 10))}
          </Text>
        )}
      </Stack>
      <Ledger outcomes={outcomes} lines={shown.lines} />
      <NextSteps shown={shown} />
      <ProblemCounts shown={shown} />
    </Stack>
  );
}

function NextSteps({ shown }: { readonly shown: ShownImport }) {
  const { importRun } = useWords();
  const { may } = useWorkspace();
  const { number } = useFormat();
  const { import: id, outcomes, object } = shown;
  if (!may("read") && outcomes.failed === 0) return null;
  return (
    <ul className={classes.next} aria-label={importRun.next}>
      {outcomes.failed > 0 && (
        <li>
          <Icon name="download" />
          <span>
            <DownloadAnchor size="sm" of={errorsFile} asked={{ params: { id }, query: {} }}>
              {importRun.errorLines(outcomes.failed, number(outcomes.failed))}
            </DownloadAnchor>
            <Text size="xs" c="dimmed">
              {importRun.errorLinesFix(outcomes.failed)}
            </Text>
          </span>
        </li>
      )}
      {may("read") && object.startsWith("contacts") && outcomes.created > 0 && (
        <li>
          <Icon name="merge" />
          <span>
            <Anchor size="sm" component={Link} to="/contacts/duplicates" search={{ import: id } as never}>
              {importRun.duplicates}
            </Anchor>
            <Text size="xs" c="dimmed">
              {importRun.duplicatesText}
            </Text>
          </span>
        </li>
      )}
      {may("read") && (
        <li>
          <Icon name="undo" />
          <span>
            <Anchor size="sm" component={Link} to="/imports/$id" params={{ id } as never}>
              {may("undo") ? importRun.undo : importRun.details}
            </Anchor>
            <Text size="xs" c="dimmed">
              {importRun.undoText}
            </Text>
          </span>
        </li>
      )}
    </ul>
  );
}
