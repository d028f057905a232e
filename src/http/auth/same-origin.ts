/**
 * Keeps pages of other sites from using a session: browsers send its cookie with whatever such a page asks for. What a
 * browser says of where a request comes from decides, as in Go's net/http CrossOriginProtection; programs say nothing of it.
 */
import type { MiddlewareHandler } from "hono";
import { refuseWith } from "../../core/problem/refusal.ts";
import { problemResponse } from "../problem-json.ts";

/** Methods that change nothing here. */
const HARMLESS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** @param publicUrl where people reach the server; a proxy before it may hide that from the header Host */
export const sameOrigin =
  (publicUrl: string): MiddlewareHandler =>
  async ({ req }, next) => {
    if (isCrossSite(req.raw, publicUrl)) return crossSite();
    return next();
  };

export const crossSite = (): Response =>
  problemResponse(refuseWith("cross_site", "A page of another site has sent this request.").refusal);

export function isCrossSite({ method, headers }: Pick<Request, "method" | "headers">, publicUrl: string): boolean {
  if (HARMLESS.has(method)) return false;
  const origin = headers.get("origin");
  if (origin !== null && origin === new URL(publicUrl).origin) return false;
  const site = headers.get("sec-fetch-site");
  // "none": typed into the address bar, or a bookmark.
  if (site !== null) return site !== "same-origin" && site !== "none";
  if (origin === null) return false;
  const host = headers.get("host");
  return host === null || !URL.canParse(origin) || new URL(origin).host !== host.toLowerCase();
}
