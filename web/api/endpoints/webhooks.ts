/** Webhooks: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/notifications.ts";
import { place } from "../place.ts";

export const listWebhooks = place<typeof contract.listWebhooks>("get", "/webhooks");
export const addWebhook = place<typeof contract.addWebhook>("post", "/webhooks");
export const rotateWebhook = place<typeof contract.rotateWebhook>("post", "/webhooks/{id}/rotate");
export const testWebhook = place<typeof contract.testWebhook>("post", "/webhooks/{id}/test");
export const removeWebhook = place<typeof contract.removeWebhook>("delete", "/webhooks/{id}");
