/** One opportunity: where it stands and its values, each with where it came from; what happened at the right. */
import { Badge, Loader } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { textOf } from "../accounts/account-title.ts";
import { listPipelines, showOpportunity } from "../api/endpoints/contacts.ts";
import { useAnswer } from "../api/use-answer.ts";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { TextLink } from "../app/text-link.tsx";
import { useFields } from "../list/use-fields.ts";
import { HistoryList } from "../past/history-list.tsx";
import past from "../past/past.module.css";
import { historyOf } from "../past/past.ts";
import { Stamps } from "../past/stamps.tsx";
import { ValuesCard } from "../past/values-card.tsx";
import { FieldValue } from "../values/field-value.tsx";
import { useWords } from "../words/words-provider.tsx";

const NO_PIPELINES: readonly never[] = [];
const FIRST = ["pipeline", "stage", "contact"];

export function OpportunityPage() {
  const { deals, shell } = useWords();
  const { opportunity } = deals;
  const { id } = useParams({ from: "/shell/opportunities/$id" });
  const query = useAnswer(showOpportunity, { params: { id } });
  const fields = useFields("opportunity");
  const special = useSpecialValue();
  if (query.error) return <RefusalNotice error={query.error} retry={() => void query.refetch()} />;
  const { data } = query;
  if (data === undefined) return <Loader size="sm" m="md" />;
  // Whose account it belongs to is said by its contact.
  const own = fields.filter(({ key }) => key !== "account");
  return (
    <>
      <PageHead
        title={textOf(data.name) || opportunity.unnamed}
        note={
          <>
            {data.status !== undefined && (
              <Badge color="gray" mr="xs" component="span">
                {special("status", data.status)}
              </Badge>
            )}
            <Stamps of={data} />
          </>
        }
        back={{ to: "/opportunities", label: shell.opportunities }}
      >
        {data.account !== null && (
          <TextLink to="/accounts/$id" params={{ id: data.account.id }} size="sm" title={deals.columns.account}>
            {data.account.name || data.account.id}
          </TextLink>
        )}
      </PageHead>
      <div className={past.columns}>
        <ValuesCard
          of={data}
          fields={own.sort((one, other) => place(one.key) - place(other.key))}
          shownAs={({ key, type, value }) => special(key, value) ?? <FieldValue type={type} value={value} isLinked />}
        />
        <div className={past.aside}>
          <HistoryList history={historyOf(data)} fields={fields} shownAs={special} />
        </div>
      </div>
    </>
  );
}

const place = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);

type Named = { readonly id: string; readonly name: string };

/** A status, and what is elsewhere: with its name as the opportunity has it, in its history by id alone. Null = a value like others. */
function useSpecialValue(): (key: string, value: unknown) => ReactNode {
  const { opportunity } = useWords().deals;
  const pipelines = useAnswer(listPipelines, {}).data?.items ?? NO_PIPELINES;
  const known: readonly Named[] = pipelines.flatMap((pipeline): readonly Named[] => [pipeline, ...pipeline.stages]);
  return (key, value) => {
    if (key === "status") return opportunity.status[textOf(value)] ?? textOf(value);
    if (!FIRST.includes(key)) return null;
    const id = typeof value === "string" ? value : (value as Named).id;
    const name = typeof value === "string" ? known.find((one) => one.id === id)?.name : (value as Named).name;
    if (key === "stage") return name ?? id;
    if (key === "pipeline")
      return (
        <TextLink inherit to="/opportunities" search={{ view: "board", pipeline: id }}>
          {name ?? id}
        </TextLink>
      );
    return (
      <TextLink inherit to="/contacts/$id" params={{ id }}>
        {name || id}
      </TextLink>
    );
  };
}
