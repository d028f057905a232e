/** The bulk changes of the workspace, newest first, each with the way back. */
import { Button, Center, Loader, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { listBulkChanges } from "../api/endpoints/bulk-changes.ts";
import { usePages } from "../api/use-pages.ts";
import { Icon } from "../app/icon.tsx";
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { useLabel, useWorkspace } from "../app/workspace-context.ts";
import { Row, Rows } from "../settings/rows.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { type BulkChange, isAtWork, sayChange, sayProgress } from "./bulk-change.ts";
import classes from "./bulk-changes-page.module.css";
import { useUndoChange } from "./use-change-contacts.tsx";

const AT_WORK_MS = 1_500;

export function BulkChangesPage() {
  const { bulk, shell } = useWords();
  const label = useLabel();
  const found = usePages(
    listBulkChanges,
    { query: {} },
    { every: (pages) => (pages.some(({ items }) => items.some(isAtWork)) ? AT_WORK_MS : false) },
  );
  return (
    <>
      <PageHead title={bulk.title} back={{ to: "/contacts", label: label("list", shell.contacts) }} />
      {found.error !== null && !found.isLoaded && <RefusalNotice error={found.error} retry={found.again} />}
      {!found.isLoaded && found.error === null && (
        <Center p="xl">
          <Loader size="sm" />
        </Center>
      )}
      {found.isLoaded && found.items.length === 0 && (
        <NothingYet icon="undo" title={bulk.none} text={bulk.noneText}>
          <Button component={Link} to="/contacts" variant="default">
            {bulk.toContacts}
          </Button>
        </NothingYet>
      )}
      {found.items.length > 0 && (
        <div className={classes.page}>
          <Text size="sm" c="dimmed" mb="sm">
            {bulk.says}
          </Text>
          <Rows label={bulk.title}>
            {found.items.map((change) => (
              <OneChange key={change.id} of={change} />
            ))}
          </Rows>
          {found.hasMore && (
            <Button variant="default" mt="sm" onClick={found.more} loading={found.isFetchingMore}>
              {bulk.loadMore}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function OneChange({ of }: { readonly of: BulkChange }) {
  const words = useWords();
  const { bulk } = words;
  const format = useFormat();
  const { may } = useWorkspace();
  const undo = useUndoChange();
  const { id, change, changed, by, at, canUndo } = of;
  return (
    <Row
      title={
        <>
          {isAtWork(of) && <Loader size={14} />}
          {`${sayChange(change, words)} · ${bulk.count(changed, format.number(changed))}`}
        </>
      }
      note={<ChangeNote of={of} />}
    >
      <Text size="xs" c="dimmed" title={format.moment(at)}>
        {bulk.by(by, format.ago(at))}
      </Text>
      {canUndo && changed > 0 && may("change_contacts") && (
        <Button
          variant="default"
          leftSection={<Icon name="undo" size={14} />}
          loading={undo.isPending}
          onClick={() => undo.mutate({ params: { id } })}
        >
          {bulk.undo}
        </Button>
      )}
    </Row>
  );
}

function ChangeNote({ of }: { readonly of: BulkChange }) {
  const words = useWords();
  const { bulk } = words;
  const format = useFormat();
  const { unchanged, undo, state, canUndo } = of;
  const said = of.change.do === "delete" ? bulk.spared : bulk.alike;
  const stay = undo === null ? 0 : undo.kept + undo.partly;
  const parts = [
    isAtWork(of) ? sayProgress(of, words, format) : "",
    unchanged > 0 ? said(format.number(unchanged)) : "",
    undo === null ? "" : bulk.takenBack(undo.by, format.ago(undo.at)),
    stay > 0 ? bulk.stayed(stay, format.number(stay)) : "",
    undo !== null && undo.gone > 0 ? bulk.gone(bulk.count(undo.gone, format.number(undo.gone))) : "",
    undo !== null && undo.away > 0 ? bulk.away(bulk.count(undo.away, format.number(undo.away))) : "",
    !canUndo && state === "done" ? bulk.expired : "",
  ].filter(Boolean);
  return parts.length === 0 ? null : parts.join(" · ");
}
