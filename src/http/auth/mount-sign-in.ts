/** Signing in as a part of the HTTP application, and what keeps pages of other sites from using a session anywhere in it. */
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, Hono } from "hono";
import { sameOrigin } from "./same-origin.ts";
import type { SignIn } from "./sign-in.ts";
import { BASE_PATH } from "./sign-in-options.ts";

export type SignInMount = Pick<SignIn, "handle"> & {
  readonly publicUrl: string;
  /** A proxy stands before the server, and says who asks. */
  readonly trustsProxy: boolean;
};

/** Before any route is bound. */
export function mountSignIn(app: Hono, { handle, publicUrl, trustsProxy }: SignInMount): void {
  app.use(sameOrigin(publicUrl));
  app.all(`${BASE_PATH}/*`, (context) => handle(context.req.raw, clientAddress(context, trustsProxy)));
}

/** Of a proxy's header the last address counts: those before it are what the client has said. */
export function clientAddress(context: Context, trustsProxy: boolean): string {
  const forwarded = trustsProxy ? context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded || (getConnInfo(context).remote.address ?? "unknown");
}
