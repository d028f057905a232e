/** The page of a product that is made with React, to be built for a browser: `<MusterImport>` with whatever the page's address says. */
import { createElement, StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { MusterImport } from "../../src/library/react.ts";

type Browser = {
  readonly location: { readonly search: string };
  readonly document: { getElementById(id: string): Parameters<typeof createRoot>[0] };
};

const { location, document } = globalThis as unknown as Browser;
const server = new URLSearchParams(location.search).get("server") ?? "";

function Page() {
  const [told, setTold] = useState("");
  const [asked, setAsked] = useState(0);
  const getToken = async (): Promise<string> => {
    setAsked((count) => count + 1);
    const response = await fetch("/token");
    if (!response.ok) throw new Error("Nobody is signed in.");
    return response.text();
  };
  return createElement(
    "main",
    null,
    createElement("h1", null, "React"),
    createElement(MusterImport, {
      ...{ server, getToken, language: "en", className: "wizard", style: { height: "40rem" } },
      onDone: ({ state, outcomes }) => setTold(`${state}: ${outcomes.created} new`),
      onError: ({ code, message }) => setTold(`${code}: ${message}`),
    }),
    createElement("output", null, `asked ${asked} times; ${told}`),
  );
}

createRoot(document.getElementById("root")).render(createElement(StrictMode, null, createElement(Page)));
