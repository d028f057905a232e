/** A list of accounts or opportunities: search, filters, the grid, and the way out. */
import { Loader } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Endpoint } from "../../src/http/contract/endpoint.ts";
import { listFields } from "../api/endpoints/fields.ts";
import { useAnswer } from "../api/use-answer.ts";
import type { IconName } from "../app/icon.tsx";
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { DataGrid } from "../grid/data-grid.tsx";
import type { GridColumn } from "../grid/grid-props.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { ColumnsMenu } from "./columns-menu.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { columnChoices, fieldColumns } from "./field-columns.tsx";
import { FilterChips } from "./filter-chips.tsx";
import classes from "./list.module.css";
import { SearchBox } from "./search-box.tsx";
import { useKept } from "./use-kept.ts";
import { useListLook } from "./use-list-look.ts";
import { useListPages } from "./use-list-pages.ts";

type Listed = Readonly<Record<string, unknown>> & { readonly id: string };

export type ObjectListProps<Row extends Listed> = {
  readonly object: "account" | "opportunity";
  readonly what: "accounts" | "opportunities";
  readonly endpoint: Endpoint;
  readonly title: string;
  readonly empty: { readonly icon: IconName; readonly title: string; readonly text: string };
  readonly rowName: (row: Row) => string;
  readonly link: (row: Row) => string;
  readonly usual: readonly string[];
  /** Fields that own columns show, or that have no value of their own. */
  readonly without: readonly string[];
  /** After the name. */
  readonly own: readonly GridColumn<Row>[];
};

const NO_FIELDS: readonly never[] = [];

export function ObjectList<Row extends Listed>(props: ObjectListProps<Row>) {
  const { object, what, endpoint, title, empty, rowName, link, usual, without, own } = props;
  const { contacts: words } = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const { search, filter, look, isNarrowed } = useListLook(`/${what}`);
  const [shown, show] = useKept(`${object}-columns`, usual);
  const fields = useAnswer(listFields, { query: { object } }).data?.items ?? NO_FIELDS;
  const pages = useListPages<Row>(endpoint, { search, filter });
  const choices = useMemo(() => columnChoices(fields, without, words), [fields, without, words]);
  const columns = useMemo(() => {
    const chosen = choices.filter(({ id }) => shown.includes(id));
    const name = { header: words.name, text: rowName, link };
    const [first, ...others] = fieldColumns<Row>({ fields, chosen, name, format });
    return first ? [first, ...own, ...others] : own;
  }, [fields, choices, shown, words, format, rowName, link, own]);
  const { rows } = pages;
  const shownCount = format.number(rows.length);
  return (
    <>
      <PageHead
        title={title}
        note={pages.hasMore ? words.foundMore(shownCount) : words.found(rows.length, shownCount)}
      />
      <div className={classes.tools}>
        <SearchBox
          label={words.search}
          hint={words.search}
          value={search}
          onChange={(text) => look({ search: text, filter })}
        />
        <FilterChips fields={fields} filters={filter} onChange={(next) => look({ search, filter: next })} />
        <span className={classes.grow} />
        <ColumnsMenu choices={choices} shown={shown} usual={usual} onChange={show} />
        <ExportMenu what={what} search={search} filter={filter} />
      </div>
      {pages.error && rows.length === 0 && <RefusalNotice error={pages.error} retry={pages.retry} />}
      {pages.isLoading && <Loader size="sm" m="xl" />}
      {!pages.isLoading && !pages.error && rows.length === 0 && (
        <NothingYet
          icon={isNarrowed ? "search" : empty.icon}
          title={isNarrowed ? words.noneFound : empty.title}
          text={isNarrowed ? words.noneFoundText : empty.text}
        />
      )}
      {rows.length > 0 && (
        <DataGrid
          label={title}
          rows={rows}
          columns={columns}
          rowId={({ id }) => id}
          rowName={rowName}
          onOpen={(row) => void navigate({ to: link(row) })}
          hasMore={pages.hasMore}
          onNearEnd={pages.fetchMore}
          resetKey={`${search} ${filter.join(" ")}`}
        />
      )}
    </>
  );
}
