/** How the library that signs people in is set up: what there is beside passwords and links, and who gets in at all. */
import { APIError } from "better-auth/api";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { magicLink } from "better-auth/plugins/magic-link";
import type { BetterAuthOptions } from "better-auth/types";
import type { SendMail } from "../../app/ports/invitations.ts";
import type { OidcConfig } from "../../config/sign-in.ts";
import { MAILED_LINK_SECONDS, PASSWORD_CHARS, SESSION_SECONDS, SESSION_SEEN_SECONDS } from "../limits.ts";
import { signInMail } from "./sign-in-mail.ts";

/** What the library keeps its tables in. */
export type SignInDatabase = {
  readonly database: NonNullable<BetterAuthOptions["database"]>;
  /** What the names of its tables begin with. */
  readonly tables: string;
  /** Of servers that start at once, one does its `work` and the others wait for it. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type SignInSettings = {
  readonly database: SignInDatabase;
  /** At least 32 characters that nobody can guess. */
  readonly secret: string;
  /** `https://muster.example.com`: where people reach the server. */
  readonly publicUrl: string;
  /** Null = there is no mail server, and nobody can ask for a link. */
  readonly sendMail: SendMail | null;
  /** Somebody with this address may have an account: a member of some workspace. */
  readonly isInvited: (email: string) => Promise<boolean>;
  readonly oidc: OidcConfig | null;
  /** Faults inside. Never what people have typed. */
  readonly log: (message: string) => void;
};

export const BASE_PATH = "/api/auth";
/** Where people come who could not be signed in, with `?error=`. */
export const SIGN_IN_PAGE = "/sign-in";
export const OIDC = "oidc";

/** Set by `handle`, after whoever claims to be somewhere has lost the header. */
export const ADDRESS_HEADER = "x-muster-address";

export function signInOptions(settings: SignInSettings) {
  const { secret, publicUrl, oidc, log } = settings;
  const { database, tables } = settings.database;
  return {
    appName: "Muster",
    ...{ database, secret, baseURL: publicUrl, basePath: BASE_PATH },
    telemetry: { enabled: false },
    logger: { level: "error", log: (_level, message) => log(message) },
    // Counted by account as well, and before a request gets here: `Throttle`.
    rateLimit: { enabled: false },
    onAPIError: { errorURL: `${publicUrl}${SIGN_IN_PAGE}` },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_CHARS.least,
      maxPasswordLength: PASSWORD_CHARS.most,
    },
    user: {
      modelName: `${tables}user`,
      additionalFields: { operator: { type: "boolean", required: false, defaultValue: false, input: false } },
    },
    session: {
      modelName: `${tables}session`,
      expiresIn: SESSION_SECONDS,
      updateAge: SESSION_SEEN_SECONDS,
      additionalFields: { byLink: { type: "boolean", required: false, defaultValue: false, input: false } },
    },
    verification: { modelName: `${tables}verification` },
    account: {
      modelName: `${tables}account`,
      accountLinking: { enabled: true, trustedProviders: [] },
      encryptOAuthTokens: true,
    },
    advanced: {
      cookiePrefix: "muster",
      useSecureCookies: publicUrl.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // `handle` does it, for every address that the server is reached at.
      disableCSRFCheck: true,
      // Said, because it is left out by itself where NODE_ENV is "test": without it links could lead to other sites.
      disableOriginCheck: false,
    },
    databaseHooks: doors(settings),
    plugins: [linkPlugin(settings), ...(oidc === null ? [] : [oidcPlugin(oidc)])],
  } satisfies BetterAuthOptions;
}

/** Whatever the way in: an account is made, and a session begins, only for those who may. */
function doors(settings: SignInSettings): NonNullable<BetterAuthOptions["databaseHooks"]> {
  return {
    user: {
      create: {
        async before(user) {
          if (!user.operator && !(await settings.isInvited(user.email))) throw notInvited();
        },
      },
    },
    session: {
      create: {
        async before(session, context) {
          const user = await context?.context.internalAdapter.findUserById(session.userId);
          if (!user || !(await mayEnter(settings, user))) throw notInvited();
          return { data: { byLink: context?.path === "/magic-link/verify" } };
        },
      },
    },
  };
}

export const mayEnter = async (
  { isInvited }: Pick<SignInSettings, "isInvited">,
  user: { readonly email: string; readonly operator?: unknown },
): Promise<boolean> => user.operator === true || (await isInvited(user.email));

const notInvited = (): APIError =>
  new APIError("FORBIDDEN", { code: "NOT_INVITED", message: "This address is not that of a member." });

/** One-time links by mail. Only their digests are kept. */
const linkPlugin = ({ sendMail, isInvited, log }: SignInSettings) =>
  magicLink({
    expiresIn: MAILED_LINK_SECONDS,
    storeToken: "hashed",
    async sendMagicLink({ email, url }, context) {
      const found = await context?.context.internalAdapter.findUserByEmail(email);
      const user = found?.user ?? { email };
      // Whoever asks is told the same, and after the same time, whether there is such a member or not.
      if (sendMail === null || !(await mayEnter({ isInvited }, user))) return;
      void sendMail(signInMail(email, url)).then(
        (sent) => sent || log("A sign-in link could not be sent by mail."),
        () => log("A sign-in link could not be sent by mail."),
      );
    },
  });

/** What is said of an address counts only where the provider has verified it: else anybody could claim a member's. */
const oidcPlugin = ({ issuer, clientId, clientSecret, trustsEmail }: OidcConfig) =>
  genericOAuth({
    config: [
      {
        ...{ providerId: OIDC, clientId, clientSecret },
        discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        scopes: ["openid", "email", "profile"],
        requireEmailVerification: true,
        ...(trustsEmail ? { mapProfileToUser: () => ({ emailVerified: true }) } : {}),
      },
    ],
  });
