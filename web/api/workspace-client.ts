/** The client of the API in the workspace that the page is about, by the session's cookie or, in a page of another product, by a token. */
import { createContext, useContext } from "react";
import { ApiClient } from "../../src/http/client.ts";

export type WorkspaceClient = {
  readonly api: ApiClient;
  /** Slug; null = the page does not say, and the server takes the person's own. */
  readonly workspace: string | null;
  /** As it is just now; null = the session's cookie says who asks. Links then need nothing else. */
  readonly token: (() => string) | null;
};

export const clientFor = (workspace: string | null): WorkspaceClient => ({
  api: new ApiClient({ server: location.origin, ...(workspace === null ? {} : { workspace }) }),
  workspace,
  token: null,
});

/** @param send asks with the token of the moment */
export const clientWithToken = (
  workspace: string | null,
  { token, send }: { readonly token: () => string; readonly send: typeof fetch },
): WorkspaceClient => ({
  api: new ApiClient({ server: location.origin, fetch: send, ...(workspace === null ? {} : { workspace }) }),
  workspace,
  token,
});

/** For requests that do not go through the client. */
export const headersOf = ({ workspace, token }: WorkspaceClient): Readonly<Record<string, string>> => ({
  ...(workspace === null ? {} : { "Muster-Workspace": workspace }),
  ...(token === null ? {} : { Authorization: `Bearer ${token()}` }),
});

export const ClientContext = createContext<WorkspaceClient>(clientFor(null));

export const useClient = (): WorkspaceClient => useContext(ClientContext);
