/** How far an import is while the server works on it, as it tells by itself; at the end what is shown of it is asked anew. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { OutcomeCounts } from "../../src/core/plan/outcome.ts";
import { ApiProblem } from "../../src/http/client.ts";
import { countContacts, listAccounts, listContacts } from "../api/endpoints/contacts.ts";
import { importEvents, listLines, showImport } from "../api/endpoints/imports.ts";
import { forget } from "../api/use-answer.ts";
import { useClient, type WorkspaceClient } from "../api/workspace-client.ts";

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

/** Milliseconds before it is asked again where the connection is lost. */
const AGAIN_MS = 2000;

/** @param isWatched false = nothing is asked */
export function useProgress(id: string, isWatched: boolean): Progress | null {
  const client = useClient();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    if (!isWatched) return;
    setProgress(null);
    const stop = new AbortController();
    const onChange = (): void => void forget(queries, client, TOUCHED);
    void follow(client, id, { signal: stop.signal, onProgress: setProgress, onChange });
    return () => stop.abort();
  }, [id, isWatched, client, queries]);
  return progress;
}

type Follower = {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  readonly onChange: () => void;
};

/** Another token comes, in a page that shows the wizard in a frame; and who asked too often may ask again. */
const isPassing = ({ status }: ApiProblem): boolean => status >= 500 || status === 401 || status === 429;

/** To its end, whatever becomes of the connection meanwhile. */
async function follow(client: WorkspaceClient, id: string, { signal, ...on }: Follower): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const { event, data } of client.api.events(importEvents, { params: { id }, signal })) {
        if (signal.aborted) return;
        if (event === "progress") on.onProgress(JSON.parse(data));
        if (event === "state" || event === "end") on.onChange();
        if (event === "end") return;
      }
    } catch (error) {
      if (error instanceof ApiProblem && !isPassing(error)) return;
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}
