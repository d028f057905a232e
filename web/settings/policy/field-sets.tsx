/** Sets of fields inside a sentence, of which one complete set is enough: `name or email or account + last name`. */
import { ActionIcon, Button, MultiSelect, Text } from "@mantine/core";
import { useState } from "react";
import { listFields } from "../../api/endpoints/fields.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Icon } from "../../app/icon.tsx";
import { useWords } from "../../words/words-provider.tsx";
import type { ChoiceProps } from "./choice-props.ts";
import classes from "./policy.module.css";
import { parted } from "./use-value-words.ts";

export function FieldSets({ entry, text, choose }: ChoiceProps) {
  const { policy } = useWords().settings;
  const { data } = useAnswer(listFields, {});
  /** One that was begun and holds nothing yet. */
  const [isBegun, setBegun] = useState(false);
  const said = text === entry.none ? [] : parted(text, "|").map((set) => parted(set, "+"));
  const sets = isBegun ? [...said, []] : said;
  const fields = data?.items.filter(({ type }) => type !== "id") ?? [];
  const save = (next: readonly (readonly string[])[]): void => {
    const full = next.filter((set) => set.length > 0);
    setBegun(false);
    choose(full.length === 0 ? (entry.none ?? "") : full.map((set) => set.join(" + ")).join(" | "));
  };
  return (
    <div className={classes.sets}>
      {sets.map((set, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a set is known by its place alone
        <div key={at} className={classes.set}>
          {at > 0 && (
            <Text size="xs" c="dimmed">
              {policy.or}
            </Text>
          )}
          <MultiSelect
            className={classes.several ?? ""}
            size="xs"
            searchable
            hidePickedOptions
            aria-label={policy.set(at + 1)}
            data={fields.map(({ key, label }) => ({ value: key, label }))}
            value={[...set]}
            onChange={(values) => save(sets.map((one, place) => (place === at ? values : one)))}
          />
          <ActionIcon
            aria-label={policy.removeSet(at + 1)}
            onClick={() => save(sets.filter((_, place) => place !== at))}
          >
            <Icon name="cross" size={14} />
          </ActionIcon>
        </div>
      ))}
      {!isBegun && (
        <Button variant="subtle" leftSection={<Icon name="plus" size={14} />} onClick={() => setBegun(true)}>
          {policy.addSet}
        </Button>
      )}
    </div>
  );
}
