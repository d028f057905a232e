/** Whether an import makes contacts, updates them, or both; unasked where the policy leaves one way only. */
import { Input, SegmentedControl, Stack, Text } from "@mantine/core";
import { useId } from "react";
import type { ImportMode, Policy } from "../../src/core/policy/policy.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./mode-choice.module.css";

type Props = {
  readonly modes: Policy["modes"];
  readonly mode: ImportMode;
  readonly choose: (mode: ImportMode) => void;
};

export function ModeChoice({ modes, mode, choose }: Props) {
  const { importFile } = useWords();
  const id = useId();
  if (modes.length < 2) return null;
  return (
    <Stack gap={4}>
      <Input.Label component="div" size="xs" id={id}>
        {importFile.modeIs}
      </Input.Label>
      <SegmentedControl
        aria-labelledby={id}
        size="xs"
        fullWidth
        classNames={{ control: classes.one ?? "", label: classes.mode ?? "" }}
        value={mode}
        data={modes.map((value) => ({ value, label: importFile.mode[value] }))}
        onChange={(value) => choose(value as ImportMode)}
      />
      <Text size="xs" c="dimmed">
        {importFile.modeSays[mode]}
      </Text>
    </Stack>
  );
}
