/** How far an import is while the server works on it, as it tells by itself; at the end what is shown of it is asked anew. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { OutcomeCounts } from "../../src/core/plan/outcome.ts";
import { downloadLink } from "../api/download-link.ts";
import { countContacts, listAccounts, listContacts } from "../api/endpoints/contacts.ts";
import { importEvents, listLines, showImport } from "../api/endpoints/imports.ts";
import { forget } from "../api/use-answer.ts";
import { useClient } from "../api/workspace-client.ts";

/** What other pages keep of lists is not what it was before the import. */
const TOUCHED = [showImport, listLines, listContacts, countContacts, listAccounts];

export type Progress = {
  readonly state: string;
  readonly lines: number;
  readonly total: number | null;
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
  readonly outcomes: OutcomeCounts;
};

/** @param isWatched false = nothing is asked */
export function useProgress(id: string, isWatched: boolean): Progress | null {
  const client = useClient();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    if (!isWatched) return;
    setProgress(null);
    const ask = (): void => void forget(queries, client, TOUCHED);
    const events = new EventSource(downloadLink(client, importEvents, { params: { id }, query: {} }));
    events.addEventListener("progress", ({ data }) => setProgress(JSON.parse(data)));
    events.addEventListener("state", ask);
    events.addEventListener("end", () => {
      events.close();
      ask();
    });
    return () => events.close();
  }, [id, isWatched, client, queries]);
  return progress;
}
