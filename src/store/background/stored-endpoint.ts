/** A webhook's address as both databases keep it. */
import type { WebhookEndpoint, WebhookEvent, WebhookSecret } from "../../core/notify/webhook-endpoint.ts";
import type { DbRow } from "../db-row.ts";

export const ENDPOINT_COLUMNS = "endpoint_id, url, events, secrets, created_by, created_at";

export const asEndpoint = ([number, url, events, secrets, createdBy, createdAt]: DbRow): WebhookEndpoint => ({
  number: Number(number),
  url: String(url),
  events: JSON.parse(String(events)) as readonly WebhookEvent[],
  secrets: JSON.parse(String(secrets)) as readonly WebhookSecret[],
  createdBy: String(createdBy),
  createdAt: Number(createdAt),
});
