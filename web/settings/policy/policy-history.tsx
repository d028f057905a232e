/** Who changed which sentence of the policy, and when. */
import { Text } from "@mantine/core";
import { policyHistory } from "../../api/endpoints/workspaces.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { Row, Rows } from "../rows.tsx";
import classes from "./policy.module.css";
import { type PolicyEntry, sentenceOf } from "./policy-entry.ts";
import type { ValueWords } from "./use-value-words.ts";

type Props = { readonly entries: readonly PolicyEntry[]; readonly words: ValueWords };

export function PolicyHistory({ entries, words }: Props) {
  const all = useWords();
  const { policy } = all.settings;
  const format = useFormat();
  const { data } = useAnswer(policyHistory, {});
  const value = (key: string, text: string): string => {
    const entry = entries.find((one) => one.key === key);
    return entry === undefined ? text : words.whole(entry, text);
  };
  return (
    <section>
      <h3 className={classes.groupName}>{policy.history}</h3>
      {data?.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {policy.noHistory}
        </Text>
      )}
      {data !== undefined && data.items.length > 0 && (
        <Rows label={policy.history}>
          {data.items.map(({ at, by, changed }) => (
            <Row
              key={at}
              title={
                <span>
                  {format.moment(at)} {policy.by(by)}
                </span>
              }
              note={
                <ul className={classes.change}>
                  {changed.map(({ key, from, to }) => (
                    <li key={key}>
                      {sentenceOf(all, { key, says: key }).lead}{" "}
                      <span className={classes.from}>{value(key, from)}</span> <strong>{value(key, to)}</strong>
                    </li>
                  ))}
                </ul>
              }
            />
          ))}
        </Rows>
      )}
    </section>
  );
}
