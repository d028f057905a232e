/** Signing in, and the password. */
export const signIn = {
  title: "Sign in",
  email: "E-mail address",
  password: "Password",
  signIn: "Sign in",
  or: "or",
  mailLink: "Mail me a link",
  linkSent: "Look into your mailbox",
  linkSentText: (email: string) =>
    `If ${email} is a member's address, a link is on its way. It works once, for 15 minutes.`,
  withProvider: "Sign in with your organisation",
  ended: "You were signed out. Sign in to go on where you were.",
  linkFailed: "The link was used before or is too old.",
  refused: "You could not be signed in.",
  noAccount:
    "No account yet? An admin of the workspace invites you; the one who runs the server finds a link where it was started.",
  setPassword: "Set a password",
  setPasswordText: "You came by a link, which works once. With a password you can sign in again at any time.",
  address: (email: string) => `You sign in as ${email}.`,
  newPassword: "New password",
  presentPassword: "Present password",
  presentPasswordHint: "Not needed within an hour after signing in by a link.",
  passwordHint: "12 characters or more; a few words in a row are good.",
  save: "Set password",
  later: "Later",
  saved: "Your password is set.",
  showPassword: "Show or hide the password",
};

export type SignInWords = typeof signIn;
