/** Imports and undos that are at work, looked at more often while there are some. */
import { useQuery } from "@tanstack/react-query";
import { listTasks } from "../api/endpoints/notifications.ts";
import { answerOf } from "../api/use-answer.ts";
import { useClient } from "../api/workspace-client.ts";

/** As the API answers it. */
export type RunningImport = {
  readonly kind: "import" | "undo";
  readonly import: string;
  readonly file: string;
  readonly progress?: { readonly done: number; readonly lines: number | null; readonly secondsLeft: number | null };
};

const AT_WORK_MS = 1_500;
const AT_REST_MS = 12_000;
const LOOKED_AT = 10;

export function useRunningImports(): readonly RunningImport[] {
  const client = useClient();
  const { data = [] } = useQuery({
    ...answerOf(client, listTasks, { query: { limit: LOOKED_AT } }),
    select: ({ items }) => items.filter(isAtWork) as unknown as readonly RunningImport[],
    refetchInterval: ({ state }) => (state.data?.items.some(isAtWork) ? AT_WORK_MS : AT_REST_MS),
  });
  return data;
}

type Task = { readonly kind: string; readonly state: string; readonly importState?: unknown };

/** A plan writes no contacts. */
const isAtWork = ({ kind, state, importState }: Task): boolean =>
  state === "running" && (kind === "undo" || (kind === "import" && importState === "running"));
