/** Mails, posts and calls: to whom, in which state, and what is wrong. */
import { Button, Group, Table, Text } from "@mantine/core";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import type { listEffects } from "../api/endpoints/effects.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";

type Effect = AnswerOf<typeof listEffects>["items"][number];

type Props = {
  readonly effects: readonly Effect[];
  /** Kinds that cannot be sent before something is set up. */
  readonly notSetUp?: readonly string[];
  /** Absent where nothing may be done with them. */
  readonly actions?: { readonly send: (effect: string) => void; readonly drop: (effect: string) => void };
};

const OPEN: ReadonlySet<Effect["state"]> = new Set(["queued", "failed", "dead"]);

export function EffectsTable({ effects, notSetUp = [], actions }: Props) {
  const { tasks } = useWords();
  const format = useFormat();
  return (
    <Table fz="sm" verticalSpacing={5}>
      <Table.Tbody>
        {effects.map(({ effect, kind, to, subject, state, attempts, error, sentAt, notBefore }) => (
          <Table.Tr key={effect}>
            <Table.Td style={{ overflowWrap: "anywhere" }}>
              <Text size="sm">
                {tasks.kinds[kind] ?? kind} · {to}
              </Text>
              {subject !== undefined && <Text size="sm">{subject}</Text>}
              <Text size="xs" c="dimmed">
                {[
                  tasks.effectStates[state] ?? state,
                  ...(notSetUp.includes(kind) ? [tasks.waitsForSetUp] : [format.moment(sentAt ?? notBefore)]),
                  ...(attempts > 0 && sentAt === null ? [tasks.attempts(attempts, format.number(attempts))] : []),
                ].join(" · ")}
              </Text>
              {error !== null && (
                <Text size="xs" c="var(--muster-bad)">
                  {error}
                </Text>
              )}
            </Table.Td>
            {actions && OPEN.has(state) && (
              <Table.Td w={1}>
                <Group gap={6} wrap="wrap" miw={96} justify="flex-end">
                  {!notSetUp.includes(kind) && (
                    <Button variant="default" size="compact-xs" flex="none" onClick={() => actions.send(effect)}>
                      {tasks.send}
                    </Button>
                  )}
                  <Button variant="default" size="compact-xs" flex="none" onClick={() => actions.drop(effect)}>
                    {tasks.drop}
                  </Button>
                </Group>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
