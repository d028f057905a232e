/** Who is to own the contacts: a member, or nobody. */
import { Button, Select, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { listMembers } from "../api/endpoints/workspaces.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ContactChange } from "./bulk-change.ts";

/** No address is empty. */
const NOBODY = "";

export default function OwnerForm({ onApply }: { readonly onApply: (change: ContactChange) => void }) {
  const { bulk } = useWords();
  const members = useAnswer(listMembers, {}).data?.items ?? [];
  const [owner, setOwner] = useState<string | null>(null);
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (owner !== null) onApply({ do: "set_owner", owner: owner === NOBODY ? null : owner });
      }}
    >
      <Stack gap="xs">
        <Select
          label={bulk.owner}
          data={[
            ...members.map(({ name, email }) => ({
              value: email,
              label: name === email ? email : `${name} · ${email}`,
            })),
            { value: NOBODY, label: bulk.nobody },
          ]}
          value={owner}
          onChange={setOwner}
          searchable
          data-autofocus
          comboboxProps={{ withinPortal: false }}
        />
        <Button type="submit" disabled={owner === null}>
          {bulk.setOwner}
        </Button>
      </Stack>
    </form>
  );
}
