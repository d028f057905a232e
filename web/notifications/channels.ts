/** Where one is told of an event, as the profile writes it: `app,mail-if-long`; `none`. */
export type MailWish = "never" | "always" | "if_long";
export type Channels = { readonly app: boolean; readonly mail: MailWish; readonly slack: boolean };

export function channelsOf(text: string): Channels {
  const words = text.split(",");
  return {
    app: words.includes("app"),
    mail: words.includes("mail") ? "always" : words.includes("mail-if-long") ? "if_long" : "never",
    slack: words.includes("slack"),
  };
}

export function channelsText({ app, mail, slack }: Channels): string {
  const words = [
    ...(app ? ["app"] : []),
    ...(mail === "never" ? [] : [mail === "always" ? "mail" : "mail-if-long"]),
    ...(slack ? ["slack"] : []),
  ];
  return words.length === 0 ? "none" : words.join(",");
}
