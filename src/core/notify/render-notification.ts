/** A notification in words: for a page, a mail, or a post. What people have named is quoted so that nothing of it acts. */
import { catalogue, type ProblemCode } from "../problem/catalogue.ts";
import { shown } from "../problem/shown-text.ts";
import { escapeForSlack } from "../workflow/escape-for-slack.ts";
import type { Notification } from "./notification.ts";
import { ENGLISH, type NotificationWords } from "./notification-words.ts";

export type NotificationText = { readonly title: string; readonly text: string };

const PLACE = /\{(\w+)\}/g;

export function renderNotification(
  { event, params }: Notification,
  words: NotificationWords = ENGLISH,
): NotificationText {
  const isPlanOfNothing = event === "import_planned" && params.changes === "nothing";
  const { title, text } = isPlanOfNothing ? words.planOfNothing : words.events[event];
  const numbers = new Intl.NumberFormat(words.language);
  const values = new Map(Object.entries(params));
  const filled = (template: string): string =>
    template.replace(PLACE, (_, name: string) => {
      const value = values.get(name) ?? "";
      if (typeof value === "number") return numbers.format(value);
      return name === "problem" ? problemTitle(value, words) : shown(value);
    });
  return { title: filled(title), text: filled(text) };
}

/** A code that this version does not know is shown as it is. */
const problemTitle = (code: string, { problem }: NotificationWords): string =>
  Object.hasOwn(catalogue, code) ? problem(code as ProblemCode).replace(/\.$/, "") : shown(code);

/** @param link to the import; null = nobody knows where this server is reached */
export function mailText(text: NotificationText, link: string | null, words: NotificationWords = ENGLISH): string {
  return [text.text, ...(link === null ? [] : ["", `${words.open}: ${link}`]), "", "-- ", words.why, ""].join("\n");
}

/** @param to whom it is for, where others read the channel too */
export function slackText(
  { title, text }: NotificationText,
  { link, to }: { readonly link: string | null; readonly to: string | null },
  words: NotificationWords = ENGLISH,
): string {
  const heading = to === null ? title : `${shown(to)}: ${title}`;
  return [
    `*${escapeForSlack(heading)}*`,
    escapeForSlack(text),
    ...(link === null ? [] : [`<${link}|${escapeForSlack(words.open)}>`]),
  ].join("\n");
}
