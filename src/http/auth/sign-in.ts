/**
 * People who sign in: accounts, sessions and one-time links. A well-kept library does what is easily done wrong; here stands
 * what Muster asks of it, and how the rest of the server reaches it.
 */
import { createHash, randomBytes } from "node:crypto";
import type { Invitations } from "../../app/ports/invitations.ts";
import type { Person } from "../caller.ts";
import { type Auth, openAuth } from "./open-auth.ts";
import { BASE_PATH, mayEnter, type SignInSettings } from "./sign-in-options.ts";
import { answerSignIn } from "./sign-in-requests.ts";
import { Throttle } from "./throttle.ts";

export type SignIn = Invitations & {
  /** Everything below `/api/auth/`. @param address of whoever asks, as the server itself sees it */
  handle(request: Request, address: string): Promise<Response>;
  /** Whose session the cookies are; null = nobody's, or of somebody who may no longer enter. Writes nothing. */
  identify(headers: Headers): Promise<Person | null>;
  /**
   * A link for the first owner of the server, who is made an operator with it; null = there is one who can sign in
   * without: there is nothing to print then.
   */
  ownerLink(email: string, lastsMs: number): Promise<string | null>;
  close(): Promise<void>;
};

/** Brings the database's tables up to date first. */
export async function makeSignIn(settings: SignInSettings): Promise<SignIn> {
  const auth = await openAuth(settings);
  const people = await peopleOf(auth, settings);
  const throttle = new Throttle();
  return {
    ...people,
    handle: (request, address) => answerSignIn({ auth, settings, throttle, request, address }),
    async identify(headers) {
      const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
      if (!found || !(await mayEnter(settings, found.user))) return null;
      const { id, email, name, operator } = found.user;
      return { id, email, name, operator: operator === true };
    },
    close: () => settings.database.close(),
  };
}

type People = Omit<SignIn, "handle" | "identify" | "close">;

async function peopleOf(auth: Auth, { publicUrl, sendMail }: SignInSettings): Promise<People> {
  const { adapter, internalAdapter } = await auth.$context;
  const userOf = async (email: string) => (await internalAdapter.findUserByEmail(email.toLowerCase()))?.user ?? null;
  const endLinks = (email: string) =>
    adapter.deleteMany({ model: "verification", where: [{ field: "value", value: linkValue(email) }] });

  async function link(email: string, lastsMs: number): Promise<string> {
    const token = randomBytes(32).toString("base64url");
    await endLinks(email);
    await internalAdapter.createVerificationValue({
      identifier: `magic-link:${createHash("sha256").update(token).digest("base64url")}`,
      value: linkValue(email),
      expiresAt: new Date(Date.now() + lastsMs),
    });
    return `${publicUrl}${BASE_PATH}/magic-link/verify?token=${token}&callbackURL=%2F`;
  }

  return {
    link,
    sendMail,
    isKnown: async (email) => (await userOf(email)) !== null,
    async revoke(email) {
      await endLinks(email);
      const user = await userOf(email);
      if (user) await internalAdapter.deleteUserSessions(user.id);
    },
    async ownerLink(email, lastsMs) {
      const operators = await internalAdapter.listUsers(undefined, undefined, undefined, [
        { field: "operator", value: true },
      ]);
      for (const { id } of operators) if ((await internalAdapter.findAccounts(id)).length > 0) return null;
      const known = await userOf(email);
      if (known) await internalAdapter.updateUser(known.id, { operator: true });
      else {
        const owner = { email, name: email.split("@", 1)[0] ?? email, emailVerified: true, operator: true };
        await internalAdapter.createUser(owner, { method: "muster" }).catch(async (error: unknown) => {
          // Another server that starts at the same time has made them.
          if ((await userOf(email)) === null) throw error;
        });
      }
      return link(email, lastsMs);
    },
  };
}

/** As the library's plugin for links stores whom one signs in. */
const linkValue = (email: string): string => JSON.stringify({ type: "magic-link", email: email.toLowerCase() });
