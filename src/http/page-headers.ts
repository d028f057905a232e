/**
 * What browsers are told of every answer: nothing but what comes from here runs or is shown, and no page of others may frame it,
 * but for the wizard's frame in the pages that a token names.
 */
import type { MiddlewareHandler } from "hono";
import { NONCE, secureHeaders } from "hono/secure-headers";
import { embeddingPages } from "../app/workspace/embed-tokens.ts";
import { EMBED_FRAME, EMBED_PASS, EMBED_SCRIPT } from "./embed-page.ts";
import type { ServerParts } from "./server-parts.ts";

type Options = NonNullable<Parameters<typeof secureHeaders>[0]>;

/** @param frameAncestors who may show the page in a frame */
const policy = (frameAncestors: string[]) => ({
  defaultSrc: ["'self'"],
  // The pages' components make styles as they are shown, and mark them with the nonce of the page.
  styleSrc: ["'self'", NONCE],
  imgSrc: ["'self'", "data:"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors,
});

export function pageHeaders({ signIn, sign }: Pick<ServerParts, "signIn" | "sign">): MiddlewareHandler {
  const usual: Options = {
    contentSecurityPolicy: policy(["'none'"]),
    xFrameOptions: "DENY",
    referrerPolicy: "same-origin",
    strictTransportSecurity: signIn.publicUrl.startsWith("https:") ? "max-age=15552000" : false,
  };
  const ofPage = secureHeaders(usual);
  // It is loaded by pages of other origins.
  const ofScript = secureHeaders({ ...usual, crossOriginResourcePolicy: "cross-origin" });
  return (context, next) => {
    const { path } = context.req;
    if (path === EMBED_SCRIPT) return ofScript(context, next);
    if (path !== EMBED_FRAME) return ofPage(context, next);
    const pages = embeddingPages(sign, context.req.query(EMBED_PASS) ?? "");
    if (pages.length === 0) return ofPage(context, next);
    // X-Frame-Options knows no list of origins; browsers that know frame-ancestors go by that.
    const framed = { ...usual, contentSecurityPolicy: policy([...pages]), xFrameOptions: false };
    return secureHeaders(framed)(context, next);
  };
}
