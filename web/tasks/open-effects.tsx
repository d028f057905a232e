/** Mails, posts and calls that are held, are tried again or were given up: how many, which, and what can be done with them. */
import { Alert, Badge, Button, Group, Title } from "@mantine/core";
import { OPEN_EFFECT_STATES } from "../../src/core/workflow/effect-state.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import { listEffects } from "../api/endpoints/effects.ts";
import type { listTasks } from "../api/endpoints/notifications.ts";
import { usePages } from "../api/use-pages.ts";
import { useWorkspace } from "../app/workspace-context.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { EffectsTable } from "./effects-table.tsx";
import classes from "./tasks-page.module.css";
import { useEffectActions } from "./use-effect-actions.ts";

type Answer = AnswerOf<typeof listTasks>;
type Props = { readonly counts: Answer["effects"]; readonly notSetUp: NonNullable<Answer["notSetUp"]> };

const PAGE = 10;
const EVERY_MS = 15_000;

export function OpenEffects({ counts, notSetUp }: Props) {
  const { tasks } = useWords();
  const format = useFormat();
  const { may } = useWorkspace();
  const { send, drop } = useEffectActions();
  const found = usePages(listEffects, { query: { state: [...OPEN_EFFECT_STATES], limit: PAGE } }, { every: EVERY_MS });
  const mayChange = may("change_effects");
  const actions = { send: (effect: string) => send({ effect }), drop: (effect: string) => drop({ effect }) };
  const waiting = notSetUp.filter((kind) => counts.some((one) => one.kind === kind));
  const canSend = counts.some(({ kind }) => !waiting.includes(kind));
  return (
    <section>
      <Group justify="space-between" mb={6} gap="xs">
        <Group gap="xs">
          <Title order={2} size="sm">
            {tasks.messages}
          </Title>
          {counts.map(({ kind, state, count }) => (
            <Badge
              key={`${kind} ${state}`}
              variant="outline"
              c={state === "dead" ? "var(--muster-bad)" : "dimmed"}
              bd="1px solid currentColor"
            >
              {[tasks.kinds[kind] ?? kind, tasks.effectStates[state] ?? state, format.number(count)].join(" · ")}
            </Badge>
          ))}
        </Group>
        {mayChange && (
          <Group gap={6}>
            {canSend && (
              <Button variant="default" size="compact-xs" onClick={() => send({ all: true })}>
                {tasks.sendAll}
              </Button>
            )}
            <Button variant="default" size="compact-xs" onClick={() => drop({ all: true })}>
              {tasks.dropAll}
            </Button>
          </Group>
        )}
      </Group>
      {waiting.map((kind) => (
        <Alert key={kind} color="yellow" variant="light" mb={6} p="xs">
          {tasks.notSetUp[kind]}
        </Alert>
      ))}
      <div className={classes.list}>
        <EffectsTable effects={found.items} notSetUp={notSetUp} {...(mayChange ? { actions } : {})} />
      </div>
      {found.hasMore && (
        <Button variant="default" mt="sm" onClick={found.more} loading={found.isFetchingMore}>
          {tasks.more}
        </Button>
      )}
    </section>
  );
}
