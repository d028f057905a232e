/** An effect as both databases keep it, without its text but for a mail's subject. */
import type { StoredEffect } from "../../app/ports/effect-ports.ts";
import type { Effect, EffectCause, EffectKind } from "../../core/workflow/effect.ts";
import type { EffectState } from "../../core/workflow/effect-state.ts";
import type { DbRow } from "../db-row.ts";

/** Where its receiver is left alone until later, that is when the next attempt is. */
export const NEXT_ATTEMPT = `coalesce((select paused_until from delivery_lane where delivery_lane.workspace_id = outbox.workspace_id
  and delivery_lane.kind = outbox.kind and delivery_lane.lane = outbox.lane
  and paused_until > outbox.due_at and outbox.state in ('queued', 'failed')), outbox.due_at)`;

export const EFFECT_COLUMNS = `effect_id, key, kind, target, state, import_id, workflow_id, contact_id, step, attempts, ${NEXT_ATTEMPT}, error,
  created_at, sent_at, cause, about, effect`;

type Mail = Extract<Effect, { readonly kind: "email" }>;

/** What waited or failed for so long that nobody needs to be told any more. */
export const TOO_LATE = "It could not be sent while it was news.";
/** Why nobody takes an effect again whose worker is gone. */
export const STRANDED = "The worker that was sending it stopped: it may be out.";

export function asEffect([number, key, kind, target, state, importNumber, workflow, ...rest]: DbRow): StoredEffect {
  const [contact, step, attempts, dueAt, error, createdAt, sentAt, cause, about, effect] = rest;
  return {
    number: Number(number),
    key: String(key),
    kind: kind as EffectKind,
    target: String(target),
    state: state as EffectState,
    cause: cause as EffectCause,
    import: Number(importNumber) || null,
    workflow: Number(workflow) || null,
    contact: Number(contact) || null,
    step: Number(step),
    about: about === null ? null : Number(about),
    attempts: Number(attempts),
    dueAt: Number(dueAt),
    error: typeof error === "string" ? error : null,
    subject: kind === "email" && typeof effect === "string" ? (JSON.parse(effect) as Mail).subject : null,
    createdAt: Number(createdAt),
    sentAt: sentAt === null || sentAt === undefined ? null : Number(sentAt),
  };
}
