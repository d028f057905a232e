/** Which tags to give, or take away. */
import { Button, Group, Stack, TagsInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { listTags } from "../api/endpoints/fields.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ContactChange } from "./bulk-change.ts";

const MOST_SUGGESTED = 50;

export default function TagsForm({ onApply }: { readonly onApply: (change: ContactChange) => void }) {
  const { bulk } = useWords();
  const known = useAnswer(listTags, {}).data?.items.map(({ tag }) => tag) ?? [];
  const [tags, setTags] = useState<string[]>([]);
  const [typed, setTyped] = useState("");
  const isSuggested = known.some((tag) => tag.toLowerCase().includes(typed.trim().toLowerCase()));
  const wanted = [...tags, typed.trim()].filter(Boolean);
  const apply = (kind: "add_tags" | "remove_tags"): void => {
    if (wanted.length > 0) onApply({ do: kind, tags: wanted });
  };
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        apply("add_tags");
      }}
    >
      <Stack gap="xs">
        <TagsInput
          label={bulk.tags}
          placeholder={bulk.tagsHint}
          data={known}
          limit={MOST_SUGGESTED}
          value={tags}
          onChange={setTags}
          searchValue={typed}
          onSearchChange={setTyped}
          // It would lie over the buttons while nothing is typed.
          dropdownOpened={typed.trim() !== "" && isSuggested}
          data-autofocus
          comboboxProps={{ withinPortal: false }}
        />
        <Group gap="xs" grow>
          <Button type="submit" disabled={wanted.length === 0}>
            {bulk.addTags}
          </Button>
          <Button variant="default" disabled={wanted.length === 0} onClick={() => apply("remove_tags")}>
            {bulk.removeTags}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
