/** Pairs of contacts that may be one person: compared, merged, or said to be two (C-H6). */
import { Badge, Button, Group, Loader, Switch, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { dismissDuplicate, listDuplicates } from "../api/endpoints/duplicates.ts";
import { useAnswer, useChange } from "../api/use-answer.ts";
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { useLabel, useWorkspace } from "../app/workspace-context.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./duplicates.module.css";

const MOST_PAIRS = 200;
/** Below what the server shows unasked: of these, about every other pair is two people. */
const LESS_LIKELY = 0.45;
/** What the server shows unasked: nine of ten are one person. */
const CERTAIN = 0.7;

/** As the API answers it: the values that people compare first. */
type Side = { readonly id: string; readonly name: string; readonly email?: string; readonly phone?: string } & Readonly<
  Record<string, string>
>;
type Pair = { readonly score: number; readonly reasons: readonly string[]; readonly contacts: readonly [Side, Side] };

const FACTS = ["email", "phone", "account_name", "city", "birthday"];

export function DuplicatesPage() {
  const { duplicates: words, shell } = useWords();
  const label = useLabel();
  const format = useFormat();
  const { import: of } = useSearch({ from: "/shell/contacts/duplicates" });
  const [isWide, setWide] = useState(false);
  const found = useAnswer(listDuplicates, {
    query: {
      limit: MOST_PAIRS,
      ...(isWide ? { minScore: LESS_LIKELY } : {}),
      ...(of === undefined ? {} : { import: of }),
    },
  });
  const total = found.data?.total ?? 0;
  const pairs = (found.data?.items ?? []) as unknown as readonly Pair[];
  return (
    <>
      <PageHead
        title={words.title}
        note={found.data ? words.count(total, format.number(total)) : ""}
        back={{ to: "/contacts", label: label("list", shell.contacts) }}
      >
        <Switch
          size="xs"
          label={words.lessLikely}
          checked={isWide}
          onChange={({ currentTarget }) => setWide(currentTarget.checked)}
        />
      </PageHead>
      {found.error && <RefusalNotice error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <Loader size="sm" m="xl" />}
      {found.data && pairs.length === 0 && <NothingYet icon="merge" title={words.none} text={words.noneText} />}
      {pairs.length > 0 && (
        <>
          <Text size="sm" c="dimmed" px="md" pb="sm">
            {words.text}
          </Text>
          <ul className={classes.pairs}>
            {pairs.map((pair) => (
              <OnePair key={pair.contacts.map(({ id }) => id).join(" ")} pair={pair} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function OnePair({ pair: { score, reasons, contacts } }: { readonly pair: Pair }) {
  const { duplicates: words } = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const { may } = useWorkspace();
  const [one, other] = contacts;
  const ids: [string, string] = [one.id, other.id];
  const recall = useChange(dismissDuplicate, { touches: [listDuplicates] });
  const dismiss = useChange(dismissDuplicate, {
    touches: [listDuplicates],
    onDone: () => {
      const message = (
        <Group justify="space-between">
          {words.dismissed}
          <Button
            variant="subtle"
            onClick={() => {
              notifications.hide(ids.join(" "));
              recall.mutate({ body: { contacts: ids, undo: true } });
            }}
          >
            {words.undo}
          </Button>
        </Group>
      );
      notifications.show({ id: ids.join(" "), message });
    },
  });
  return (
    <li className={classes.pair}>
      <div className={classes.score}>
        <Badge color={score >= CERTAIN ? "accent" : "gray"}>{words.score(format.percent(score))}</Badge>
      </div>
      {contacts.map((side) => (
        <div key={side.id} className={classes.side}>
          <Link to="/contacts/$id" params={{ id: side.id }} className={classes.name}>
            {side.name || side.email || side.phone || side.id}
          </Link>
          <Text size="xs" c="dimmed" className={classes.facts ?? ""}>
            {FACTS.flatMap((fact) => side[fact] ?? []).join(" · ")}
          </Text>
        </div>
      ))}
      {may("change_contacts") && (
        <Group gap={6} wrap="nowrap" className={classes.doing ?? ""}>
          <Button variant="default" onClick={() => void navigate({ to: "/contacts/merge", search: { ids } })}>
            {words.compare}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            loading={dismiss.isPending}
            onClick={() => dismiss.mutate({ body: { contacts: ids } })}
          >
            {words.dismiss}
          </Button>
        </Group>
      )}
      <Text size="xs" c="dimmed" className={classes.why ?? ""}>
        {reasons.map(words.reason).join(" · ")}
      </Text>
    </li>
  );
}
