/** The wizard as it stands in the frame: what the app has around it, without the app's pages. */
import { MantineProvider, Title } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type AnyRouter, RouterProvider } from "@tanstack/react-router";
import { useMemo } from "react";
import { ClientContext, type WorkspaceClient } from "../api/workspace-client.ts";
import { pageNonce } from "../app/page-nonce.ts";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { Told } from "../app/told.tsx";
import { type InWorkspace, WorkspaceContext } from "../app/workspace-context.ts";
import type { Words } from "../words/en.ts";
import type { Language } from "../words/language.ts";
import { WordsProvider } from "../words/words-provider.tsx";
import classes from "./embedded-app.module.css";
import type { Dressed } from "./messages.ts";
import { pageTheme, pageVariables } from "./page-theme.ts";

/** What there is to work with, once the token was taken. */
export type Opened = {
  readonly client: WorkspaceClient;
  readonly inWorkspace: InWorkspace;
  readonly router: AnyRouter;
};

export type Shown = {
  readonly spoken: { readonly words: Words; readonly language: Language };
  readonly dressed: Dressed;
  readonly queries: QueryClient;
  /** Null = there is nothing yet. */
  readonly opened: Opened | null;
  /** Why it cannot go on just now; null = it can. */
  readonly error: Error | null;
};

export function EmbeddedApp({ spoken, dressed: { look, scheme }, queries, opened, error }: Shown) {
  const theme = useMemo(() => pageTheme(look), [look]);
  const variables = useMemo(() => pageVariables(look), [look]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme={scheme} getStyleNonce={pageNonce}>
      <WordsProvider first={spoken.words} language={spoken.language}>
        <QueryClientProvider client={queries}>
          <Told />
          {error && (
            <main>
              <Title order={1} px="md" pt="md">
                {spoken.words.importFile.title}
              </Title>
              <RefusalNotice error={error} />
            </main>
          )}
          {opened && (
            <ClientContext value={opened.client}>
              <WorkspaceContext value={opened.inWorkspace}>
                <div className={error ? classes.waiting : undefined}>
                  <RouterProvider router={opened.router} />
                </div>
              </WorkspaceContext>
            </ClientContext>
          )}
        </QueryClientProvider>
      </WordsProvider>
    </MantineProvider>
  );
}
