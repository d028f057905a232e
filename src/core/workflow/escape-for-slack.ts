/** https://docs.slack.dev/messaging/formatting-message-text#escaping: a value can name nobody and link nowhere. */
export const escapeForSlack = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
