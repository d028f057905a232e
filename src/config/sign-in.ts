/** How people sign in. Reads nothing itself. */
import type { Environment } from "../config.ts";
import { addressIn } from "../core/member/find-member.ts";
import { accept, type Refused, type Result } from "../core/problem/refusal.ts";
import { WEB_ADDRESS, wrongSetting } from "./setting-forms.ts";

/** Another system that people may sign in with, by OpenID Connect. */
export type OidcConfig = {
  /** `https://login.example.com/realms/office`: what stands before `/.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Addresses count although the provider does not say that it has verified them. */
  readonly trustsEmail: boolean;
};

/** How people sign in. */
export type SignInConfig = {
  /** Signs the session cookies; null = one that is kept in the data folder. */
  readonly secret: string | null;
  /** Who runs the server, as long as nobody does yet; null = not said. */
  readonly ownerEmail: string | null;
  readonly oidc: OidcConfig | null;
};

const SECRET_CHARS = 32;

export function readSignInConfig(env: Environment): Result<SignInConfig> {
  const secret = env.MUSTER_SECRET || null;
  if (secret !== null && secret.length < SECRET_CHARS)
    return wrong("MUSTER_SECRET", `${SECRET_CHARS} random characters or more`);
  const ownerEmail = addressIn(env.MUSTER_OWNER_EMAIL || "");
  if (ownerEmail === null && env.MUSTER_OWNER_EMAIL) return wrong("MUSTER_OWNER_EMAIL", "ann@example.com");
  const [issuer, clientId, clientSecret] = [
    env.MUSTER_OIDC_ISSUER || null,
    env.MUSTER_OIDC_CLIENT_ID || null,
    env.MUSTER_OIDC_CLIENT_SECRET || null,
  ];
  if (issuer === null && clientId === null && clientSecret === null)
    return accept(Object.freeze({ secret, ownerEmail, oidc: null }));
  if (issuer === null || !WEB_ADDRESS.test(issuer)) return wrong("MUSTER_OIDC_ISSUER", "https://login.example.com");
  if (clientId === null) return wrong("MUSTER_OIDC_CLIENT_ID", "the id that the provider gave to Muster");
  if (clientSecret === null) return wrong("MUSTER_OIDC_CLIENT_SECRET", "the secret that the provider gave to Muster");
  const trustsEmail = env.MUSTER_OIDC_TRUST_EMAIL === "yes";
  return accept(Object.freeze({ secret, ownerEmail, oidc: { issuer, clientId, clientSecret, trustsEmail } }));
}

const wrong = (name: string, like: string): Refused => wrongSetting(name, like, "server");
