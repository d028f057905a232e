/**
 * People who sign in: accounts, sessions and one-time links. A well-kept library does what is easily done wrong; here stands
 * what Muster asks of it, and how the rest of the server reaches it.
 */
import type { Invitations } from "../../app/ports/invitations.ts";
import type { Person } from "../caller.ts";
import { oneTimeLinks } from "./one-time-links.ts";
import { type Auth, openAuth } from "./open-auth.ts";
import { mayEnter, type SignInSettings } from "./sign-in-options.ts";
import { answerSignIn } from "./sign-in-requests.ts";
import { Throttle } from "./throttle.ts";

export type SignIn = Invitations & {
  /** Everything below `/api/auth/`. @param address of whoever asks, as the server itself sees it */
  handle(request: Request, address: string): Promise<Response>;
  /** Whose session the cookies are; null = nobody's, or of somebody who may no longer enter. Writes nothing. */
  identify(headers: Headers): Promise<Person | null>;
  /**
   * A link for the first owner of the server, who is made an operator with it: the same for servers with the same secret, until
   * it is used. Null = there is an owner who can sign in without: there is nothing to print then.
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

async function peopleOf(auth: Auth, settings: SignInSettings): Promise<People> {
  const { internalAdapter } = await auth.$context;
  const links = await oneTimeLinks(auth, settings);
  const userOf = async (email: string) => (await internalAdapter.findUserByEmail(email.toLowerCase()))?.user ?? null;

  async function makeOwner(email: string): Promise<void> {
    const known = await userOf(email);
    if (known) return void (await internalAdapter.updateUser(known.id, { operator: true }));
    const owner = { email, name: email.split("@", 1)[0] ?? email, emailVerified: true, operator: true };
    await internalAdapter.createUser(owner, { method: "muster" });
  }

  return {
    link: links.make,
    sendMail: settings.sendMail,
    isKnown: async (email) => (await userOf(email)) !== null,
    async revoke(email) {
      await links.end(email);
      const user = await userOf(email);
      if (user) await internalAdapter.deleteUserSessions(user.id);
    },
    ownerLink: (email, lastsMs) =>
      settings.database.alone(async () => {
        const operators = await internalAdapter.listUsers(undefined, undefined, undefined, [
          { field: "operator", value: true },
        ]);
        for (const { id } of operators) if ((await internalAdapter.findAccounts(id)).length > 0) return null;
        await makeOwner(email);
        return links.same(email, lastsMs);
      }),
  };
}
