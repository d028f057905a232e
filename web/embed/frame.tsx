/** Where the frame of `<muster-import>` begins: it waits for the page's word, takes the token, and shows the wizard. */
import "@mantine/core/styles.css";
import { StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { ApiProblem } from "../../src/http/client.ts";
import { clientWithToken } from "../api/workspace-client.ts";
import { offerNonce } from "../app/page-nonce.ts";
import { isSignedOut, makeQueryClient, toldOf } from "../app/query-client.ts";
import type { Words } from "../words/en.ts";
import { browserLanguage, isLanguage, type Language } from "../words/language.ts";
import { speak } from "../words/spoken-words.ts";
import { embedRouter } from "./embed-router.tsx";
import { EmbeddedApp, type Opened, type Shown } from "./embedded-app.tsx";
import type { Begin } from "./messages.ts";
import { linkToPage, type PageLink } from "./page-link.ts";
import { type Holding, TokenHolder } from "./token-holder.ts";

type Known = { readonly words: Words; readonly language: Language; readonly origin: string; readonly page: PageLink };

/** From the page's first word on. */
class Frame {
  readonly #root: Root;
  readonly #known: Known;
  readonly #holder: TokenHolder;
  #shown: Shown;

  constructor(root: Root, known: Known, said: Begin) {
    const { words, language, page } = known;
    [this.#root, this.#known] = [root, known];
    const ended = { code: "embed_token_expired", message: words.embed.ended, fix: words.embed.endedFix } as const;
    this.#holder = new TokenHolder(
      {
        wanted: (detail) => page.tell({ muster: "token", detail }),
        ended: (refusal) => this.fail(new ApiProblem(401, refusal)),
      },
      ended,
    );
    const queries = makeQueryClient({ toSignIn: (error) => this.fail(error), telling: () => words.shell });
    this.#shown = { spoken: { words, language }, dressed: said, queries, opened: null, error: null };
  }

  async open(said: Begin): Promise<void> {
    try {
      const me = await this.#take(said.token);
      this.show({ opened: this.#opened(me, said) });
    } catch (error) {
      this.fail(error);
    }
  }

  /** Another token: it goes on where it stood. */
  async renew(token: string, said: Begin): Promise<void> {
    if (this.#shown.opened === null) {
      this.show({ error: null });
      return this.open({ ...said, token });
    }
    try {
      await this.#take(token);
      this.show({ error: null });
      await this.#shown.queries.invalidateQueries();
    } catch (error) {
      this.fail(error);
    }
  }

  show(change: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...change };
    this.#root.render(
      <StrictMode>
        <EmbeddedApp {...this.#shown} />
      </StrictMode>,
    );
  }

  /** Said in the frame, and told to the page: once, whatever else is asked with a token that counts no longer. */
  fail(reason: unknown): void {
    const error = reason instanceof Error ? reason : new Error(String(reason));
    const former = this.#shown.error;
    if (former !== null && (isSignedOut(former) || codeOf(former) === codeOf(error))) return;
    this.#known.page.tell({
      muster: "error",
      detail: { code: codeOf(error), ...toldOf(error, this.#known.words.shell) },
    });
    this.show({ error });
  }

  /** Throws `ApiProblem` where it does not count, or not here. */
  async #take(token: string): Promise<Holding> {
    const me = await this.#holder.take(token);
    const { origin, words } = this.#known;
    if (me.embed?.origins.includes(origin)) return me;
    const { origin: message, originFix: fix } = words.embed;
    throw new ApiProblem(403, { code: "embed_origin_refused", message: message(origin), fix });
  }

  #opened(me: Holding, { workspace: named, ...said }: Begin): Opened {
    const workspace = me.workspaces.find(({ slug }) => named === null || slug === named);
    if (!workspace) {
      const { workspace: message, workspaceFix: fix } = this.#known.words.embed;
      throw new ApiProblem(404, { code: "workspace_unknown", message: message(named ?? ""), fix });
    }
    return {
      client: clientWithToken(workspace.slug, this.#holder),
      inWorkspace: { me, workspace },
      router: embedRouter(said, this.#known.page),
    };
  }
}

const codeOf = (error: Error): string => (error instanceof ApiProblem ? error.refusal.code : "server_unreachable");

offerNonce();
const place = document.getElementById("app");
if (place) {
  const root = createRoot(place);
  let frame: Promise<Frame> | null = null;
  let begun: Begin | null = null;
  const page = linkToPage({
    begin(said, origin) {
      begun = said;
      frame = begin(said, origin);
    },
    token: (token) => void frame?.then((open) => begun && open.renew(token, begun)),
    dress: (dressed) => void frame?.then((open) => open.show({ dressed })),
  });

  async function begin(said: Begin, origin: string): Promise<Frame> {
    const language = isLanguage(said.language) ? said.language : browserLanguage();
    const opened = new Frame(root, { words: await speak(language), language, origin, page }, said);
    await opened.open(said);
    return opened;
  }
}
