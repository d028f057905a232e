/**
 * Requests below `/api/auth/`. Only those listed here reach the library that signs people in: what it could do besides is not
 * there. Each is checked to come from our own pages, guesses are slowed down, and what is refused is told as a problem.
 */
import { refuseWith } from "../../core/problem/refusal.ts";
import { jsonOf } from "../body/json-body.ts";
import { SentBytes } from "../body/sent-bytes.ts";
import { problemResponse } from "../problem-json.ts";
import { changePassword } from "./change-password.ts";
import type { Auth } from "./open-auth.ts";
import { crossSite, isCrossSite } from "./same-origin.ts";
import { ADDRESS_HEADER, BASE_PATH, OIDC, SIGN_IN_PAGE, type SignInSettings } from "./sign-in-options.ts";
import { problemOf } from "./sign-in-problem.ts";
import type { Guarded, Throttle } from "./throttle.ts";

export type SignInRequest = {
  readonly auth: Auth;
  readonly settings: SignInSettings;
  readonly throttle: Throttle;
  readonly request: Request;
  /** Of whoever asks, as the server itself sees it. */
  readonly address: string;
};

/** `METHOD path` -> what is counted against whoever guesses; null = nothing can be guessed. */
const ROUTES: ReadonlyMap<string, Guarded | null> = new Map([
  ["GET /ways", null],
  ["GET /get-session", null],
  ["GET /list-sessions", null],
  ["GET /magic-link/verify", null],
  [`GET /callback/${OIDC}`, null],
  ["POST /sign-in/email", "password"],
  ["POST /sign-in/magic-link", "link"],
  ["POST /sign-in/social", null],
  ["POST /password", "password"],
  ["POST /update-user", null],
  ["POST /sign-out", null],
  ["POST /revoke-session", null],
  ["POST /revoke-sessions", null],
  ["POST /revoke-other-sessions", null],
]);

/** Followed by a browser as a link: what goes wrong there leads back to the page for signing in. */
const FOLLOWED: ReadonlySet<string> = new Set(["GET /magic-link/verify", `GET /callback/${OIDC}`]);

type Json = Readonly<Record<string, unknown>>;

export async function answerSignIn(asked: SignInRequest): Promise<Response> {
  const response = await answered(asked);
  const headers = new Headers(response.headers);
  headers.set("Cache-Control", "no-store");
  // The address of a link is as good as a password until it was used.
  headers.set("Referrer-Policy", "no-referrer");
  return new Response(response.body, { status: response.status, headers });
}

async function answered(asked: SignInRequest): Promise<Response> {
  const { request, settings } = asked;
  const { pathname } = new URL(request.url);
  const route = `${request.method} ${pathname.startsWith(BASE_PATH) ? pathname.slice(BASE_PATH.length) : ""}`;
  const guarded = ROUTES.get(route);
  if (guarded === undefined)
    return problemResponse(refuseWith("route_unknown", `There is nothing at ${request.method} ${pathname}.`).refusal);
  if (isCrossSite(request, settings.publicUrl)) return crossSite();
  if (route === "GET /ways") return Response.json(waysOf(settings));
  if (route === "POST /sign-in/magic-link" && settings.sendMail === null)
    return problemResponse(refuseWith("sign_in_links_off", "There is no mail server to send a link by.").refusal);
  if (request.method === "GET") return passedOn(asked, route, undefined);
  const body = await jsonOf(new SentBytes(request));
  if (!body.ok) return problemResponse(body.refusal);
  const json = Object(body.value) as Json;
  return guarded === null ? passedOn(asked, route, json) : throttled(asked, route, { guarded, json });
}

/** What the page for signing in can offer. */
const waysOf = ({ sendMail, oidc }: SignInSettings) => ({
  password: true,
  link: sendMail !== null,
  oidc: oidc !== null,
});

async function throttled(
  asked: SignInRequest,
  route: string,
  { guarded, json }: { readonly guarded: Guarded; readonly json: Json },
): Promise<Response> {
  const { throttle, address } = asked;
  const account = route === "POST /password" ? await accountOf(asked) : String(json.email ?? "");
  const seconds = await throttle.wait(guarded, account, address);
  if (seconds !== null) {
    const { refusal } = refuseWith("too_many_requests", `Too many tries: wait for ${seconds} seconds.`);
    return problemResponse(refusal, { headers: { "Retry-After": String(seconds) } });
  }
  const response = route === "POST /password" ? await changePassword(asked, json) : await passedOn(asked, route, json);
  if (guarded === "password" && response.ok) await throttle.succeeded(account, address);
  return response;
}

async function accountOf({ auth, request: { headers } }: SignInRequest): Promise<string> {
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  return found?.user.email ?? "";
}

async function passedOn({ auth, settings, request, address }: SignInRequest, route: string, json?: Json) {
  const { pathname, search } = new URL(request.url);
  // However the server was reached: to the library it is where people reach it.
  const url = new URL(pathname + search, settings.publicUrl);
  if (route === "GET /magic-link/verify") url.searchParams.set("errorCallbackURL", SIGN_IN_PAGE);
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, address);
  headers.delete("content-length");
  const body = json === undefined ? null : JSON.stringify(json);
  if (body !== null) headers.set("content-type", "application/json");
  const response = await auth.handler(new Request(url, { method: request.method, headers, body }));
  if (response.status < 400) return response;
  if (!FOLLOWED.has(route)) return problemResponse(await problemOf(response));
  const { code } = await problemOf(response);
  return new Response(null, { status: 302, headers: { Location: `${SIGN_IN_PAGE}?error=${code}` } });
}
