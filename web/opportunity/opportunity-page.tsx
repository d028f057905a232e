/** One opportunity: where it stands, whose it is, and its values. */
import { Anchor, Badge, Loader } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { textOf } from "../accounts/account-title.ts";
import { showOpportunity } from "../api/endpoints/contacts.ts";
import { listFields } from "../api/endpoints/fields.ts";
import { useAnswer } from "../api/use-answer.ts";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { valueText } from "../object-table/value-text.ts";
import { useFormat } from "../words/use-format.ts";
import { useSpoken } from "../words/words-provider.tsx";
import classes from "./opportunity-page.module.css";

export function OpportunityPage() {
  const { words, locale } = useSpoken();
  const { deals, shell } = words;
  const { columns, opportunity } = deals;
  const format = useFormat();
  const { id } = useParams({ from: "/shell/opportunities/$id" });
  const query = useAnswer(showOpportunity, { params: { id } });
  const fields = useAnswer(listFields, { query: { object: "opportunity" } });
  if (query.error) return <RefusalNotice error={query.error} retry={() => void query.refetch()} />;
  const { data } = query;
  if (data === undefined) return <Loader size="sm" m="md" />;
  const values: Readonly<Record<string, unknown>> = data;
  const own = fields.data?.items.filter(({ key, type }) => type !== "id" && type !== "link" && key !== "name") ?? [];
  const { contact, account, pipeline, stage, kept } = data;
  const status = textOf(data.status);
  return (
    <>
      <PageHead
        title={textOf(data.name) || opportunity.unnamed}
        note={status !== "" && <Badge color="gray">{opportunity.status[status] ?? status}</Badge>}
      >
        <Anchor component={Link} to="/opportunities" size="sm">
          {opportunity.back}
        </Anchor>
      </PageHead>
      <div className={classes.page}>
        <dl className={classes.list} aria-label={shell.opportunities}>
          {pipeline && (
            <Line label={opportunity.pipeline}>
              <Link to="/opportunities" search={{ view: "board", pipeline: pipeline.id }}>
                {pipeline.name}
              </Link>
            </Line>
          )}
          {stage && <Line label={columns.stage}>{stage.name}</Line>}
          {contact && (
            <Line label={columns.contact}>
              <Link to="/contacts/$id" params={{ id: contact.id }}>
                {contact.name}
              </Link>
            </Line>
          )}
          {account && (
            <Line label={columns.account}>
              <Link to="/accounts/$id" params={{ id: account.id }}>
                {account.name}
              </Link>
            </Line>
          )}
          {own.map(({ key, label, type }) => {
            const text = valueText(values[key], { type, locale, format });
            return text === "" || key === "status" ? null : (
              <Line key={key} label={label}>
                {text}
              </Line>
            );
          })}
          {Object.entries(kept).map(([name, value]) => (
            <Line key={name} label={name}>
              {valueText(value, { type: undefined, locale, format })}
            </Line>
          ))}
          <Line label={deals.account.made}>{format.moment(data.createdAt)}</Line>
          <Line label={deals.account.changed}>{format.moment(data.updatedAt)}</Line>
        </dl>
      </div>
    </>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.line}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
