/** How far an import is, told by the server as it goes on; when it ends, whatever it has changed is asked for again. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ImportState } from "../../src/core/import-state.ts";
import type { JobKind } from "../../src/core/job/job.ts";
import type { OutcomeCounts } from "../../src/core/plan/outcome.ts";
import { downloadLink } from "../api/download-link.ts";
import { countContacts, listContacts } from "../api/endpoints/contacts.ts";
import { listEffects } from "../api/endpoints/effects.ts";
import { importEvents, listImports, listLines, showImport } from "../api/endpoints/imports.ts";
import { listNotifications, listTasks } from "../api/endpoints/notifications.ts";
import { forget } from "../api/use-answer.ts";
import { useClient } from "../api/workspace-client.ts";
import { type ImportSummary, isAtWork } from "./import-detail.ts";

export type ImportProgress = {
  readonly state: ImportState;
  /** What it waits for until a worker is free; null = for nothing. */
  readonly waits: JobKind | null;
  /** What its worker goes through: `plan`, `run`; null = nothing that is counted. */
  readonly pass: string | null;
  readonly lines: number;
  readonly total: number | null;
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
  readonly outcomes: OutcomeCounts;
};

/** Milliseconds after which a server that has sent the reader away is asked again. */
const AGAIN_MS = 5_000;

const TOUCHED = [
  ...[showImport, listImports, listLines, listTasks, listEffects],
  ...[listNotifications, listContacts, countContacts],
];

/** States from which an import may go on without anybody here asking. */
const OPEN: ReadonlySet<ImportState> = new Set(["received", "planned", "running", "interrupted", "undoing"]);

type Watched = {
  /** Null while nothing goes on. */
  readonly progress: ImportProgress | null;
  /** Something was asked of the import: see what becomes of it. */
  readonly watch: () => void;
};

export function useImportProgress(id: string, of: Pick<ImportSummary, "state" | "waits"> | undefined): Watched {
  const client = useClient();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [asked, setAsked] = useState(0);
  const isWatched = asked > 0 || (of !== undefined && (OPEN.has(of.state) || isAtWork(of)));
  useEffect(() => {
    if (!isWatched) return;
    const events = new EventSource(downloadLink(client, importEvents, { params: { id }, query: {} }));
    let later: ReturnType<typeof setTimeout> | undefined;
    let told = 0;
    events.addEventListener("progress", ({ data }) => {
      told++;
      const next = JSON.parse(data) as ImportProgress;
      if (asked > 0 || told > 1 || next.pass !== null || isMoving(next)) setProgress(next);
    });
    events.addEventListener("end", () => {
      events.close();
      setProgress(null);
      // What ended before anybody looked is shown as it is already.
      if (asked > 0 || told > 1) void forget(queries, client, TOUCHED);
    });
    events.addEventListener("error", () => {
      if (events.readyState === EventSource.CLOSED) later = setTimeout(() => setAsked((times) => times + 1), AGAIN_MS);
    });
    return () => {
      events.close();
      clearTimeout(later);
      setProgress(null);
    };
  }, [id, asked, isWatched, client, queries]);
  return { progress, watch: () => setAsked((times) => times + 1) };
}

const isMoving = ({ state, waits }: ImportProgress): boolean =>
  waits !== null || state === "running" || state === "undoing";
