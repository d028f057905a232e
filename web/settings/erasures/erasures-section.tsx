/** People who were erased for good: by whom, when, and how much there was. */
import { Badge, Button } from "@mantine/core";
import { useState } from "react";
import { listErasures, withdrawErasure } from "../../api/endpoints/erasures.ts";
import { useChange } from "../../api/use-answer.ts";
import { usePages } from "../../api/use-pages.ts";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { NothingHere } from "../nothing-here.tsx";
import { Row, Rows } from "../rows.tsx";
import { SectionHead } from "../section-head.tsx";
import { AT_WORK_MS, type Erasure, isAtWork } from "./erasure.ts";
import { ErasureDialog } from "./erasure-dialog.tsx";

/** Those that keep their contrast in light and dark. */
const COLOURS: Readonly<Record<Erasure["state"], string>> = {
  planning: "var(--mantine-color-anchor)",
  planned: "var(--muster-warn)",
  erasing: "var(--mantine-color-anchor)",
  erased: "dimmed",
  refused: "var(--muster-bad)",
};

export default function ErasuresSection() {
  const { settings, erasures, bulk } = useWords();
  const [opened, setOpened] = useState<string | null>(null);
  const close = (): void => setOpened(null);
  const withdraw = useChange(withdrawErasure, { touches: [listErasures], onDone: close });
  const found = usePages(
    listErasures,
    { query: {} },
    { every: (pages) => (pages.some(({ items }) => items.some(isAtWork)) ? AT_WORK_MS : false) },
  );
  return (
    <>
      <SectionHead title={settings.sections.erasures} says={erasures.says} />
      {found.error !== null && !found.isLoaded && <RefusalNotice error={found.error} retry={found.again} />}
      {found.isLoaded && found.items.length === 0 && <NothingHere title={erasures.none} text={erasures.noneSays} />}
      {found.items.length > 0 && (
        <Rows label={settings.sections.erasures}>
          {found.items.map((erasure) => (
            <OneErasure key={erasure.id} of={erasure} open={() => setOpened(erasure.id)} />
          ))}
        </Rows>
      )}
      {found.hasMore && (
        <Button variant="default" mt="sm" onClick={found.more} loading={found.isFetchingMore}>
          {bulk.loadMore}
        </Button>
      )}
      {opened !== null && (
        <ErasureDialog
          id={opened}
          close={close}
          keep={() => withdraw.mutate({ params: { id: opened } })}
          onStarted={close}
        />
      )}
    </>
  );
}

function OneErasure({ of, open }: { readonly of: Erasure; readonly open: () => void }) {
  const { erasures } = useWords();
  const format = useFormat();
  const { contacts, state, by, at } = of;
  const people = erasures.people(contacts.length, format.number(contacts.length));
  const when = format.moment(at);
  return (
    <Row title={people} note={erasures.asked(by, when)}>
      <Badge variant="outline" c={COLOURS[state]} bd="1px solid currentColor" size="sm">
        {erasures.states[state]}
      </Badge>
      <Button variant="default" onClick={open} aria-label={erasures.looks(people, when)}>
        {erasures.look}
      </Button>
    </Row>
  );
}
