/**
 * `<muster-import>`: the import wizard in a page of another product. It shows the server's own page in a frame, hands it the
 * token, and tells its own page what becomes of it. Never reads the page that it stands in, but for its own CSS variables.
 */
import type { ImportError } from "../../src/core/embed/embed-events.ts";
import { embedElement as german } from "../words/de/embed-element.ts";
import { embedElement as english } from "../words/en/embed-element.ts";
import { dressedAs } from "./element-look.ts";
import { type FramePass, frameAddress, framePass } from "./frame-address.ts";
import type { ToFrame, ToPage } from "./messages.ts";

/** Milliseconds within which the frame has to say that it is there; less once the browser has loaded what it could. */
const READY_MS = 20_000;
const LOADED_MS = 5_000;

/** What another value of makes another wizard. */
const WHAT = ["server", "workspace", "language", "object", "mode"];
const DRESS = ["scheme", "class", "style"];

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; position: relative; height: min(46rem, 100dvh); min-height: 24rem; }
  :host([hidden]) { display: none; }
  iframe { display: block; width: 100%; height: 100%; border: 0; }
  [role="alert"] { position: absolute; inset: 0 0 auto; margin: 0; padding: 1rem; font: inherit; }
  strong { display: block; }
`);

class MusterImport extends HTMLElement {
  static readonly observedAttributes = ["token", ...WHAT, ...DRESS];
  readonly #root = this.attachShadow({ mode: "open" });
  readonly #darkness = matchMedia("(prefers-color-scheme: dark)");
  #frame: HTMLIFrameElement | null = null;
  #wait = 0;
  /** The frame has said that it is there. */
  #isReady = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
  }

  get token(): string {
    return this.getAttribute("token") ?? "";
  }

  set token(value: string) {
    this.setAttribute("token", value);
  }

  connectedCallback(): void {
    window.addEventListener("message", this.#hear);
    this.#darkness.addEventListener("change", this.#dress);
    this.#open();
  }

  disconnectedCallback(): void {
    window.removeEventListener("message", this.#hear);
    this.#darkness.removeEventListener("change", this.#dress);
    this.#close();
  }

  attributeChangedCallback(name: string, former: string | null, value: string | null): void {
    if (!this.isConnected || former === value) return;
    if (DRESS.includes(name)) this.#dress();
    else if (name === "token" && this.#frame && value) this.#renew(value);
    else this.#open();
  }

  /** Anew, from its beginning. */
  #open(): void {
    this.#close();
    const { token } = this;
    if (token === "") {
      this.#tell("muster-token", { expiresAt: null, hasExpired: false });
      return;
    }
    const pass = framePass(token);
    const refused = this.#refusal(pass);
    if (pass === null || refused) {
      if (refused) this.#fail(refused);
      return;
    }
    const frame = document.createElement("iframe");
    frame.title = this.#words.title;
    frame.src = frameAddress(this.#server, pass);
    frame.addEventListener("load", () => {
      if (!this.#isReady) this.#waitFor(LOADED_MS);
    });
    this.#frame = frame;
    this.#root.replaceChildren(frame);
    this.#waitFor(READY_MS);
  }

  #close(): void {
    clearTimeout(this.#wait);
    this.#isReady = false;
    this.#frame = null;
    this.#root.replaceChildren();
  }

  /** The frame is another one only where other pages may hold it. */
  #renew(token: string): void {
    const pass = framePass(token);
    if (pass === null || this.#refusal(pass)) this.#open();
    else this.#say({ muster: "token", token });
  }

  /** What the server would refuse anyway, said at once and in words. */
  #refusal(pass: FramePass | null): ImportError | null {
    const words = this.#words;
    if (pass === null) return { code: "embed_token_unknown", message: words.malformed, fix: words.malformedFix };
    if (pass.origins.includes(location.origin)) return null;
    return { code: "embed_origin_refused", message: words.origin(location.origin), fix: words.originFix };
  }

  #waitFor(ms: number): void {
    clearTimeout(this.#wait);
    const { notShown, notShownFix } = this.#words;
    const error = { code: "embed_not_shown", message: notShown(this.#server), fix: notShownFix };
    this.#wait = window.setTimeout(() => this.#fail(error), ms);
  }

  readonly #hear = ({ source, origin, data }: MessageEvent<ToPage>): void => {
    if (source === null || source !== this.#frame?.contentWindow || origin !== this.#server) return;
    if (data.muster !== "ready") this.#tell(`muster-${data.muster}`, data.detail);
    else this.#begin();
  };

  #begin(): void {
    this.#isReady = true;
    clearTimeout(this.#wait);
    this.#root.querySelector('[role="alert"]')?.remove();
    const said = (name: string) => this.getAttribute(name);
    this.#say({
      ...{ muster: "begin", token: this.token, workspace: said("workspace"), language: this.#language },
      ...{ object: said("object"), mode: said("mode"), ...dressedAs(this, this.#root) },
    });
  }

  readonly #dress = (): void => this.#say({ muster: "dress", ...dressedAs(this, this.#root) });

  #say(message: ToFrame): void {
    if (this.#isReady) this.#frame?.contentWindow?.postMessage(message, this.#server);
  }

  #fail(error: ImportError): void {
    clearTimeout(this.#wait);
    const alert = document.createElement("p");
    alert.setAttribute("role", "alert");
    const title = document.createElement("strong");
    title.append(error.message);
    alert.append(title, error.fix);
    this.#root.querySelector('[role="alert"]')?.remove();
    this.#root.append(alert);
    this.#tell("muster-error", error);
  }

  #tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** Origin of the server; where none is said, that of this script. */
  get #server(): string {
    return new URL(this.getAttribute("server") ?? import.meta.url, location.href).origin;
  }

  /** That of the element and of its frame: as said, `de-AT` too, else the first that the browser asks for and there is. */
  get #language(): "en" | "de" {
    const tags = [this.getAttribute("language") ?? "", ...navigator.languages];
    const languages = tags.map((tag) => tag.split("-", 1)[0]?.toLowerCase());
    return languages.find((language) => language === "en" || language === "de") ?? "en";
  }

  get #words(): typeof english {
    return this.#language === "de" ? german : english;
  }
}

if (!customElements.get("muster-import")) customElements.define("muster-import", MusterImport);
