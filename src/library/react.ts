/**
 * `<muster-import>` for React: the import wizard of a Muster server in a page of yours, as docs/embedding.md describes it. Fetches
 * the element's script from that server, asks your server for tokens in time, and hands its events on.
 */
"use client";

import { createElement, type ReactElement, useEffect, useRef } from "react";
import type { ImportDone, ImportError, TokenWanted } from "../core/embed/embed-events.ts";

export type { ImportDone, ImportError };

export type MusterImportProps = {
  /** Where Muster is: `https://muster.example.com`. */
  readonly server: string;
  /** Asks your server for a token. Called once at the beginning, and again each time before one ends. */
  readonly getToken: () => Promise<string>;
  readonly onDone?: ((done: ImportDone) => void) | undefined;
  /** Also where `getToken` fails: with the code `embed_token_unknown`. */
  readonly onError?: ((error: ImportError) => void) | undefined;
  /** Slug; unsaid: the token's own. */
  readonly workspace?: string;
  /** Unsaid: as the browser asks for it. */
  readonly language?: "en" | "de";
  /** What the lines are before anybody says otherwise; unsaid: contacts. */
  readonly object?: string;
  readonly mode?: "create" | "update" | "both";
  /** Unsaid: as the page around it. */
  readonly scheme?: "light" | "dark";
  readonly className?: string;
  readonly style?: Readonly<Record<string, string | number>>;
};

export function MusterImport({ getToken, onDone, onError, className, ...said }: MusterImportProps): ReactElement {
  const { server } = said;
  const element = useRef<MusterImportElement>(null);
  // What is called is what was given last: a new function is no new wizard.
  const given = useRef({ getToken, onDone, onError });
  useEffect(() => {
    given.current = { getToken, onDone, onError };
  });
  useEffect(() => {
    loadElement(server);
    return element.current ? attend(element.current, () => given.current) : undefined;
  }, [server]);
  return createElement("muster-import", { ...said, ref: element, class: className });
}

/** As far as it is needed here: the library is typed without a browser. */
type MusterImportElement = EventTarget & {
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): void;
};

type Given = Pick<MusterImportProps, "getToken" | "onDone" | "onError">;

/** Until what it answers is called. */
function attend(element: MusterImportElement, given: () => Given): () => void {
  let [isAsking, isGone] = [false, false];
  async function giveToken(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      const token = await given().getToken();
      if (!isGone) element.setAttribute("token", token);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!isGone)
        given().onError?.({ code: "embed_token_unknown", message, fix: "See why getToken has not given a token." });
    } finally {
      isAsking = false;
    }
  }
  const heard: Readonly<Record<string, (event: Event) => void>> = {
    "muster-done": (event) => given().onDone?.(detailOf<ImportDone>(event)),
    "muster-error": (event) => given().onError?.(detailOf<ImportError>(event)),
    "muster-token": (event) => {
      const isFirst = detailOf<TokenWanted>(event).expiresAt === null;
      if (!isFirst || !element.hasAttribute("token")) void giveToken();
    },
  };
  for (const [name, hear] of Object.entries(heard)) element.addEventListener(name, hear);
  // An element that was there before anybody listened has asked already.
  void giveToken();
  return () => {
    isGone = true;
    for (const [name, hear] of Object.entries(heard)) element.removeEventListener(name, hear);
  };
}

const detailOf = <Detail>(event: Event): Detail => (event as CustomEvent<Detail>).detail;

type Page = {
  readonly head: { append(script: object): void };
  createElement(name: "script"): object;
};

const loaded = new Set<string>();

/** Once for each server, however many wizards a page shows. */
function loadElement(server: string): void {
  if (loaded.has(server)) return;
  loaded.add(server);
  const { document } = globalThis as unknown as { readonly document: Page };
  const src = new URL("/embed/muster-import.js", server).href;
  document.head.append(Object.assign(document.createElement("script"), { type: "module", src }));
}
