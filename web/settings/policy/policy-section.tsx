/** The policy in sentences, each with its choice inside; the preset that it follows; and its history. */
import { Button, Checkbox, Group, Loader, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { listPolicyKeys, listPresets, showPolicy } from "../../api/endpoints/workspaces.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useWorkspace } from "../../app/workspace-context.ts";
import { useWords } from "../../words/words-provider.tsx";
import { SectionHead } from "../section-head.tsx";
import classes from "./policy.module.css";
import type { PolicyEntry } from "./policy-entry.ts";
import { POLICY_GROUPS } from "./policy-groups.ts";
import { PolicyHistory } from "./policy-history.tsx";
import { PolicyLine } from "./policy-line.tsx";
import { PresetChooser } from "./preset-chooser.tsx";
import { usePolicyChange } from "./use-policy-change.tsx";
import { useValueWords } from "./use-value-words.ts";

export default function PolicySection() {
  const { settings } = useWords();
  const { may } = useWorkspace();
  const keys = useAnswer(listPolicyKeys, {});
  const [onlyOwn, setOnlyOwn] = useState(false);
  const words = useValueWords();
  const mayChange = may("change_policy");
  const { policy } = settings;
  if (keys.error) return <RefusalNotice error={keys.error} retry={() => void keys.refetch()} />;
  if (!keys.data) return <Loader size="sm" m="md" />;
  const entries = keys.data.items;
  const shown = entries.filter(({ text, preset }) => !onlyOwn || text !== preset);
  return (
    <>
      <SectionHead title={settings.sections.policy} says={mayChange ? policy.says : policy.readOnly} />
      <Followed entries={entries} mayChange={mayChange} />
      <Checkbox
        size="xs"
        mb="md"
        label={policy.differing}
        checked={onlyOwn}
        onChange={({ currentTarget }) => setOnlyOwn(currentTarget.checked)}
      />
      {shown.length === 0 && <Text size="sm">{policy.nothingDiffers}</Text>}
      {POLICY_GROUPS.map(({ group, keys: wanted }) => {
        const lines = wanted.flatMap((key) => shown.find((entry) => entry.key === key) ?? []);
        return lines.length === 0 ? null : (
          <section key={group} className={classes.group}>
            <h3 className={classes.groupName}>{policy.group[group]}</h3>
            <div className={classes.lines}>
              {lines.map((entry) => (
                <PolicyLine key={entry.key} entry={entry} words={words} mayChange={mayChange} />
              ))}
            </div>
          </section>
        );
      })}
      <PolicyHistory entries={entries} words={words} />
    </>
  );
}

function Followed({ entries, mayChange }: { readonly entries: readonly PolicyEntry[]; readonly mayChange: boolean }) {
  const { policy } = useWords().settings;
  const present = useAnswer(showPolicy, {});
  const presets = useAnswer(listPresets, {});
  const [isChoosing, { open, close }] = useDisclosure(false);
  const change = usePolicyChange();
  const id = present.data?.preset ?? "";
  const name = presets.data?.items.find((preset) => preset.id === id)?.name ?? id;
  const own = entries.filter(({ text, preset }) => text !== preset).length;
  return (
    <div className={classes.follows}>
      <div>
        <Text size="sm" fw={600}>
          {policy.follows(name)}
        </Text>
        <Text size="xs" c="dimmed">
          {own === 0 ? policy.asPreset : policy.differs(own)}
        </Text>
      </div>
      {mayChange && (
        <Group gap="xs">
          {own > 0 && (
            <Button variant="default" onClick={() => change.mutate({ body: { preset: id } })}>
              {policy.allBack}
            </Button>
          )}
          <Button variant="default" onClick={open}>
            {policy.choosePreset}
          </Button>
          {isChoosing && <PresetChooser followed={id} entries={entries} close={close} />}
        </Group>
      )}
    </div>
  );
}
