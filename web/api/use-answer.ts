/** What endpoints answer, kept and shared by the pages that show it; and changes, after which what they touch is asked again. */
import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { ApiClient } from "../../src/http/client.ts";
import type { AnswerOf, Endpoint } from "../../src/http/contract/endpoint.ts";
import { useClient, type WorkspaceClient } from "./workspace-client.ts";

/** `params`, `query`, `body` and `headers`, as the endpoint takes them. */
export type Asked<E extends Endpoint> = Omit<Sent<E>, "signal">;

type Sent<E extends Endpoint> = Parameters<typeof ApiClient.prototype.call<E>>[1];

type Kept<E extends Endpoint> = {
  /** Milliseconds after which it is asked again while the page is shown; false = only when it is opened. */
  readonly every?: number | false | ((answer: AnswerOf<E> | undefined) => number | false);
  /** The former answer is shown while another one is fetched, so that nothing jumps. */
  readonly keepsFormer?: boolean;
  readonly enabled?: boolean;
};

export const answerKey = (
  { workspace }: Pick<WorkspaceClient, "workspace">,
  { path }: Pick<Endpoint, "path">,
  asked?: object,
) => (asked === undefined ? [workspace, path] : [workspace, path, asked]);

export const answerOf = <E extends Endpoint>(client: WorkspaceClient, endpoint: E, asked: Asked<E>) =>
  queryOptions({
    queryKey: answerKey(client, endpoint, asked),
    queryFn: ({ signal }): Promise<AnswerOf<E>> => client.api.call(endpoint, { ...asked, signal } as Sent<E>),
  });

export function useAnswer<E extends Endpoint>(
  endpoint: E,
  asked: Asked<E>,
  { every = false, keepsFormer = false, enabled = true }: Kept<E> = {},
): UseQueryResult<AnswerOf<E>> {
  const client = useClient();
  return useQuery({
    ...answerOf(client, endpoint, asked),
    enabled,
    refetchInterval: typeof every === "function" ? ({ state }) => every(state.data as AnswerOf<E> | undefined) : every,
    ...(keepsFormer ? { placeholderData: keepPreviousData } : {}),
  }) as UseQueryResult<AnswerOf<E>>;
}

type Change<E extends Endpoint> = {
  /** Endpoints whose answers are other ones now. */
  readonly touches?: readonly Endpoint[];
  readonly onDone?: (answer: AnswerOf<E>) => void;
  /** The page shows what went wrong itself: no notification. */
  readonly tellsItself?: boolean;
};

export function useChange<E extends Endpoint>(
  endpoint: E,
  { touches = [], onDone, tellsItself = false }: Change<E> = {},
): UseMutationResult<AnswerOf<E>, Error, Asked<E>> {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: Asked<E>) => client.api.call(endpoint, asked as Sent<E>),
    meta: { tellsItself },
    onSuccess: async (answer) => {
      onDone?.(answer);
      await forget(queries, client, touches);
    },
  });
}

/** Asks again, for what is shown, what these endpoints answer. */
export const forget = async (
  queries: QueryClient,
  client: WorkspaceClient,
  touches: readonly Endpoint[],
): Promise<void> => {
  await Promise.all(touches.map((touched) => queries.invalidateQueries({ queryKey: answerKey(client, touched) })));
};
