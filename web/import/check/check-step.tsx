/** The third step: what the import would do, line by line, before anything is written. */
import { Alert, Button, Checkbox, Progress, Stack, Text } from "@mantine/core";
import { Navigate } from "@tanstack/react-router";
import { useState } from "react";
import { changesSomething } from "../../../src/core/plan/outcome.ts";
import { awaitsDisclaimer } from "../../../src/core/policy/awaits-disclaimer.ts";
import { DISCLAIMER } from "../../../src/core/policy/disclaimer-text.ts";
import { changeImport, listLines, showImport } from "../../api/endpoints/imports.ts";
import { useChange } from "../../api/use-answer.ts";
import { Icon } from "../../app/icon.tsx";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { countedAs } from "../counted-as.ts";
import { PLAN_SECONDS, type ShownImport } from "../planned-import.ts";
import { TableRefusal } from "../table-refusal.tsx";
import { useDiscard } from "../use-discard.ts";
import { useImport } from "../use-import.ts";
import { useProgress } from "../use-progress.ts";
import { useSteps } from "../use-steps.ts";
import { WizardFrame } from "../wizard-frame.tsx";
import classes from "./check-step.module.css";
import { PlanView } from "./plan-view.tsx";
import { useStart } from "./use-start.ts";

/** Milliseconds: should the events of its progress not come through. */
const LOOK_EVERY_MS = 4000;

export function CheckStep({ id }: { readonly id: string }) {
  const { importCheck, importFile } = useWords();
  const format = useFormat();
  const { restart } = useSteps();
  const [isPlanning, setIsPlanning] = useState(true);
  const { shown, error, refetch } = useImport(id, isPlanning ? LOOK_EVERY_MS : false);
  if (shown && (shown.state === "received") !== isPlanning) setIsPlanning(shown.state === "received");
  const progress = useProgress(id, isPlanning);
  if (shown && !["received", "planned", "refused"].includes(shown.state))
    return <Navigate to="/import/$id/$step" params={{ id, step: "run" }} replace />;
  const note = shown && `${shown.file} · ${importFile.bytes(shown.bytes, format.number)}`;
  if (shown?.state === "planned") return <PlannedStep shown={shown} note={note ?? ""} />;
  return (
    <WizardFrame
      step="check"
      note={note}
      links={{ file: { id }, columns: { id } }}
      actions={shown?.problem && <Button onClick={() => restart({})}>{importFile.another}</Button>}
    >
      {error && <RefusalNotice error={error} retry={() => void refetch()} />}
      {shown?.problem && <TableRefusal refusal={shown.problem} />}
      {!shown?.problem && !error && (
        <Stack gap="xs" className={classes.planning ?? ""} aria-live="polite">
          <Text fw={550}>{importCheck.planning}</Text>
          <Progress
            aria-label={importCheck.planning}
            value={progress?.total ? (100 * progress.lines) / progress.total : 100}
            animated={!progress?.total}
          />
          <Text size="sm" c="dimmed" className={classes.numbers ?? ""}>
            {progress ? importCheck.read(format.number(progress.lines)) : " "}
          </Text>
          <Text size="sm" c="dimmed">
            {importCheck.nothingYet}
          </Text>
        </Stack>
      )}
    </WizardFrame>
  );
}

type PlannedProps = { readonly shown: ShownImport; readonly note: string };

function PlannedStep({ shown, note }: PlannedProps) {
  const { importCheck, shell } = useWords();
  const { go, restart } = useSteps();
  const [isAccepted, setIsAccepted] = useState(false);
  const [isFixing, setIsFixing] = useState(false);
  const id = shown.import;
  const started = useStart(shown);
  const { discard, isPending } = useDiscard(id, { onDone: () => restart({}) });
  // What lines fail for may have been put right elsewhere: a pipeline that was missing, a member, a field's options.
  const again = useChange(changeImport, { touches: [showImport, listLines] });
  const asksToAccept = awaitsDisclaimer(shown);
  const changesNothing = !changesSomething(shown);
  const start = async (): Promise<void> => {
    await started.start(asksToAccept ? { acceptDisclaimer: isAccepted } : {});
    await go({ id, step: "run" });
  };
  return (
    <WizardFrame
      step="check"
      isFilling
      note={note}
      links={{ file: { id }, columns: { id } }}
      hint={
        changesNothing ? (
          importCheck.willDoNothing
        ) : asksToAccept ? (
          <Checkbox
            size="xs"
            checked={isAccepted}
            onChange={(event) => setIsAccepted(event.currentTarget.checked)}
            label={<span lang="en">{DISCLAIMER}</span>}
          />
        ) : (
          <WillDo shown={shown} />
        )
      }
      actions={
        <>
          <Button variant="default" onClick={() => void go({ id, step: "columns" })}>
            {shell.back}
          </Button>
          {shown.outcomes.failed > 0 && (
            <Button
              variant="default"
              title={importCheck.checkAgainHint}
              loading={again.isPending}
              onClick={() => again.mutate({ params: { id }, query: { wait: PLAN_SECONDS }, body: {} })}
            >
              {importCheck.checkAgain}
            </Button>
          )}
          {changesNothing ? (
            <Button variant="default" loading={isPending || isFixing} onClick={discard}>
              {importCheck.discard}
            </Button>
          ) : (
            <Button
              loading={started.isPending || isFixing}
              disabled={asksToAccept && !isAccepted}
              onClick={() => void start().catch(() => undefined)}
            >
              <StartWords shown={shown} />
            </Button>
          )}
        </>
      }
    >
      {started.isOutdated && (
        <Alert color="yellow" icon={<Icon name="warning" />} title={importCheck.changedMeanwhile} role="alert" m="md">
          <Text size="sm">{importCheck.changedMeanwhileFix}</Text>
        </Alert>
      )}
      {started.error && <RefusalNotice error={started.error} />}
      <PlanView shown={shown} onFixing={setIsFixing} />
    </WizardFrame>
  );
}

type Shown = Pick<PlannedProps, "shown">;

function WillDo({ shown: { outcomes, accounts } }: Shown) {
  const { importCheck } = useWords();
  const { number } = useFormat();
  const [created, updated] = [number(outcomes.created), number(outcomes.updated)];
  if (outcomes.created + outcomes.updated > 0 || accounts === undefined)
    return importCheck.willDo({ created, updated });
  return importCheck.willDoAccounts({ created: number(accounts.created), changed: number(accounts.changed) });
}

function StartWords({ shown: { outcomes, object } }: Shown) {
  const { importCheck } = useWords();
  const { number } = useFormat();
  const written = outcomes.created + outcomes.updated;
  return written === 0 ? importCheck.goAccounts : importCheck.go(written, number(written), countedAs(outcomes, object));
}
