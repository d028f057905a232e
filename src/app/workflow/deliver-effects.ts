/**
 * Sends what is due in the outbox. An effect is taken, sent, and marked: a worker that dies between the last two leaves it to
 * the next one, which sends it again under the same key. Who is slow holds up nobody else: whatever is free takes the next.
 */
import { secretsAt } from "../../core/notify/webhook-endpoint.ts";
import type { Effect, EffectKind } from "../../core/workflow/effect.ts";
import { MOST_ATTEMPTS, retryDelayMs } from "../../core/workflow/retry-delay.ts";
import { DELIVERIES_AT_ONCE, DELIVERY_TURN_MS } from "../limits.ts";
import { notifyGivenUp } from "../notify/notify-given-up.ts";
import type { AttemptEnd, ClaimedEffect } from "../ports/effect-ports.ts";
import type { Ports, Workspace } from "../ports.ts";

/** `error` holds no value of a contact. `permanent`: trying again would change nothing. */
export type Delivery =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly error: string;
      readonly permanent: boolean;
      /** How long the receiver wants to be left alone; null = it did not say. */
      readonly retryAfterMs: number | null;
      /** Nobody was there, or nobody who answers in time. */
      readonly isUnreached?: boolean;
    };

/** `key`: the same at every attempt. `at`: when the effect was caused, milliseconds since 1970. */
export type Sending<E extends Effect = Effect> = {
  readonly effect: E;
  readonly key: string;
  readonly at: number;
  /** What signs a webhook's call; absent = what the operator has set. */
  readonly secrets?: readonly string[];
};

/** Answers within its time limit, whatever the receiver does. Kinds that nothing is set up for are absent, and wait. */
export type Senders = {
  readonly [K in EffectKind]?: (sending: Sending<Extract<Effect, { readonly kind: K }>>) => Promise<Delivery>;
};

export type Delivered = { readonly sent: number; readonly failed: number; readonly dead: number };

export const NOTHING_DELIVERED: Delivered = { sent: 0, failed: 0, dead: 0 };

type Attempted = { readonly effect: ClaimedEffect; readonly delivery: Delivery };

/** A turn's worth for one workspace; answers when all that it has begun has ended. */
export async function deliverEffects(ports: Ports, senders: Senders, workspace: Workspace): Promise<Delivered> {
  const turnEnds = ports.now() + DELIVERY_TURN_MS;
  const underWay = new Map<number, Promise<Attempted>>();
  const counts = { sent: 0, failed: 0, dead: 0 };
  for (;;) {
    const limit = DELIVERIES_AT_ONCE - underWay.size;
    for (const effect of ports.now() <= turnEnds ? await claim(ports, workspace, { senders, limit }) : []) {
      const secrets = await signingSecrets(ports, workspace, effect.effect);
      underWay.set(effect.number, attempt(senders, effect, secrets));
    }
    if (underWay.size === 0) return counts;
    // What they write is written one after the other: they share a connection.
    const { effect, delivery } = await Promise.race(underWay.values());
    underWay.delete(effect.number);
    const end = attemptEnd(ports, effect, delivery);
    // Before it is marked: who dies in between sends again, gives up again, and tells nobody twice.
    if (end.state === "dead") await notifyGivenUp(ports, workspace, effect, end.error);
    await ports.store.outbox.end(workspace.number, effect, end);
    counts[end.state]++;
  }
}

function claim(
  ports: Ports,
  workspace: Workspace,
  { senders, limit }: { readonly senders: Senders; readonly limit: number },
): Promise<readonly ClaimedEffect[]> {
  return ports.store.outbox.claim(workspace.number, {
    kinds: (["email", "slack", "webhook"] as const).filter((kind) => senders[kind] !== undefined),
    limit,
    now: ports.now(),
    holder: ports.holder,
    isGone: (holder) => ports.isGone({ token: 0, holder, until: 0 }),
  });
}

type Secrets = Pick<Sending, "secrets">;

/** Null = its webhook is no more. */
async function signingSecrets(
  { store, now }: Pick<Ports, "store" | "now">,
  workspace: Workspace,
  effect: Effect,
): Promise<Secrets | null> {
  if (effect.kind !== "webhook" || effect.signer === undefined) return {};
  if (effect.signer === "nobody") return { secrets: [] };
  const wanted = effect.signer.endpoint;
  const endpoint = (await store.endpoints.list(workspace.number)).find(({ number }) => number === wanted);
  return endpoint === undefined ? null : { secrets: secretsAt(endpoint, now()) };
}

async function attempt(senders: Senders, effect: ClaimedEffect, secrets: Secrets | null): Promise<Attempted> {
  if (secrets === null) return { effect, delivery: failed("The webhook was removed.", true) };
  try {
    const delivery = await sendBy(senders, effect.effect, { key: effect.key, at: effect.createdAt, ...secrets });
    return { effect, delivery: delivery ?? failed("Nothing is set up to send it.") };
  } catch (error) {
    // A sender answers for what the receiver does; what it throws is a fault of ours, and may name what was sent.
    return { effect, delivery: failed(error instanceof Error ? error.name : "It could not be sent.") };
  }
}

async function sendBy(senders: Senders, effect: Effect, about: Omit<Sending, "effect">): Promise<Delivery | undefined> {
  switch (effect.kind) {
    case "email":
      return senders.email?.({ ...about, effect });
    case "slack":
      return senders.slack?.({ ...about, effect });
    case "webhook":
      return senders.webhook?.({ ...about, effect });
  }
}

const failed = (error: string, permanent = false): Delivery => ({ ok: false, error, permanent, retryAfterMs: null });

function attemptEnd(
  { now, random }: Pick<Ports, "now" | "random">,
  { attempts }: ClaimedEffect,
  delivery: Delivery,
): AttemptEnd {
  if (delivery.ok) return { state: "sent", at: now() };
  const { error, permanent, retryAfterMs, isUnreached } = delivery;
  const about = { error, ...(isUnreached ? { unreachedAt: now() } : {}) };
  if (permanent || attempts >= MOST_ATTEMPTS) return { state: "dead", ...about };
  return { state: "failed", ...about, dueAt: now() + Math.max(retryDelayMs(attempts, random()), retryAfterMs ?? 0) };
}
