/** The webhooks of a workspace: addresses that are told of its imports, each with a secret of its own. */
import {
  WEBHOOK_EVENTS,
  type WebhookEndpoint,
  type WebhookEvent,
  type WebhookSecret,
} from "../../core/notify/webhook-endpoint.ts";
import { accept, type Refused, type Result, refuse, refuseNaming, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { decodeId } from "../../core/public-id.ts";
import { hostOfAddress } from "../../core/workflow/web-address.ts";
import { FORMER_SECRET_MS, MOST_ENDPOINTS, WEBHOOK_URL_CHARS } from "../limits.ts";
import { testCall } from "../notify/webhook-calls.ts";
import type { Ports, Workspace } from "../ports.ts";

type EndpointRequest = {
  readonly url: string;
  /** Absent or empty = all. */
  readonly events: readonly string[];
  /** Whoever adds it, as records name them. */
  readonly by: string;
};

/** The answer has the secret, which nothing shows again. */
export async function addEndpoint(
  ports: Pick<Ports, "store" | "now" | "random">,
  workspace: Workspace,
  request: EndpointRequest,
): Promise<Result<WebhookEndpoint>> {
  const url = request.url.trim();
  if (url.length > WEBHOOK_URL_CHARS || hostOfAddress(url) === null)
    return refuse({
      code: "endpoint_invalid",
      message: `“${shown(url)}” is no address that can be called.`,
      fix: "Give a plain http or https address without a name and password in it: https://example.com/muster.",
    });
  const events = eventsIn(request.events);
  if (!events.ok) return events;
  const { endpoints } = ports.store;
  if ((await endpoints.list(workspace.number)).length >= MOST_ENDPOINTS)
    return refuseWith("endpoint_invalid", `A workspace has at most ${MOST_ENDPOINTS} webhooks.`);
  return endpoints.add(workspace.number, {
    ...{ url, events: events.value, createdBy: request.by, createdAt: ports.now() },
    secrets: [newSecret(ports)],
  });
}

/** What whoever adds an address should know of it; null = nothing. */
export async function addressWarning({ mayCall }: Pick<Ports, "mayCall">, url: string): Promise<string | null> {
  if (mayCall === undefined || (await mayCall(url))) return null;
  const { hostname } = new URL(url);
  return `${shown(hostname)} is a private address: it is not called unless MUSTER_ALLOWED_ADDRESSES of servers and workers names it.`;
}

/** A new secret; the former one signs beside it for a day, so that a receiver can be given the new one in peace. */
export async function rotateSecret(
  ports: Pick<Ports, "store" | "now" | "random">,
  workspace: Workspace,
  word: string,
): Promise<Result<WebhookEndpoint>> {
  const found = await findEndpoint(ports, workspace, word);
  if (!found.ok) return found;
  const until = ports.now() + FORMER_SECRET_MS;
  const former = found.value.secrets.slice(0, 1).map(({ secret }) => ({ secret, until }));
  const rotated = { ...found.value, secrets: [newSecret(ports), ...former] };
  await ports.store.endpoints.change(workspace.number, rotated);
  return accept(rotated);
}

export async function removeEndpoint(
  ports: Pick<Ports, "store">,
  workspace: Workspace,
  word: string,
): Promise<Result<WebhookEndpoint>> {
  const found = await findEndpoint(ports, workspace, word);
  if (found.ok) await ports.store.endpoints.remove(workspace.number, found.value.number);
  return found;
}

/** Queues a call that says nothing but that it is a test. Answers its key. */
export async function testEndpoint(
  ports: Pick<Ports, "store" | "now" | "random">,
  workspace: Workspace,
  word: string,
): Promise<Result<{ readonly endpoint: WebhookEndpoint; readonly key: string }>> {
  const found = await findEndpoint(ports, workspace, word);
  if (!found.ok) return found;
  const at = ports.now();
  const call = testCall(workspace, found.value, at, ports.random());
  await ports.store.notifications.add(workspace.number, { at, notices: [], calls: [call] });
  return accept({ endpoint: found.value, key: call.key });
}

/** By id, or by its address. */
async function findEndpoint(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  word: string,
): Promise<Result<WebhookEndpoint>> {
  const endpoints = await store.endpoints.list(workspace.number);
  const wanted = word.trim();
  const number = decodeId("whk", workspace.idKey, wanted);
  const found = endpoints.find((endpoint) => endpoint.number === number || endpoint.url === wanted);
  return found
    ? accept(found)
    : refuseNaming("endpoint_unknown", [word], `There is no webhook ${shown(word)} in this workspace.`);
}

function eventsIn(words: readonly string[]): Result<readonly WebhookEvent[]> {
  const wanted = words.map((word) => word.trim().toLowerCase());
  const unknown = wanted.find((word) => !WEBHOOK_EVENTS.some((event) => event === word));
  if (unknown !== undefined) return unknownEvent(unknown);
  return accept(WEBHOOK_EVENTS.filter((event) => wanted.length === 0 || wanted.includes(event)));
}

const unknownEvent = (word: string): Refused =>
  refuse({
    code: "endpoint_invalid",
    message: `There is no event “${shown(word)}”.`,
    fix: `Name one of ${WEBHOOK_EVENTS.join(", ")}, or none for all of them.`,
  });

/** 32 random bytes; https://www.standardwebhooks.com asks for 24 to 64. */
function newSecret({ random }: Pick<Ports, "random">): WebhookSecret {
  const bytes = new Uint8Array(Uint32Array.from({ length: 8 }, random).buffer);
  return { secret: `whsec_${Buffer.from(bytes).toString("base64")}`, until: null };
}
