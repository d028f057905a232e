/** What the lines of the file are, and what is to be done with them. */
import { Group, Input, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { useId } from "react";
import type { ImportMode, Policy } from "../../../src/core/policy/policy.ts";
import { useWords } from "../../words/words-provider.tsx";
import { type Said, saidAnew } from "../said.ts";

type Props = { readonly said: Said; readonly policy: Policy; readonly say: (said: Said) => void };

const CONTACTS = "contacts";

export const modeIn = (said: Said, { modes }: Pick<Policy, "modes">): ImportMode =>
  said.mode ?? (modes.includes("both") ? "both" : (modes[0] ?? "both"));

export function WhatToImport({ said, policy, say }: Props) {
  const { importFile } = useWords();
  const id = useId();
  const mode = modeIn(said, policy);
  return (
    <Group gap="lg" align="flex-start">
      <Select
        label={importFile.linesAre}
        w={220}
        data={objectsUnder(policy).map((value) => ({ value, label: importFile.object[value] ?? value }))}
        value={said.object ?? CONTACTS}
        allowDeselect={false}
        onChange={(object) => say(saidAnew(said, { object: object === CONTACTS ? undefined : (object ?? undefined) }))}
      />
      {policy.modes.length > 1 && (
        <Stack gap={4}>
          <Input.Label component="div" size="xs" id={id}>
            {importFile.modeIs}
          </Input.Label>
          <SegmentedControl
            aria-labelledby={id}
            size="xs"
            value={mode}
            data={policy.modes.map((value) => ({ value, label: importFile.mode[value] }))}
            onChange={(value) => say(saidAnew(said, { mode: value as ImportMode }))}
          />
          <Text size="xs" c="dimmed">
            {importFile.modeSays[mode]}
          </Text>
        </Stack>
      )}
    </Group>
  );
}

function objectsUnder({ opportunities }: Policy): readonly string[] {
  const own = [CONTACTS, "accounts"];
  if (opportunities === "off") return own;
  return [...own, "opportunities", ...(opportunities === "on" ? ["contacts,opportunities"] : []), "pipelines"];
}
