/** Contacts side by side: which is kept, whose value where they differ, what is lost; then one click that can be taken back. */
import { Button, Loader, Switch, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueries } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { listContacts, showContact } from "../api/endpoints/contacts.ts";
import { listDuplicates, mergeContacts, previewMerge, undoMerge } from "../api/endpoints/duplicates.ts";
import { answerOf, useAnswer, useChange } from "../api/use-answer.ts";
import { useClient } from "../api/workspace-client.ts";
import { Icon } from "../app/icon.tsx";
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { contactTitle } from "../contact/contact-title.ts";
import { useFields } from "../list/use-fields.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./duplicates.module.css";
import { type MergePreview, MergeTable, type Side } from "./merge-table.tsx";

const NONE: readonly string[] = [];

export function MergePage() {
  const { duplicates: words } = useWords();
  const { ids = NONE } = useSearch({ from: "/shell/contacts/merge" });
  const client = useClient();
  const sides = useQueries({ queries: ids.map((id) => answerOf(client, showContact, { params: { id } })) });
  const failed = sides.find(({ error }) => error !== null);
  const loaded = sides.flatMap(({ data }) => data ?? []) as readonly Side[];
  return (
    <>
      <PageHead title={words.merge} />
      {ids.length < 2 && <NothingYet icon="merge" title={words.choose} text={words.chooseText} />}
      {failed?.error && <RefusalNotice error={failed.error} />}
      {!failed && loaded.length < ids.length && <Loader size="sm" m="xl" />}
      {ids.length > 1 && loaded.length === ids.length && <Compared key={ids.join(" ")} sides={loaded} />}
    </>
  );
}

function Compared({ sides }: { readonly sides: readonly Side[] }) {
  const { duplicates: words } = useWords();
  const fields = useFields();
  const [kept, keep] = useState(sides[0]?.id ?? "");
  /** Whose value, by field, where somebody has chosen. */
  const [taken, take] = useState<Readonly<Record<string, string>>>({});
  const [isShort, setShort] = useState(true);
  const body = {
    contacts: [kept, ...sides.map(({ id }) => id).filter((id) => id !== kept)],
    take: Object.entries(taken).map(([field, id]) => `${field}=${id}`),
  };
  const preview = useAnswer(previewMerge, { body }, { keepsFormer: true });
  const name = contactTitle(sides.find(({ id }) => id === kept) ?? { id: kept });
  const merge = useMerge(name);
  const lost = Array.isArray(preview.data?.lost) ? preview.data.lost.length : null;
  return (
    <>
      <Text size="sm" c="dimmed" px="md" pb="sm" maw={720}>
        {words.mergeText}
      </Text>
      <MergeTable
        {...{ sides, fields, kept, keep, taken, isShort }}
        take={(field, id) => take({ ...taken, [field]: id })}
        preview={preview.data as MergePreview | undefined}
      />
      {preview.error && <RefusalNotice error={preview.error} />}
      <div className={classes.foot}>
        <Button
          leftSection={<Icon name="merge" size={14} />}
          disabled={!preview.data}
          loading={merge.isPending}
          onClick={() => merge.mutate({ body })}
        >
          {words.mergeInto(name)}
        </Button>
        <Button component={Link} to="/contacts/duplicates" variant="default">
          {words.title}
        </Button>
        <Text size="sm" c="dimmed">
          {lost === null ? "" : lost === 0 ? words.nothingLost : words.lost(lost)}
        </Text>
        <Switch
          size="xs"
          ml="auto"
          label={words.onlyDifferences}
          checked={isShort}
          onChange={({ currentTarget }) => setShort(currentTarget.checked)}
        />
      </div>
    </>
  );
}

/** Merges, goes to the one that is kept, and offers the way back. */
function useMerge(name: string) {
  const { duplicates: words } = useWords();
  const navigate = useNavigate();
  const touches = [listContacts, listDuplicates, showContact];
  const undo = useChange(undoMerge, {
    touches,
    onDone: () => void notifications.show({ message: words.undone, color: "green" }),
  });
  return useChange(mergeContacts, {
    touches,
    onDone: ({ merge, kept }) => {
      void navigate({ to: "/contacts/$id", params: { id: kept } });
      if (merge === null) return;
      notifications.show({
        id: merge,
        color: "green",
        autoClose: 12_000,
        message: (
          <>
            {words.done(name)}
            <Button
              variant="subtle"
              onClick={() => {
                notifications.hide(merge);
                undo.mutate({ params: { id: merge } });
              }}
            >
              {words.undo}
            </Button>
          </>
        ),
      });
    },
  });
}
