/** Sends mails over SMTP. The Message-ID is made of the effect's key, so that a mail that is sent twice is the same one. */
import { createTransport } from "nodemailer";
import { DELIVERY_MS } from "../app/limits.ts";
import type { Delivery, Senders } from "../app/workflow/deliver-effects.ts";

export function mailSender(settings: {
  /** `smtp://user:password@host:587` or `smtps://…` */
  readonly url: string;
  readonly from: string;
  /** For one mail, from the connection to the last answer. */
  readonly timeoutMs?: number;
}): NonNullable<Senders["email"]> {
  const domain = /@([^\s>]+)/.exec(settings.from)?.[1] ?? "muster.invalid";
  const { timeoutMs = DELIVERY_MS } = settings;
  return async ({ effect: { to, subject, text }, key, at }) => {
    const transport = createTransport({
      url: settings.url,
      // What is cut off leaves no connection behind that the server could keep open.
      socketCloseTimeout: 0,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    // One limit for all of it: a server that says a byte now and then would never be silent for long.
    const signal = AbortSignal.timeout(timeoutMs);
    const mail = {
      ...{ from: settings.from, subject, text, signal },
      // As an object, so that nothing in the address can add another.
      to: { name: "", address: to },
      messageId: `<${key}@${domain}>`,
      date: new Date(at),
      headers: { "Auto-Submitted": "auto-generated" },
    };
    try {
      await transport.sendMail(mail);
      return { ok: true };
    } catch (error) {
      return signal.aborted ? unreached(`no answer within ${timeoutMs / 1000} s`) : deliveryOfError(error);
    } finally {
      transport.close();
    }
  };
}

/** RFC 5321, 4.2.1: what begins with 5 will be refused again. Only codes are told: replies quote addresses. */
function deliveryOfError(error: unknown): Delivery {
  if (!(error instanceof Error)) return failed("the mail could not be sent", false);
  const { code, responseCode } = error as Error & { readonly code?: string; readonly responseCode?: number };
  if (responseCode !== undefined) {
    const isAuth = code === "EAUTH";
    return failed(`SMTP ${responseCode}${isAuth ? ": signing in failed" : ""}`, !isAuth && responseCode >= 500);
  }
  return unreached(code ?? "the mail could not be sent");
}

const unreached = (error: string): Delivery => ({ ...failed(error, false), isUnreached: true });

const failed = (error: string, permanent: boolean) => ({ ok: false, error, permanent, retryAfterMs: null }) as const;
