/**
 * Keeps what the server has answered, and says what goes wrong: whoever is signed out comes to the page for signing in and back;
 * all else is told with what to do about it.
 */
import { notifications } from "@mantine/notifications";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../../src/http/client.ts";

export type Telling = { readonly unreachable: string; readonly unreachableFix: string };

/** Milliseconds in which an answer counts as fresh. */
const FRESH_MS = 15_000;

/** What an error says to a person: what is wrong, and what to do. */
export const toldOf = (error: unknown, telling: Telling): { readonly message: string; readonly fix: string } =>
  error instanceof ApiProblem ? error.refusal : { message: telling.unreachable, fix: telling.unreachableFix };

export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.status === 401;

/** A refusal stays one however often it is asked for. */
const isWorthAnother = (error: unknown): boolean =>
  !(error instanceof ApiProblem) || error.status === 503 || error.status === 429;

export function makeQueryClient({
  toSignIn,
  telling,
}: {
  readonly toSignIn: (error: Error) => void;
  readonly telling: () => Telling;
}) {
  const tell = (error: unknown): void => {
    const { message, fix } = toldOf(error, telling());
    notifications.show({ id: message, title: message, message: fix, color: "red", autoClose: 8000 });
  };
  return new QueryClient({
    queryCache: new QueryCache({
      onError(error, query) {
        if (isSignedOut(error)) toSignIn(error);
        // What has never been answered is told where it would stand.
        else if (query.state.data !== undefined) tell(error);
      },
    }),
    mutationCache: new MutationCache({
      onError(error, _variables, _context, mutation) {
        if (isSignedOut(error)) toSignIn(error);
        else if (mutation.meta?.tellsItself !== true) tell(error);
      },
    }),
    defaultOptions: {
      queries: { staleTime: FRESH_MS, retry: (count, error) => count < 2 && isWorthAnother(error) },
    },
  });
}
