/** How far something that is sent has got: `core/workflow` makes it, the outbox of the store holds it. */

/**
 * `queued`: not tried yet. `failed`: will be tried again. `dead`: only a person has it tried again. `sending`: a worker holds it,
 * or died with it: it may be out.
 */
export const EFFECT_STATES = ["queued", "sending", "sent", "failed", "dead", "cancelled"] as const;

export type EffectState = (typeof EFFECT_STATES)[number];

/** What is still to come of it, or to be done about it. */
export const OPEN_EFFECT_STATES = ["queued", "sending", "failed", "dead"] as const satisfies readonly EffectState[];
