/** Signing in as a part of the HTTP application, and what keeps pages of other sites from using a session anywhere in it. */
import type { Hono } from "hono";
import type { Invitations } from "../../app/ports/invitations.ts";
import { remoteAddress } from "../remote-address.ts";
import { sameOrigin } from "./same-origin.ts";
import type { SignIn } from "./sign-in.ts";
import { BASE_PATH } from "./sign-in-options.ts";

/** `publicUrl`: where people reach the server. */
export type SignInMount = Pick<SignIn, "handle"> & Invitations & { readonly publicUrl: string };

/** Before any route is bound. */
export function mountSignIn(
  app: Hono,
  { signIn, config }: { readonly signIn: SignInMount; readonly config: { readonly proxies: number } },
): void {
  app.use(sameOrigin(signIn.publicUrl));
  app.all(`${BASE_PATH}/*`, (context) =>
    signIn.handle(context.req.raw, remoteAddress(context, config.proxies) || "unknown"),
  );
}
