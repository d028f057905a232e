/** One pipeline as a board: a column for each stage, with how many opportunities it holds and what they are worth. */
import { Badge, Loader, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import type { listPipelines } from "../../src/http/contract/contacts.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import { textOf } from "../accounts/account-title.ts";
import { listOpportunities } from "../api/endpoints/contacts.ts";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { usePages } from "../object-table/use-pages.ts";
import { useFormat } from "../words/use-format.ts";
import { useSpoken, useWords } from "../words/words-provider.tsx";
import { exactSum } from "./exact-sum.ts";
import classes from "./opportunity-board.module.css";
import type { Chosen, Opportunity } from "./opportunity-list.tsx";

type Pipeline = AnswerOf<typeof listPipelines>["items"][number];

/** More cards than anybody looks through. */
const MOST_CARDS = 2_000;
const AT_ONCE = 500;

export function OpportunityBoard({ pipeline, search, filter }: Chosen & { readonly pipeline: Pipeline }) {
  const { words } = useSpoken();
  const { opportunity } = words.deals;
  const format = useFormat();
  const chosen = { search, filter: [...filter, `pipeline=${pipeline.id}`] };
  const pages = usePages(listOpportunities, chosen, { atOnce: AT_ONCE });
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const goesOn = hasNextPage && items.length < MOST_CARDS;
  useEffect(() => {
    if (goesOn && !isFetchingNextPage) void fetchNextPage();
  }, [goesOn, isFetchingNextPage, fetchNextPage]);
  if (pages.error && items.length === 0)
    return <RefusalNotice error={pages.error} retry={() => void pages.refetch()} />;
  if (!pages.isSuccess) return <Loader size="sm" m="md" />;
  const stages: readonly ColumnStage[] = pipeline.stages;
  const known = new Set(stages.map(({ id }) => id));
  const without = items.filter(({ stage }) => stage === null || !known.has(stage.id));
  return (
    <>
      {hasNextPage && !goesOn && (
        <Text size="xs" c="dimmed" px="md" pb="xs">
          {opportunity.firstOnes(format.number(items.length))}
        </Text>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <section className={classes.board} tabIndex={0} aria-label={pipeline.name}>
        {stages.map((stage) => (
          <Column key={stage.id} stage={stage} cards={items.filter((one) => one.stage?.id === stage.id)} />
        ))}
        {without.length > 0 && <Column stage={{ id: "", name: opportunity.noStage }} cards={without} />}
      </section>
    </>
  );
}

type ColumnStage = {
  readonly id: string;
  readonly name: string;
  readonly is_closed_won?: boolean;
  readonly is_closed_lost?: boolean;
};

function Column({ stage, cards }: { readonly stage: ColumnStage; readonly cards: readonly Opportunity[] }) {
  const { opportunity } = useWords().deals;
  const format = useFormat();
  const sum = exactSum(cards.map(({ value }) => textOf(value)));
  return (
    <section className={classes.column} aria-label={stage.name}>
      <header className={classes.head}>
        <h2 className={classes.name}>
          {stage.name} <span className={classes.count}>{format.number(cards.length)}</span>
          {stage.is_closed_won && <Badge color="gray">{opportunity.won}</Badge>}
          {stage.is_closed_lost && <Badge color="gray">{opportunity.lost}</Badge>}
        </h2>
        <div className={classes.sum}>{opportunity.sum(format.amount(sum))}</div>
      </header>
      {cards.length === 0 ? (
        <p className={classes.none}>{opportunity.noCards}</p>
      ) : (
        <ul className={classes.cards}>
          {cards.map((card) => (
            <Card key={card.id} card={card} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Card({ card: { id, name, value, contact, account, close_date } }: { readonly card: Opportunity }) {
  const { opportunity } = useWords().deals;
  const format = useFormat();
  const closes = textOf(close_date);
  const whose = [account?.name, contact?.name].filter(Boolean).join(" · ");
  return (
    <li>
      <Link to="/opportunities/$id" params={{ id }} className={classes.card}>
        <span className={classes.title}>{textOf(name) || opportunity.unnamed}</span>
        {whose !== "" && <span className={classes.note}>{whose}</span>}
        <span className={classes.foot}>
          <span className={classes.value}>{format.amount(textOf(value))}</span>
          {closes !== "" && <span className={classes.note}>{opportunity.closes(format.day(closes))}</span>}
        </span>
      </Link>
    </li>
  );
}
