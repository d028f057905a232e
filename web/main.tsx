/** Where the app begins in the browser. */
import "@mantine/core/styles.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, useEffect, useRef } from "react";
import { createRoot } from "react-dom/client";
import { offerNonce, pageNonce } from "./app/page-nonce.ts";
import { makeQueryClient } from "./app/query-client.ts";
import { router } from "./app/routes.ts";
import { cssVariables, theme } from "./app/theme.ts";
import { Told } from "./app/told.tsx";
import type { Words } from "./words/en.ts";
import { chosenLanguage, tellLanguage } from "./words/language.ts";
import { speakFirst } from "./words/spoken-words.ts";
import { useSpoken, WordsProvider } from "./words/words-provider.tsx";

/** Signed out: to the page for signing in, and back to where one was. */
function toSignIn(): void {
  const { pathname, href } = router.state.location;
  if (pathname !== "/sign-in") void router.navigate({ to: "/sign-in", search: { back: href }, replace: true });
}

let spoken: Words;
const queries = makeQueryClient({ toSignIn, telling: () => spoken.shell });

function App() {
  const { words, language } = useSpoken();
  spoken = words;
  const asked = useRef(language);
  useEffect(() => {
    if (asked.current === language) return;
    asked.current = language;
    // What the server said is in the former language.
    void queries.invalidateQueries();
  }, [language]);
  return (
    <QueryClientProvider client={queries}>
      <Told />
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}

offerNonce();
const language = chosenLanguage();
tellLanguage(language);
const firstWords = speakFirst(language);
// The page is fetched beside its words, not after them.
void router.load();
spoken = await firstWords;
const place = document.getElementById("app");
if (place)
  createRoot(place).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={pageNonce}
      >
        <WordsProvider first={spoken} language={language}>
          <App />
        </WordsProvider>
      </MantineProvider>
    </StrictMode>,
  );
