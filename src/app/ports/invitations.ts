/** A port: the ways into the server for people who are not signed in yet. */

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/** Answers whether a mail server has taken it. */
export type SendMail = (mail: Mail) => Promise<boolean>;

export interface Invitations {
  /** A link that signs the owner of the address in, once, within so many milliseconds. Earlier ones of the address end. */
  link(email: string, lastsMs: number): Promise<string>;
  /** Null = there is no mail server. */
  readonly sendMail: SendMail | null;
  /** The address is that of somebody who has signed in before, or runs the server. */
  isKnown(email: string): Promise<boolean>;
  /** Ends the sessions and links of the address. */
  revoke(email: string): Promise<void>;
}
