/** The client of the API in the workspace that the page is about, by the session's cookie. */
import { createContext, useContext } from "react";
import { ApiClient } from "../../src/http/client.ts";

export type WorkspaceClient = {
  readonly api: ApiClient;
  /** Slug; null = the page does not say, and the server takes the person's own. */
  readonly workspace: string | null;
};

export const clientFor = (workspace: string | null): WorkspaceClient => ({
  api: new ApiClient({ server: location.origin, ...(workspace === null ? {} : { workspace }) }),
  workspace,
});

export const ClientContext = createContext<WorkspaceClient>(clientFor(null));

export const useClient = (): WorkspaceClient => useContext(ClientContext);
