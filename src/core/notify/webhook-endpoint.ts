/** Addresses of a workspace that are told of its imports: which events there are, and what signs a call at a moment. */

export const WEBHOOK_EVENTS = ["import.done", "import.failed", "import.undone"] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What `muster webhooks test` sends, whatever an address has asked for. */
export const TEST_EVENT = "webhook.test";

export type WebhookSecret = {
  /** `whsec_` and base64. */
  readonly secret: string;
  /** Milliseconds since 1970 from which on it signs no more; null = the present one. */
  readonly until: number | null;
};

export type WebhookEndpoint = {
  readonly number: number;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** The present one first. */
  readonly secrets: readonly WebhookSecret[];
  readonly createdBy: string;
  readonly createdAt: number;
};

/** The present secret first; a former one beside it for as long as receivers may still have it alone. */
export const secretsAt = ({ secrets }: Pick<WebhookEndpoint, "secrets">, now: number): readonly string[] =>
  secrets.filter(({ until }) => until === null || until > now).map(({ secret }) => secret);
