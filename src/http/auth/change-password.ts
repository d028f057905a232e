/**
 * The first password, and another one: with the present one, or right after signing in by a link, which is how a forgotten one
 * is replaced. All other sessions end with it.
 */
import { refuseWith } from "../../core/problem/refusal.ts";
import { PASSWORD_CHARS, REPLACE_PASSWORD_MS } from "../limits.ts";
import { problemResponse } from "../problem-json.ts";
import type { Auth } from "./open-auth.ts";

type Passwords = { readonly newPassword?: unknown; readonly currentPassword?: unknown };

export async function changePassword(
  { auth, request: { headers } }: { readonly auth: Auth; readonly request: Request },
  { newPassword, currentPassword }: Passwords,
): Promise<Response> {
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!found) return problemResponse(refuseWith("signed_out", "There is no session.").refusal);
  const { user, session } = found;
  const { least, most } = PASSWORD_CHARS;
  if (typeof newPassword !== "string" || newPassword.length < least || newPassword.length > most)
    return problemResponse(refuseWith("password_refused", `A password has ${least} to ${most} characters.`).refusal);
  const { internalAdapter, password } = await auth.$context;
  const present = (await internalAdapter.findCredentialAccount(user.id))?.password ?? null;
  const cameByLink = session.byLink === true && Date.now() - session.createdAt.getTime() < REPLACE_PASSWORD_MS;
  if (present !== null && !cameByLink) {
    if (typeof currentPassword !== "string")
      return problemResponse(refuseWith("password_needed", "The present password was not given.").refusal);
    if (!(await password.verify({ hash: present, password: currentPassword })))
      return problemResponse(refuseWith("sign_in_failed", "The present password is another one.").refusal);
  }
  const hash = await password.hash(newPassword);
  if (present !== null) await internalAdapter.updatePassword(user.id, hash);
  else {
    const account = { userId: user.id, providerId: "credential", accountId: user.id, password: hash };
    await internalAdapter.linkAccount(account);
  }
  const sessions = await internalAdapter.listSessions(user.id);
  const others = sessions.map(({ token }) => token).filter((token) => token !== session.token);
  // A list of none is no statement that PostgreSQL takes.
  if (others.length > 0) await internalAdapter.deleteSessions(others);
  return Response.json({ changed: true });
}
