/** The contacts of the workspace: search, filters, views, the list, and the ways in and out. */
import { Loader } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useMemo, useState } from "react";
import { countContacts, listContacts } from "../api/endpoints/contacts.ts";
import { useAnswer } from "../api/use-answer.ts";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { useLabel, useWorkspace } from "../app/workspace-context.ts";
import { BulkBanner } from "../bulk/bulk-banner.tsx";
import { useChosen } from "../bulk/use-chosen.ts";
import { contactTitle } from "../contact/contact-title.ts";
import { DataGrid } from "../grid/data-grid.tsx";
import { ColumnsMenu } from "../list/columns-menu.tsx";
import { ExportMenu } from "../list/export-menu.tsx";
import { CREATED, columnChoices, fieldColumns } from "../list/field-columns.tsx";
import { FilterChips } from "../list/filter-chips.tsx";
import list from "../list/list.module.css";
import { SearchBox } from "../list/search-box.tsx";
import { useFields } from "../list/use-fields.ts";
import { useKept } from "../list/use-kept.ts";
import { useListLook } from "../list/use-list-look.ts";
import { useListPages } from "../list/use-list-pages.ts";
import { fetched } from "../words/spoken-words.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { AddMenu } from "./add-menu.tsx";
import { DropAnywhere } from "./drop-anywhere.tsx";
import { ImportBanner } from "./import-banner.tsx";
import type { ListedContact } from "./listed-contact.ts";
import { NoContacts } from "./no-contacts.tsx";
import { PageLinks } from "./page-links.tsx";
import { ViewsMenu } from "./views-menu.tsx";

const ChosenBar = lazy(fetched(() => import("./chosen-bar.tsx")));

/** Rows up to which the whole list is fetched anew while an import works. */
const SHORT_LIST = 400;
const USUAL_COLUMNS: readonly string[] = ["email", "phone", "account_name", "job_title", "tags", "city", CREATED];
/** The first column says them. */
const IN_NAME: readonly string[] = ["id", "full_name"];

export function ContactsPage() {
  const { contacts: words } = useWords();
  const label = useLabel();
  const format = useFormat();
  const { may } = useWorkspace();
  const navigate = useNavigate();
  const { search, filter, look, isNarrowed } = useListLook("/contacts");
  const [shown, show] = useKept("contact-columns", USUAL_COLUMNS);
  const fields = useFields();
  const count = useAnswer(countContacts, {}).data?.contacts ?? null;
  const pages = useListPages<ListedContact>(listContacts, { search, filter });
  const choices = useMemo(() => columnChoices(fields, IN_NAME, words), [fields, words]);
  const columns = useMemo(
    () =>
      fieldColumns<ListedContact>({
        ...{ fields, format, chosen: choices.filter(({ id }) => shown.includes(id)) },
        name: { header: words.name, text: contactTitle, link: ({ id }) => `/contacts/${id}` },
      }),
    [fields, choices, shown, words, format],
  );
  const { rows } = pages;
  const loaded = useMemo(() => rows.map(({ id }) => id), [rows]);
  const [begun, setBegun] = useState<readonly string[]>([]);
  const chosen = useChosen({ search, filter, loaded, hasMore: pages.hasMore });
  const found = pages.hasMore
    ? words.foundMore(format.number(rows.length))
    : words.found(rows.length, format.number(rows.length));
  const title = label("list", words.grid);
  return (
    <>
      <PageHead title={title} note={isNarrowed ? found : count === null ? "" : format.number(count)}>
        <PageLinks />
        <AddMenu />
      </PageHead>
      <BulkBanner asked={begun} />
      <ImportBanner isShort={rows.length <= SHORT_LIST} />
      <div className={list.tools}>
        <SearchBox
          label={words.searchContacts}
          hint={words.searchHint}
          value={search}
          onChange={(text) => look({ search: text, filter })}
        />
        <FilterChips fields={fields} filters={filter} onChange={(next) => look({ search, filter: next })} />
        <span className={list.grow} />
        <ViewsMenu
          now={{ search, filter, columns: shown }}
          usual={USUAL_COLUMNS}
          onShow={(view) => {
            show(view.columns);
            look(view);
          }}
        />
        <ColumnsMenu choices={choices} shown={shown} usual={USUAL_COLUMNS} onChange={show} />
        <ExportMenu what="contacts" search={search} filter={filter} />
      </div>
      {chosen.choice.chosen.size > 0 && (
        <Suspense fallback={null}>
          <ChosenBar
            of={chosen}
            rows={rows}
            isNarrowed={isNarrowed}
            onBegun={(id) => setBegun((ids) => [...ids, id])}
          />
        </Suspense>
      )}
      {pages.error && rows.length === 0 && <RefusalNotice error={pages.error} retry={pages.retry} />}
      {pages.isLoading && <Loader size="sm" m="xl" />}
      {!pages.isLoading && !pages.error && rows.length === 0 && (
        <NoContacts isNarrowed={isNarrowed} widen={() => look({ search: "", filter: [] })} />
      )}
      {rows.length > 0 && (
        <DataGrid
          label={title}
          rows={rows}
          columns={columns}
          rowId={({ id }) => id}
          rowName={contactTitle}
          onOpen={({ id }) => void navigate({ to: "/contacts/$id", params: { id } })}
          choice={chosen.choice}
          total={isNarrowed ? null : count}
          hasMore={pages.hasMore}
          onNearEnd={pages.fetchMore}
          resetKey={`${search} ${filter.join(" ")}`}
        />
      )}
      {may("import") && <DropAnywhere />}
    </>
  );
}
