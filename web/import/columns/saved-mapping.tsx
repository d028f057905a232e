/** A mapping that was remembered under a name, to be used again; and a name for this one. */
import { Group, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { listMappings } from "../../api/endpoints/fields.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWorkspace } from "../../app/workspace-context.ts";
import { useWords } from "../../words/words-provider.tsx";
import { type Said, saidAnew } from "../said.ts";

type Props = { readonly said: Said; readonly say: (said: Said) => void };

export function SavedMapping({ said, say }: Props) {
  const { importColumns } = useWords();
  const { may } = useWorkspace();
  const mappings = useAnswer(listMappings, {}, { enabled: may("read") }).data?.items ?? [];
  const names = mappings.flatMap(({ name }) => (name === null ? [] : [name]));
  if (!may("read")) return null;
  return (
    <Group gap="md" align="flex-end">
      {names.length > 0 && (
        <Select
          label={importColumns.savedMapping}
          placeholder={importColumns.noSaved}
          w={240}
          searchable
          clearable
          data={[...new Set(names)]}
          value={said.mapping ?? null}
          // What was said of single columns was said of the former mapping.
          onChange={(name) => say(saidAnew(said, { mapping: name ?? undefined, map: undefined }))}
        />
      )}
      <NameToSave
        name={said.saveMapping ?? ""}
        set={(name) => say(saidAnew(said, { saveMapping: name || undefined }))}
      />
    </Group>
  );
}

type NameProps = { readonly name: string; readonly set: (name: string) => void };

function NameToSave({ name, set }: NameProps) {
  const { importColumns } = useWords();
  const [text, setText] = useState(name);
  return (
    <TextInput
      label={importColumns.saveMapping}
      placeholder={importColumns.saveMappingHint}
      w={240}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => text !== name && set(text.trim())}
    />
  );
}
