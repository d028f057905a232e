/** The mail with a link that somebody has asked for. */
import type { Mail } from "../../app/ports/invitations.ts";
import { MAILED_LINK_SECONDS } from "../limits.ts";

export const signInMail = (to: string, link: string): Mail => ({
  to,
  subject: "Your sign-in link for Muster",
  text: `Open this link to sign in to Muster. It works once, for ${MAILED_LINK_SECONDS / 60} minutes:

${link}

If you have not asked for it, there is nothing to do: without the link nobody gets in.
`,
});
