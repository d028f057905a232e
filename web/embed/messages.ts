/** What the element and the wizard in its frame say to each other, by `postMessage`. Types alone: the element is a script of its own. */
import type { ImportDone, ImportError, TokenWanted } from "../../src/core/embed/embed-events.ts";

/** The page's own colours and forms, as its CSS variables say them; what is not said is as in the app. */
export type Look = {
  readonly accent?: string;
  readonly background?: string;
  readonly text?: string;
  readonly line?: string;
  readonly radius?: string;
  readonly font?: string;
};

export type Scheme = "light" | "dark";

export type Dressed = { readonly look: Look; readonly scheme: Scheme };

/** What the page says before the wizard is shown. */
export type Begin = Dressed & {
  readonly token: string;
  /** Slug; null = the token's. */
  readonly workspace: string | null;
  /** Null = as the browser asks for it. */
  readonly language: string | null;
  readonly object: string | null;
  readonly mode: string | null;
};

export type ToFrame =
  | ({ readonly muster: "begin" } & Begin)
  | { readonly muster: "token"; readonly token: string }
  | ({ readonly muster: "dress" } & Dressed);

export type ToPage =
  | { readonly muster: "ready" }
  | { readonly muster: "done"; readonly detail: ImportDone }
  | { readonly muster: "error"; readonly detail: ImportError }
  | { readonly muster: "token"; readonly detail: TokenWanted };
