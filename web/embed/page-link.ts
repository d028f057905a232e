/** The line to the page that the frame stands in. Only that window is heard, and after its first word only its origin is told anything. */
import type { Begin, Dressed, ToFrame, ToPage } from "./messages.ts";

export type Heard = {
  /** Once. @param origin of the page, as the browser says it */
  readonly begin: (said: Begin, origin: string) => void;
  readonly token: (token: string) => void;
  readonly dress: (dressed: Dressed) => void;
};

export type PageLink = { readonly tell: (message: ToPage) => void };

/** Says that the frame is there, which holds no secret and so may go to whoever has framed it. */
export function linkToPage(heard: Heard): PageLink {
  let page: string | null = null;
  window.addEventListener("message", ({ source, origin, data }: MessageEvent<ToFrame>) => {
    if (source !== window.parent || window.parent === window || (page !== null && origin !== page)) return;
    if (page === null && data.muster === "begin") {
      page = origin;
      heard.begin(data, origin);
    } else if (page !== null && data.muster === "token") heard.token(data.token);
    else if (page !== null && data.muster === "dress") heard.dress(data);
  });
  window.parent.postMessage({ muster: "ready" } satisfies ToPage, "*");
  return {
    tell(message) {
      if (page !== null) window.parent.postMessage(message, page);
    },
  };
}
