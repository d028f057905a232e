/** What sends each kind of effect, as far as the operator has set it up. */
import type { Senders } from "../app/workflow/deliver-effects.ts";
import type { EffectsConfig } from "../config/effects.ts";
import { AddressGuard } from "./address-guard.ts";
import { mailSender } from "./mail-sender.ts";
import { slackSender } from "./slack-sender.ts";
import { webhookSender } from "./webhook-sender.ts";

export function makeSenders(
  { smtpUrl, mailFrom, slackUrl, webhookSecrets, allowedAddresses }: EffectsConfig,
  about: { readonly userAgent: string; readonly now: () => number },
): Senders {
  return {
    webhook: webhookSender({ ...about, secrets: webhookSecrets, guard: new AddressGuard(allowedAddresses) }),
    ...(slackUrl === null ? {} : { slack: slackSender(slackUrl, about) }),
    ...(smtpUrl === null || mailFrom === null ? {} : { email: mailSender({ url: smtpUrl, from: mailFrom }) }),
  };
}
