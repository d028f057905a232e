/** Says which bulk changes are at work and how far they are; once one has ended it is told with the way back. */
import { Button, Loader, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { listBulkChanges } from "../api/endpoints/bulk-changes.ts";
import { countContacts, listContacts } from "../api/endpoints/contacts.ts";
import { forget, useAnswer } from "../api/use-answer.ts";
import { useClient } from "../api/workspace-client.ts";
import { Icon } from "../app/icon.tsx";
import { useWorkspace } from "../app/workspace-context.ts";
import classes from "../contacts/contacts-page.module.css";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { type BulkChange, isAtWork, sayChange, sayProgress } from "./bulk-change.ts";
import { useTellChange, useUndoChange } from "./use-change-contacts.tsx";

const AT_WORK_MS = 1_000;
/** Others may have begun one. */
const AT_REST_MS = 30_000;
const LOOKED_AT = { query: { limit: 5 } };
const NONE: readonly BulkChange[] = [];

/** @param asked those that were asked for on this page and went on in the background */
export function BulkBanner({ asked }: { readonly asked: readonly string[] }) {
  const { may } = useWorkspace();
  const changes = useLatest(asked);
  const undo = useUndoChange();
  const running = changes.filter(isAtWork);
  if (running.length === 0) return null;
  return (
    <div role="status" className={classes.banner}>
      {running.map((change) => (
        <div key={change.id} className={classes.running}>
          <Loader size={14} />
          <Running change={change} />
          {change.canUndo && may("change_contacts") && (
            <Undo onClick={() => undo.mutate({ params: { id: change.id } })} isBusy={undo.isPending} />
          )}
        </div>
      ))}
    </div>
  );
}

function Running({ change }: { readonly change: BulkChange }) {
  const words = useWords();
  const { bulk } = words;
  const format = useFormat();
  const what = sayChange(change.change, words);
  return (
    <>
      <Text size="sm" fw={550}>
        {change.undo === null ? bulk.running(what) : bulk.undoing(what)}
      </Text>
      <Text size="sm" c="dimmed" className={classes.grow ?? ""}>
        {sayProgress(change, words, format)}
      </Text>
    </>
  );
}

function Undo({ onClick, isBusy }: { readonly onClick: () => void; readonly isBusy: boolean }) {
  const { bulk } = useWords();
  return (
    <Button variant="default" leftSection={<Icon name="undo" size={14} />} loading={isBusy} onClick={onClick}>
      {bulk.undo}
    </Button>
  );
}

/** The newest ones. Of those at work, and those asked for here, which have ended is told once, and the list is fetched anew. */
function useLatest(asked: readonly string[]): readonly BulkChange[] {
  const queries = useQueryClient();
  const client = useClient();
  const tell = useTellChange();
  const latest = useAnswer(listBulkChanges, LOOKED_AT, {
    every: (answer) => (answer?.items.some(isAtWork) ? AT_WORK_MS : AT_REST_MS),
  }).data?.items;
  const changes = latest ?? NONE;
  const waited = useRef<ReadonlySet<string>>(new Set());
  const told = useRef<ReadonlySet<string>>(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told is told once, with what has come
  useEffect(() => {
    const isWaited = ({ id }: BulkChange): boolean =>
      waited.current.has(id) || (asked.includes(id) && !told.current.has(id));
    const ended = changes.filter((change) => isWaited(change) && !isAtWork(change));
    waited.current = new Set(changes.filter(isAtWork).map(({ id }) => id));
    told.current = new Set([...told.current, ...ended.map(({ id }) => id)]);
    for (const change of ended) if (change.state === "done") tell(change);
    if (ended.length > 0) void forget(queries, client, [listContacts, countContacts]);
  }, [changes, asked]);
  return changes;
}
