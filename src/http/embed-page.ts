/** The import wizard for pages of other products: the script of `<muster-import>`, and the page that it shows in a frame. */
import type { Hono } from "hono";
import { fileResponse, pageResponse, type WebFiles } from "./web-files.ts";

/** Its name stays, whatever it holds: other products write it into their pages. */
export const EMBED_SCRIPT = "/embed/muster-import.js";
export const EMBED_FRAME = "/embed/frame";
/** In the query of the frame: the half of a token that says which pages may hold it. */
export const EMBED_PASS = "for";

/** For five minutes without a question; then a question that is answered by 304 where nothing has changed. */
const CACHED = "public, max-age=300";

export function mountEmbedPage(app: Hono, files: WebFiles): void {
  app.get(EMBED_SCRIPT, async (context, next) => {
    const script = (await files()).get(EMBED_SCRIPT);
    if (!script) return next();
    const response = fileResponse(context, script, CACHED);
    // A script of type module is fetched as fonts are: from another origin only where that is said. It is the same for everybody.
    response.headers.set("Access-Control-Allow-Origin", "*");
    return response;
  });
  app.get(EMBED_FRAME, async (context) => pageResponse(context, (await files()).get("/embed/frame.html")));
}
