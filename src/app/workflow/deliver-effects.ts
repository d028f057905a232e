/**
 * Sends what is due in the outbox. An effect is taken, sent, and marked: a worker that dies between the last two leaves it to
 * the next one, which sends it again under the same key.
 */
import type { Effect, EffectKind } from "../../core/workflow/effect.ts";
import { MOST_ATTEMPTS, retryDelayMs } from "../../core/workflow/retry-delay.ts";
import { DELIVERIES_AT_ONCE } from "../limits.ts";
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
    };

/** `key`: the same at every attempt. `at`: when the effect was caused, milliseconds since 1970. */
export type Sending<E extends Effect = Effect> = { readonly effect: E; readonly key: string; readonly at: number };

/** Answers within its time limit, whatever the receiver does. Kinds that nothing is set up for are absent, and wait. */
export type Senders = {
  readonly [K in EffectKind]?: (sending: Sending<Extract<Effect, { readonly kind: K }>>) => Promise<Delivery>;
};

export type Delivered = { readonly sent: number; readonly failed: number; readonly dead: number };

export const NOTHING_DELIVERED: Delivered = { sent: 0, failed: 0, dead: 0 };

/** As many as are sent at the same time; answers when all of them have ended. */
export async function deliverEffects(ports: Ports, senders: Senders, workspace: Workspace): Promise<Delivered> {
  const { outbox } = ports.store;
  const claimed = await outbox.claim(workspace.number, {
    kinds: (["email", "slack", "webhook"] as const).filter((kind) => senders[kind] !== undefined),
    limit: DELIVERIES_AT_ONCE,
    now: ports.now(),
    holder: ports.holder,
    isGone: (holder) => ports.isGone({ token: 0, holder, until: 0 }),
  });
  const ends = await Promise.all(
    claimed.map(async (effect) => {
      const end = attemptEnd(ports, effect, await attempt(senders, effect));
      await outbox.end(workspace.number, effect, end);
      return end.state;
    }),
  );
  const count = (state: AttemptEnd["state"]): number => ends.filter((end) => end === state).length;
  return { sent: count("sent"), failed: count("failed"), dead: count("dead") };
}

async function attempt(senders: Senders, { effect, key, createdAt: at }: ClaimedEffect): Promise<Delivery> {
  try {
    return (await sendBy(senders, effect, { key, at })) ?? failed("Nothing is set up to send it.");
  } catch (error) {
    // A sender answers for what the receiver does; what it throws is a fault of ours, and may name what was sent.
    return failed(error instanceof Error ? error.name : "It could not be sent.");
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

const failed = (error: string): Delivery => ({ ok: false, error, permanent: false, retryAfterMs: null });

function attemptEnd(
  { now, random }: Pick<Ports, "now" | "random">,
  { attempts }: ClaimedEffect,
  delivery: Delivery,
): AttemptEnd {
  if (delivery.ok) return { state: "sent", at: now() };
  const { error, permanent, retryAfterMs } = delivery;
  if (permanent || attempts >= MOST_ATTEMPTS) return { state: "dead", error };
  return { state: "failed", error, dueAt: now() + Math.max(retryDelayMs(attempts, random()), retryAfterMs ?? 0) };
}
