/** What the lines of the file are, and what is to be done with them. */
import { Group, Select } from "@mantine/core";
import type { ImportMode, Policy } from "../../../src/core/policy/policy.ts";
import { useWords } from "../../words/words-provider.tsx";
import { ModeChoice } from "../mode-choice.tsx";
import { type Said, saidAnew, saidMode } from "../said.ts";

type Props = { readonly said: Said; readonly policy: Policy; readonly say: (said: Said) => void };

const CONTACTS = "contacts";

export const modeIn = (said: Said, { modes }: Pick<Policy, "modes">): ImportMode =>
  said.mode ?? (modes.includes("both") ? "both" : (modes[0] ?? "both"));

export function WhatToImport({ said, policy, say }: Props) {
  const { importFile } = useWords();
  const mode = modeIn(said, policy);
  return (
    <Group gap="lg" align="flex-start">
      <Select
        label={importFile.linesAre}
        w={220}
        data={objectsUnder(policy).map((value) => ({ value, label: importFile.object[value] ?? value }))}
        value={said.object ?? CONTACTS}
        allowDeselect={false}
        onChange={(object) => say(saidAnew(said, { object: object ?? undefined }))}
      />
      <ModeChoice modes={policy.modes} mode={mode} choose={(chosen) => say(saidMode(said, chosen))} />
    </Group>
  );
}

function objectsUnder({ opportunities }: Policy): readonly string[] {
  const own = [CONTACTS, "accounts"];
  if (opportunities === "off") return own;
  return [...own, "opportunities", ...(opportunities === "on" ? ["contacts,opportunities"] : []), "pipelines"];
}
