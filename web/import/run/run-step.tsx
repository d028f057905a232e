/** The last step: the import at work, and what became of it. One may leave at any time; it goes on. */
import { Alert, Button, Text } from "@mantine/core";
import { Link, Navigate } from "@tanstack/react-router";
import { cancelImport, listImports, resumeImport, showImport } from "../../api/endpoints/imports.ts";
import { useChange } from "../../api/use-answer.ts";
import { Icon } from "../../app/icon.tsx";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useWorkspace } from "../../app/workspace-context.ts";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { ShownImport } from "../planned-import.ts";
import { TableRefusal } from "../table-refusal.tsx";
import { useImport } from "../use-import.ts";
import { useProgress } from "../use-progress.ts";
import { WizardFrame } from "../wizard-frame.tsx";
import { RunProgress } from "./run-progress.tsx";
import { RunResult } from "./run-result.tsx";

/** Milliseconds: should the events of its progress not come through. */
const LOOK_EVERY_MS = 4000;
const ENDED = ["done", "cancelled", "refused", "undoing", "undone"];
/** An undo is not at its end. */
const lookAgain = (shown: ShownImport | undefined): number | false =>
  shown === undefined || shown.state === "undoing" || !ENDED.includes(shown.state) ? LOOK_EVERY_MS : false;

export function RunStep({ id }: { readonly id: string }) {
  const { importRun, importFile } = useWords();
  const { may } = useWorkspace();
  const format = useFormat();
  const { shown, error, refetch } = useImport(id, lookAgain);
  const isAtWork = shown !== undefined && !ENDED.includes(shown.state);
  const progress = useProgress(id, isAtWork && shown.state !== "interrupted");
  if (shown?.state === "received" && progress?.state === "received")
    return <Navigate to="/import/$id/$step" params={{ id, step: "check" }} replace />;
  const note = shown && `${shown.file} · ${importFile.bytes(shown.bytes, format.number)}`;
  return (
    <WizardFrame
      step="run"
      note={note}
      actions={shown && <Actions shown={shown} isAtWork={isAtWork} />}
      hint={isAtWork ? (may("read") ? importRun.leave : importRun.goesOn) : undefined}
    >
      {error && <RefusalNotice error={error} retry={() => void refetch()} />}
      {shown?.problem && <TableRefusal refusal={shown.problem} />}
      {shown?.state === "interrupted" && (
        <Alert color="yellow" icon={<Icon name="warning" />} title={importRun.interrupted} maw={760} mb="md">
          <Text size="sm">{importRun.interruptedFix}</Text>
        </Alert>
      )}
      {shown && isAtWork && <RunProgress shown={shown} progress={progress} />}
      {shown && !isAtWork && shown.state !== "refused" && <RunResult shown={shown} />}
    </WizardFrame>
  );
}

function Actions({ shown, isAtWork }: { readonly shown: ShownImport; readonly isAtWork: boolean }) {
  const { importRun } = useWords();
  const { may } = useWorkspace();
  const touches = [showImport, listImports];
  const cancelled = useChange(cancelImport, { touches });
  const resumed = useChange(resumeImport, { touches });
  const { import: id, state } = shown;
  if (isAtWork)
    return (
      <>
        {state === "interrupted" && (
          <Button loading={resumed.isPending} onClick={() => resumed.mutate({ params: { id } })}>
            {importRun.resume}
          </Button>
        )}
        <Button
          variant="default"
          disabled={state !== "running" && state !== "interrupted"}
          loading={cancelled.isPending || cancelled.isSuccess}
          onClick={() => cancelled.mutate({ params: { id } })}
        >
          {importRun.cancel}
        </Button>
        {may("read") && (
          <Button component={Link} to="/contacts" variant="default">
            {importRun.toContacts}
          </Button>
        )}
      </>
    );
  return (
    <>
      <Button component={Link} to="/import" variant="default">
        {importRun.another}
      </Button>
      {may("read") && shown.object.includes(",") && (
        <Button component={Link} to="/opportunities" variant="default">
          {importRun.see["/opportunities"]}
        </Button>
      )}
      {may("read") && (
        <Button component={Link} to={listOf(shown.object)} search={ofImport(shown) as never}>
          {importRun.see[listOf(shown.object)] ?? importRun.toContacts}
        </Button>
      )}
    </>
  );
}

/** Contacts can be filtered by the import that made or changed them. */
const ofImport = ({ import: id, object, outcomes, state }: ShownImport): { readonly filter?: readonly string[] } =>
  object.startsWith("contacts") && state !== "undone" && outcomes.created + outcomes.updated > 0
    ? { filter: [`import=${id}`] }
    : {};

const listOf = (object: string): "/contacts" | "/accounts" | "/opportunities" =>
  object === "accounts"
    ? "/accounts"
    : object === "opportunities" || object === "pipelines"
      ? "/opportunities"
      : "/contacts";
