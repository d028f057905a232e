/**
 * `Idempotency-Key`: a request that its sender repeats, because no answer came, is answered with what came of the first. Only
 * what was done is kept: a request that was refused did nothing, and may come again.
 */
import { createHash } from "node:crypto";
import type { EarlierRequest, IdempotencyKey, IdempotencyStore, KeptAnswer } from "../app/ports/idempotency-store.ts";
import type { Ports } from "../app/ports.ts";
import { newClaim, whileRenewed } from "../app/while-renewed.ts";
import { refuseWith } from "../core/problem/refusal.ts";
import { drainMultipart } from "./body/multipart.ts";
import type { SentBytes } from "./body/sent-bytes.ts";
import { ANSWER_KEPT_CHARS, ANSWER_KEPT_MS, IDEMPOTENCY_KEY_CHARS } from "./limits.ts";
import { problemResponse } from "./problem-json.ts";

const KEPT_HEADERS = ["content-type", "location", "etag"];

export type Repeatable = {
  readonly request: Request;
  readonly sent: SentBytes;
  /** The endpoint reads its body. */
  readonly isRead: boolean;
  /** What it is answered with is to be kept nowhere, and so not here. */
  readonly holdsSecret: boolean;
};

export async function answeredOnce(
  ports: Ports,
  key: IdempotencyKey,
  request: Repeatable,
  run: () => Promise<Response>,
): Promise<Response> {
  if (key.key === "" || key.key.length > IDEMPOTENCY_KEY_CHARS)
    return problem("request_invalid", `An Idempotency-Key has 1 to ${IDEMPOTENCY_KEY_CHARS} characters.`);
  const { idempotency } = ports.store;
  const claim = newClaim(ports);
  const earlier = await idempotency.begin(key, { ...claim, since: claim.now - ANSWER_KEPT_MS });
  if (earlier === "busy") return problem("idempotency_busy", "A request with this Idempotency-Key is under way.");
  if (earlier !== "new") return replayed(earlier, request);
  const { holder } = claim;
  return whileRenewed(
    () => idempotency.renew(key, { holder, now: ports.now() }),
    () => keeping(idempotency, { key, holder }, request, run),
  );
}

/** The first request's own answer, which is kept for those that come again. */
async function keeping(
  idempotency: IdempotencyStore,
  { key, holder }: { readonly key: IdempotencyKey; readonly holder: string },
  request: Repeatable,
  run: () => Promise<Response>,
): Promise<Response> {
  try {
    const response = await run();
    const digest = digestOf(request);
    const answer =
      response.ok && digest !== null ? await keptAnswer(request.holdsSecret ? notAgain() : response) : null;
    if (digest !== null && answer !== null) await idempotency.finish(key, holder, { digest, answer });
    else await idempotency.free(key, holder);
    return response;
  } catch (error) {
    await idempotency.free(key, holder);
    throw error;
  }
}

async function replayed({ digest, answer }: EarlierRequest, request: Repeatable): Promise<Response> {
  if (request.isRead) await readWhole(request.sent);
  if (digestOf(request) !== digest)
    return problem("idempotency_mismatch", "The Idempotency-Key was used for another request.");
  return new Response(answer.body === "" ? null : answer.body, {
    status: answer.status,
    headers: { ...answer.headers, "Idempotent-Replayed": "true" },
  });
}

async function readWhole(sent: SentBytes): Promise<void> {
  if (/^multipart\//i.test(sent.contentType)) return drainMultipart(sent);
  for await (const _ of sent);
}

/** Null where not all of the body was read. */
function digestOf({ request, sent, isRead }: Repeatable): string | null {
  const url = new URL(request.url);
  const body = isRead ? sent.digest() : "";
  if (body === null) return null;
  const type = sent.contentType.split(";")[0] ?? "";
  return createHash("sha256").update([request.method, url.pathname, url.search, type, body].join("\n")).digest("hex");
}

/** What a repeated request is told instead of a secret. */
const notAgain = (): Response =>
  problem("idempotency_secret", "The request was done before. Its answer may hold a secret, and is kept nowhere.");

async function keptAnswer(response: Response): Promise<KeptAnswer | null> {
  const body = await response.clone().text();
  if (body.length > ANSWER_KEPT_CHARS) return null;
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { status: response.status, headers: Object.fromEntries(headers), body };
}

const problem = (...[code, message]: Parameters<typeof refuseWith>): Response =>
  problemResponse(refuseWith(code, message).refusal);
