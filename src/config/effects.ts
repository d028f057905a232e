/** Where mails, posts, calls and look-ups go. Reads nothing itself. */
import type { Environment } from "../config.ts";
import { accept, type Refused, type Result } from "../core/problem/refusal.ts";
import { WEB_ADDRESS, wrongSetting } from "./setting-forms.ts";

/** An address or a network that workflows may call although it is private. */
export type AllowedAddress = { readonly network: string; readonly bits: number; readonly family: "ipv4" | "ipv6" };

/** Where mails, posts, calls and look-ups go. Null = not set up: what needs it waits, or is left out. */
export type EffectsConfig = {
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly slackUrl: string | null;
  /** The present one first; what follows are former ones that receivers may still have. */
  readonly webhookSecrets: readonly string[];
  readonly allowedAddresses: readonly AllowedAddress[];
  readonly enrichment: EnrichmentConfig | null;
};

type EnrichmentConfig = {
  readonly url: string;
  readonly key: string | null;
  /** Look-ups a second, at most. */
  readonly perSecond: number;
};

const DEFAULT_LOOK_UPS_PER_SECOND = 5;

export function readEffectsConfig(env: Environment): Result<EffectsConfig> {
  const smtpUrl = env.MUSTER_SMTP_URL || null;
  const mailFrom = env.MUSTER_MAIL_FROM || null;
  const slackUrl = env.MUSTER_SLACK_URL || null;
  const webhookSecrets = (env.MUSTER_WEBHOOK_SECRET ?? "").split(/[\s,]+/).filter((secret) => secret !== "");
  const url = env.MUSTER_ENRICHMENT_URL || null;
  const perSecond = Number(env.MUSTER_ENRICHMENT_PER_SECOND || DEFAULT_LOOK_UPS_PER_SECOND);
  if (smtpUrl !== null && !/^smtps?:\/\/[^\s/]+/.test(smtpUrl))
    return wrong("MUSTER_SMTP_URL", "smtp://user:password@mail.example.com:587");
  if ((smtpUrl === null) !== (mailFrom === null))
    return wrong(smtpUrl === null ? "MUSTER_SMTP_URL" : "MUSTER_MAIL_FROM", "both of them, or neither");
  if (mailFrom !== null && !/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(mailFrom))
    return wrong("MUSTER_MAIL_FROM", "Muster <muster@example.com>");
  if (slackUrl !== null && !WEB_ADDRESS.test(slackUrl))
    return wrong("MUSTER_SLACK_URL", "https://hooks.slack.com/services/…");
  if (!webhookSecrets.every((secret) => /^(whsec_)?[A-Za-z0-9+/]{32,}={0,2}$/.test(secret)))
    return wrong("MUSTER_WEBHOOK_SECRET", "whsec_ and at least 24 random bytes in base64");
  if (url !== null && !WEB_ADDRESS.test(url))
    return wrong("MUSTER_ENRICHMENT_URL", "https://profiles.example.com/look-up");
  if (!(perSecond > 0 && perSecond <= 1000)) return wrong("MUSTER_ENRICHMENT_PER_SECOND", "5");
  const allowedAddresses = allowedIn(env.MUSTER_ALLOWED_ADDRESSES ?? "");
  if (allowedAddresses === null) return wrong("MUSTER_ALLOWED_ADDRESSES", "127.0.0.1,10.1.0.0/16");
  const enrichment = url === null ? null : { url, key: env.MUSTER_ENRICHMENT_KEY || null, perSecond };
  return accept(Object.freeze({ smtpUrl, mailFrom, slackUrl, webhookSecrets, allowedAddresses, enrichment }));
}

/** Addresses and networks, parted by commas; null where one is neither. */
function allowedIn(text: string): readonly AllowedAddress[] | null {
  const allowed: AllowedAddress[] = [];
  for (const item of text.split(",").map((part) => part.trim())) {
    if (item === "") continue;
    const [, network = "", digits] = /^([\d.]{7,15}|[\da-f:]{2,39})(?:\/(\d{1,3}))?$/i.exec(item) ?? [];
    const family = network.includes(":") ? "ipv6" : "ipv4";
    const most = family === "ipv6" ? 128 : 32;
    const bits = digits === undefined ? most : Number(digits);
    if (!isAddress(network, family) || bits > most) return null;
    allowed.push({ network, bits, family });
  }
  return allowed;
}

function isAddress(text: string, family: AllowedAddress["family"]): boolean {
  if (family === "ipv4") {
    const parts = text.split(".");
    return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  }
  const groups = text.split(":");
  const short = text.split("::").length - 1;
  return (
    short <= 1 &&
    !text.includes(":::") &&
    groups.every((group) => group.length <= 4) &&
    (short === 1 ? groups.length <= 9 : groups.length === 8)
  );
}

const wrong = (name: string, like: string): Refused => wrongSetting(name, like, "effects");
