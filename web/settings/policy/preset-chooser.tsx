/** The presets with what each is for and which sentences it would change. */
import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { listPresets } from "../../api/endpoints/workspaces.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Dialog } from "../../app/dialog.tsx";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useWords } from "../../words/words-provider.tsx";
import classes from "./policy.module.css";
import { type PolicyEntry, sentenceOf } from "./policy-entry.ts";
import { usePolicyChange } from "./use-policy-change.tsx";
import { useValueWords } from "./use-value-words.ts";

type Props = {
  /** Id. */
  readonly followed: string;
  readonly entries: readonly PolicyEntry[];
  readonly close: () => void;
};

export function PresetChooser({ followed, entries, close }: Props) {
  const { policy } = useWords().settings;
  const presets = useAnswer(listPresets, {});
  const change = usePolicyChange();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Dialog onClose={close} size="lg" title={policy.presets}>
      <Text size="sm" c="dimmed" mb="sm">
        {policy.presetsSay}
      </Text>
      {change.error && <RefusalNotice error={change.error} />}
      <Stack gap="xs">
        {presets.data?.items.map(({ id, name, says, texts }) => {
          const different = entries.filter(({ key, text }) => texts[key] !== undefined && texts[key] !== text);
          return (
            <div key={id} className={classes.preset}>
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <div>
                  <Group gap="xs">
                    <Text size="sm" fw={600}>
                      {name}
                    </Text>
                    {id === followed && <Badge>{policy.present}</Badge>}
                  </Group>
                  <Text size="xs" c="dimmed">
                    {says}
                  </Text>
                </div>
                {(id !== followed || different.length > 0) && (
                  <Button
                    variant={open === id ? "filled" : "default"}
                    loading={change.isPending && open === id}
                    onClick={() =>
                      open === id ? change.mutate({ body: { preset: id } }, { onSuccess: close }) : setOpen(id)
                    }
                  >
                    {policy.follow(name)}
                  </Button>
                )}
              </Group>
              {open === id && <WouldChange entries={different} texts={texts} />}
            </div>
          );
        })}
      </Stack>
    </Dialog>
  );
}

type Different = { readonly entries: readonly PolicyEntry[]; readonly texts: Readonly<Record<string, string>> };

function WouldChange({ entries, texts }: Different) {
  const all = useWords();
  const words = useValueWords();
  return (
    <>
      <Text size="xs" mt="xs">
        {all.settings.policy.wouldChange(entries.length)}
      </Text>
      <ul className={classes.change}>
        {entries.map((entry) => (
          <li key={entry.key}>
            {sentenceOf(all, entry).lead} <span className={classes.from}>{words.whole(entry, entry.text)}</span>{" "}
            <strong>{words.whole(entry, texts[entry.key] ?? "")}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}
