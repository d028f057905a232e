/** One sentence of the policy with its choice, what it means, and the way back to the preset where it differs. */
import { Button, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { toldOf } from "../../app/query-client.ts";
import { useWords } from "../../words/words-provider.tsx";
import classes from "./policy.module.css";
import { PolicyChoice } from "./policy-choice.tsx";
import { type PolicyEntry, sentenceOf } from "./policy-entry.ts";
import { usePolicyChange } from "./use-policy-change.tsx";
import type { ValueWords } from "./use-value-words.ts";

type Props = { readonly entry: PolicyEntry; readonly words: ValueWords; readonly mayChange: boolean };

export function PolicyLine({ entry, words, mayChange }: Props) {
  const all = useWords();
  const { policy } = all.settings;
  const { lead, more } = sentenceOf(all, entry);
  const change = usePolicyChange();
  const { key, text, preset } = entry;
  const [chosen, setChosen] = useState(text);
  const shown = change.isPending ? chosen : text;
  const choose = (value: string): void => {
    setChosen(value);
    change.mutate({ body: { set: { [key]: value } } });
  };
  const goBack = (): void => {
    setChosen(preset);
    change.mutate({ body: { reset: [key] } });
  };
  const id = `policy-${key}`;
  const isOwn = text !== preset;
  const told = change.error && toldOf(change.error, all.shell);
  // A matrix has a page of its own.
  const isChosenHere = mayChange && entry.kind !== "matrix";
  return (
    <div className={classes.line} data-own={isOwn || undefined}>
      <div className={classes.sentence}>
        <span id={id}>{lead}</span>{" "}
        {isChosenHere ? (
          <PolicyChoice {...{ entry, words, text: shown, labelledBy: id, choose }} />
        ) : (
          <strong>{words.whole(entry, text)}</strong>
        )}
      </div>
      <Text size="xs" c="dimmed" className={classes.more ?? ""}>
        {more}{" "}
        {entry.kind === "matrix" && (
          <Link to="/settings/$section" params={{ section: "sources" }} className={classes.link ?? ""}>
            {policy.toSources}
          </Link>
        )}
      </Text>
      {told && (
        <Text size="xs" className={classes.refused ?? ""} role="alert">
          {told.message} {told.fix}
        </Text>
      )}
      {isOwn && (
        <div className={classes.own}>
          <span>{policy.fromPreset(words.whole(entry, preset))}</span>
          {mayChange && (
            <Button size="compact-xs" variant="subtle" aria-label={policy.backOf(lead)} onClick={goBack}>
              {policy.back}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
