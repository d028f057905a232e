/** Opportunities of the workspace: as a list, or as a board with a column for each stage of a pipeline. */
import { NativeSelect, SegmentedControl } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { listOpportunities, listPipelines } from "../api/endpoints/contacts.ts";
import { useAnswer } from "../api/use-answer.ts";
import { NothingYet } from "../app/nothing-yet.tsx";
import { ListHead, NoneImported } from "../object-table/list-head.tsx";
import { ListTools } from "../object-table/list-tools.tsx";
import { useWords } from "../words/words-provider.tsx";
import { OpportunityBoard } from "./opportunity-board.tsx";
import { OpportunityCount, OpportunityList } from "./opportunity-list.tsx";

export function OpportunitiesPage() {
  const { deals, empty, shell } = useWords();
  const { opportunity } = deals;
  const { search, filter = [], view = "list", pipeline } = useSearch({ from: "/shell/opportunities" });
  const navigate = useNavigate({ from: "/opportunities" });
  const pipelines = useAnswer(listPipelines, {});
  const any = useAnswer(listOpportunities, { query: { limit: 1 } });
  if (any.data?.items.length === 0)
    return (
      <NoneImported
        icon="opportunities"
        title={shell.opportunities}
        none={empty.opportunities}
        text={empty.opportunitiesText}
      />
    );
  const known = pipelines.data?.items ?? [];
  const shown = known.find(({ id }) => id === pipeline);
  const first = known.find(({ is_default }) => is_default) ?? known[0];
  const onBoard = shown ?? first;
  const filters = shown === undefined ? filter : [...filter, `pipeline=${shown.id}`];
  return (
    <>
      <ListHead
        title={shell.opportunities}
        note={view === "list" && <OpportunityCount search={search} filter={filters} />}
        what="opportunities"
        search={search}
        filter={filters}
      />
      <ListTools page="/opportunities" label={deals.searchOpportunities}>
        <NativeSelect
          size="xs"
          aria-label={opportunity.pipeline}
          value={(view === "board" ? onBoard?.id : shown?.id) ?? ""}
          onChange={({ currentTarget: { value } }) =>
            void navigate({
              search: ({ pipeline: _, ...rest }) => (value === "" ? rest : { ...rest, pipeline: value }),
            })
          }
          data={[
            ...(view === "board" ? [] : [{ value: "", label: opportunity.all }]),
            ...known.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label={opportunity.view}
          value={view}
          onChange={(chosen) =>
            void navigate({
              search: ({ view: _, ...rest }) => (chosen === "board" ? { ...rest, view: "board" as const } : rest),
            })
          }
          data={[
            { value: "list", label: opportunity.list },
            { value: "board", label: opportunity.board },
          ]}
        />
      </ListTools>
      {view === "list" && <OpportunityList search={search} filter={filters} />}
      {view === "board" && onBoard !== undefined && (
        <OpportunityBoard key={onBoard.id} pipeline={onBoard} search={search} filter={filter} />
      )}
      {view === "board" && pipelines.isSuccess && onBoard === undefined && (
        <NothingYet icon="opportunities" title={opportunity.noPipelines} text={opportunity.noPipelinesText} />
      )}
    </>
  );
}
