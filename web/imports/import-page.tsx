/** One import: what became of it, the ledger of its lines, the settings it was made with, and what may be done with it. */
import { Button, Center, Collapse, Loader, Tabs } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { showImport } from "../api/endpoints/imports.ts";
import { useAnswer } from "../api/use-answer.ts";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { useWorkspace } from "../app/workspace-context.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { ImportActions } from "./import-actions.tsx";
import { detailOf, type ImportDetail } from "./import-detail.ts";
import { ImportFacts } from "./import-facts.tsx";
import { ImportMessages } from "./import-messages.tsx";
import { ImportNotices } from "./import-notices.tsx";
import classes from "./import-page.module.css";
import { ImportProgressCard } from "./import-progress.tsx";
import { ImportStats } from "./import-stats.tsx";
import { Ledger } from "./ledger.tsx";
import { LEDGER_VIEWS, type LedgerSearch } from "./ledger-search.ts";
import { LineDrawer } from "./line-drawer.tsx";
import { OutcomeFilter } from "./outcome-filter.tsx";
import { PartNumbers } from "./part-numbers.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";
import { SettingsUsed } from "./settings-used.tsx";
import { StateBadge } from "./state-badge.tsx";
import { UndoDialog } from "./undo-dialog.tsx";
import { type ImportProgress, useImportProgress } from "./use-import-progress.ts";

const route = getRouteApi("/shell/imports/$id");

export function ImportPage() {
  const { shell } = useWords();
  const { id } = route.useParams();
  const found = useAnswer(showImport, { params: { id } });
  const detail = found.data && detailOf(found.data);
  const { progress, watch } = useImportProgress(id, detail);
  if (detail) return <Shown detail={detail} progress={progress} watch={watch} />;
  return (
    <>
      <PageHead title={shell.imports} />
      {found.error ? (
        <RefusalNotice error={found.error} retry={() => void found.refetch()} />
      ) : (
        <Center p="xl">
          <Loader size="sm" />
        </Center>
      )}
    </>
  );
}

type ShownProps = {
  readonly detail: ImportDetail;
  readonly progress: ImportProgress | null;
  readonly watch: () => void;
};

function Shown({ detail, progress, watch }: ShownProps) {
  const [undoing, setUndoing] = useState<"all" | number | null>(null);
  const [isRemoving, removing] = useDisclosure(false);
  const { state, waits = null } = progress ?? detail;
  const now = { ...detail, state, waits };
  return (
    <>
      <PageHead title={detail.file} note={<StateBadge state={state} waits={waits} />}>
        <ImportActions
          detail={now}
          isBusy={progress !== null || waits !== null}
          watch={watch}
          undo={() => setUndoing("all")}
          remove={removing.open}
        />
      </PageHead>
      <div className={classes.page}>
        <ImportFacts detail={now} />
        <ImportNotices detail={now} />
        {progress && <ImportProgressCard progress={progress} />}
        <Outcomes detail={now} progress={progress} undoLine={setUndoing} />
      </div>
      <UndoDialog detail={detail} what={undoing} close={() => setUndoing(null)} onAsked={watch} />
      <RemoveDialog id={detail.import} isOpen={isRemoving} close={removing.close} />
    </>
  );
}

type OutcomesProps = Omit<ShownProps, "watch"> & { readonly undoLine: (line: number) => void };

function Outcomes({ detail, progress, undoLine }: OutcomesProps) {
  const { imports } = useWords();
  const { may } = useWorkspace();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { outcome, problem, line, view = "lines" } = search;
  const [areStatsOpen, stats] = useDisclosure(problem !== undefined);
  const say = ({ outcome, problem, line, view }: Partial<Record<keyof LedgerSearch, unknown>>): void => {
    const said = Object.entries({ outcome, problem, line, view }).filter(([, value]) => value !== undefined);
    void navigate({ search: Object.fromEntries(said) as LedgerSearch, replace: true });
  };
  const isCounting = progress !== null && progress.state !== "undoing";
  const outcomes = isCounting ? progress.outcomes : detail.outcomes;
  const isDone = !["received", "planned", "running", "undoing"].includes(detail.state);
  return (
    <>
      <OutcomeFilter
        outcomes={outcomes}
        isPlan={detail.state === "planned"}
        total={isCounting ? progress.total : null}
        chosen={outcome}
        choose={(next) => say({ outcome: next })}
      />
      {!isCounting && (
        <div>
          <PartNumbers parts={detail.parts} isPlan={detail.state === "planned"} />
        </div>
      )}
      <div>
        <Button variant="default" size="compact-sm" onClick={stats.toggle} aria-expanded={areStatsOpen}>
          <FoundKinds detail={detail} />
        </Button>
        <Collapse expanded={areStatsOpen} transitionDuration={0}>
          <div className={classes.statsRoom}>
            <ImportStats detail={detail} chosen={problem} choose={(code) => say({ problem: code })} />
          </div>
        </Collapse>
      </div>
      <Tabs value={view} onChange={(next) => say({ view: next })} className={classes.tabs ?? ""} keepMounted={false}>
        <Tabs.List>
          {LEDGER_VIEWS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {{ lines: imports.ledger, settings: imports.settingsUsed, messages: imports.sent }[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="lines" className={classes.panel ?? ""} data-lines>
          <Ledger
            key={`${outcome} ${problem}`}
            {...{ detail, outcome, problem }}
            opened={line}
            open={(next) => say({ ...search, line: next })}
            isLive={progress !== null}
            clearFilter={() => say({})}
          />
        </Tabs.Panel>
        <Tabs.Panel value="settings" className={classes.panel ?? ""}>
          <SettingsUsed detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="messages" className={classes.panel ?? ""}>
          <ImportMessages id={detail.import} />
        </Tabs.Panel>
      </Tabs>
      <LineDrawer
        detail={detail}
        line={line}
        close={() => say({ ...search, line: undefined })}
        undo={may("undo") && isDone && progress === null && detail.waits === null ? undoLine : null}
      />
    </>
  );
}

function FoundKinds({ detail: { problems, warnings } }: { readonly detail: ImportDetail }) {
  const { imports } = useWords();
  const format = useFormat();
  const kinds = new Set([...Object.keys(problems), ...Object.keys(warnings)]).size;
  return imports.showFound(kinds, format.number(kinds));
}
