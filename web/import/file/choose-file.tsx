/** The first step before there is a file: what it should hold, and the ways to hand it over. */
import { Alert, Anchor, Button, Group, Progress, Stack, Text, Title } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import "@mantine/dropzone/styles.css";
import { useWindowEvent } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { Icon } from "../../app/icon.tsx";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useLabel } from "../../app/workspace-context.ts";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { takeFile } from "../handed-file.ts";
import type { Said } from "../said.ts";
import { usePolicy } from "../use-policy.ts";
import { useSteps } from "../use-steps.ts";
import { WizardFrame } from "../wizard-frame.tsx";
import classes from "./choose-file.module.css";
import { ExpectedColumns } from "./expected-columns.tsx";
import { pastedFile } from "./pasted-file.ts";
import { useUpload } from "./use-upload.ts";
import { WhatToImport } from "./what-to-import.tsx";

export function ChooseFile({ said }: { readonly said: Said }) {
  const { importFile } = useWords();
  const { say, go } = useSteps();
  const policy = usePolicy();
  const { sending, send, stop } = useUpload((id) => void go({ id, step: "file", said }));
  useHanded(send);
  useWindowEvent("paste", (event) => {
    if (event.target instanceof HTMLInputElement || event.clipboardData === null) return;
    const file = pastedFile(event.clipboardData);
    if (file !== null) send(file);
  });
  const take = ([file]: readonly File[]): void => {
    if (file !== undefined) send(file);
  };
  if (policy && !policy.enabled)
    return (
      <WizardFrame step="file">
        <Alert color="yellow" icon={<Icon name="warning" />} title={importFile.off} role="alert">
          {importFile.offFix}
        </Alert>
      </WizardFrame>
    );
  return (
    <WizardFrame step="file">
      <Dropzone.FullScreen withinPortal={false} active={sending.is !== "sending"} onDrop={take}>
        <Group justify="center" mih={220} className={classes.through ?? ""}>
          <Title order={2}>{importFile.dropAnywhere}</Title>
        </Group>
      </Dropzone.FullScreen>
      <div className={classes.columns}>
        <Stack gap="md" miw={0}>
          {policy && <WhatToImport said={said} policy={policy} say={say} />}
          {sending.is === "refused" && <RefusalNotice error={sending.error} />}
          {sending.is === "sending" ? (
            <Sending name={sending.name} share={sending.share} stop={stop} />
          ) : (
            <FileZone take={take} formats={policy?.formats ?? []} />
          )}
        </Stack>
        <ExpectedColumns said={said} policy={policy} />
      </div>
    </WizardFrame>
  );
}

/** A file that was dropped on another page is sent at once. */
function useHanded(send: (file: File) => void): void {
  const isTaken = useRef(false);
  useEffect(() => {
    if (isTaken.current) return;
    isTaken.current = true;
    const file = takeFile();
    if (file !== null) send(file);
  });
}

type ZoneProps = { readonly take: (files: readonly File[]) => void; readonly formats: readonly string[] };

function FileZone({ take, formats }: ZoneProps) {
  const { importFile } = useWords();
  const label = useLabel();
  const open = useRef<() => void>(null);
  const known = formats.filter((format) => Object.hasOwn(importFile.format, format));
  return (
    <Dropzone
      onDrop={take}
      openRef={open}
      multiple={false}
      activateOnKeyboard={false}
      activateOnClick={false}
      enablePointerEvents
      tabIndex={-1}
      inputProps={{ "aria-label": importFile.step.file }}
      className={classes.zone ?? ""}
    >
      <Stack align="center" gap={6}>
        <span className={classes.icon}>
          <Icon name="imports" size={24} />
        </span>
        <Title order={2}>{label("dropZone", importFile.drop)}</Title>
        <Text size="sm" c="dimmed" ta="center">
          {importFile.orPaste}
        </Text>
        <Button mt={6} size="sm" onClick={() => open.current?.()}>
          {importFile.pick}
        </Button>
        <Text size="xs" c="dimmed" mt={6} ta="center">
          {known.map((format) => importFile.format[format as keyof typeof importFile.format]).join(" · ")}
        </Text>
      </Stack>
    </Dropzone>
  );
}

type SendingProps = { readonly name: string; readonly share: number; readonly stop: () => void };

function Sending({ name, share, stop }: SendingProps) {
  const { importFile } = useWords();
  const format = useFormat();
  return (
    <Stack gap="xs" className={classes.sending ?? ""} aria-live="polite">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" truncate>
          {importFile.sending(name)}
        </Text>
        <Text size="sm" c="dimmed" className={classes.share ?? ""}>
          {format.percent(share)}
        </Text>
      </Group>
      <Progress value={share * 100} aria-label={importFile.sending(name)} />
      <Anchor component="button" type="button" size="sm" onClick={stop} ta="left">
        {importFile.stop}
      </Anchor>
    </Stack>
  );
}
