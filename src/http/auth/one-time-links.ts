/** Links that sign somebody in, once. Of each person's only the newest works, and only digests of them are kept. */
import { createHash, randomBytes } from "node:crypto";
import type { Auth } from "./open-auth.ts";
import { BASE_PATH, type SignInSettings } from "./sign-in-options.ts";
import { signer } from "./signer.ts";

export type OneTimeLinks = {
  make(email: string, lastsMs: number): Promise<string>;
  /**
   * The one there is, or a new one where that is not good for half of its time any more: servers with the same secret, started
   * together, give out the same. Inside `SignInDatabase.alone`.
   */
  same(email: string, lastsMs: number): Promise<string>;
  end(email: string): Promise<void>;
};

export async function oneTimeLinks(
  auth: Auth,
  { publicUrl, secret }: Pick<SignInSettings, "publicUrl" | "secret">,
): Promise<OneTimeLinks> {
  const { adapter, internalAdapter } = await auth.$context;
  const sign = signer(secret, "links of the owner");
  const theirs = (email: string) => ({ model: "verification", where: [{ field: "value", value: whomOf(email) }] });
  const urlOf = (token: string) => `${publicUrl}${BASE_PATH}/magic-link/verify?token=${token}&callbackURL=%2F`;

  const end = async (email: string): Promise<void> => void (await adapter.deleteMany(theirs(email)));

  async function keep(email: string, token: string, expiresAt: Date): Promise<string> {
    await end(email);
    await internalAdapter.createVerificationValue({ identifier: nameOf(token), value: whomOf(email), expiresAt });
    return urlOf(token);
  }

  return {
    end,
    make: (email, lastsMs) => keep(email, randomBytes(32).toString("base64url"), new Date(Date.now() + lastsMs)),
    async same(email, lastsMs) {
      const tokenUntil = (at: Date) => sign(`${email} ${at.getTime()}`);
      for (const { identifier, expiresAt } of await adapter.findMany<DbLink>(theirs(email))) {
        const token = tokenUntil(expiresAt);
        if (identifier === nameOf(token) && expiresAt.getTime() > Date.now() + lastsMs / 2) return urlOf(token);
      }
      const expiresAt = new Date(Date.now() + lastsMs);
      return keep(email, tokenUntil(expiresAt), expiresAt);
    },
  };
}

type DbLink = { readonly identifier: string; readonly expiresAt: Date };

/** As the library's plugin for links stores them, and whom one signs in. */
const nameOf = (token: string): string => `magic-link:${createHash("sha256").update(token).digest("base64url")}`;
const whomOf = (email: string): string => JSON.stringify({ type: "magic-link", email: email.toLowerCase() });
