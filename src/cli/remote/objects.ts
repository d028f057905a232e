/** `contacts`, `accounts`, `opportunities` of a server. */
import { oneCalled } from "../../app/view/find-by-word.ts";
import type { SharedOptions } from "../../config.ts";
import { accept, type Result } from "../../core/problem/refusal.ts";
import type { ExitCode } from "../cli.ts";
import type { Terminal } from "../terminal.ts";
import { accountCardText } from "../words/account-text.ts";
import { cardText } from "../words/contact-text.ts";
import { opportunityText } from "../words/opportunity-text.ts";
import type { NamedField } from "../words/past-text.ts";
import { at, printList, type Shown } from "./listing.ts";
import type { Answers, Json, RemoteServer } from "./remote-server.ts";
import type { RemoteSession, RemoteWork } from "./remote-session.ts";
import { wholeAnswer } from "./whole-answer.ts";

type Kind = "contact" | "account" | "opportunity";

const COLUMNS: Readonly<Record<Kind, readonly Shown<Json>[]>> = {
  contact: [
    { head: "Contact", of: at("id") },
    {
      head: "Name",
      of: (contact) => contact.full_name ?? `${contact.first_name ?? ""} ${contact.last_name ?? ""}`.trim(),
    },
    { head: "Email", of: at("email") },
    { head: "Phone", of: at("phone") },
    { head: "Account", of: at("account_name") },
    { head: "Tags", of: at("tags") },
  ],
  account: [
    { head: "Account", of: at("id") },
    { head: "Name", of: at("name") },
    { head: "External id", of: at("external_id") },
    { head: "Domain", of: at("domain") },
    { head: "Contacts", of: at("contacts") },
  ],
  opportunity: [
    { head: "Opportunity", of: at("id") },
    { head: "Name", of: at("name") },
    { head: "Contact", of: at("contact") },
    { head: "Account", of: at("account") },
    { head: "Pipeline", of: at("pipeline") },
    { head: "Stage", of: at("stage") },
  ],
};

const QUESTIONS = {
  contact: { list: "listContacts", show: "showContact", many: "contacts" },
  account: { list: "listAccounts", show: "showAccount", many: "accounts" },
  opportunity: { list: "listOpportunities", show: "showOpportunity", many: "opportunities" },
} as const;

export type ObjectsWanted = SharedOptions & {
  readonly search?: string;
  readonly filter?: readonly string[];
  readonly limit: number;
  readonly cursor?: string;
};

export const remoteObjects =
  (kind: Kind, { search, filter, limit, cursor }: ObjectsWanted): RemoteWork =>
  async (session) => {
    const { list, many } = QUESTIONS[kind];
    const answer = await session.server.ask(list, { query: { search, filter, limit, cursor } });
    if (!answer.ok) return session.refuse(answer.refusal);
    return printList(session, answer.value, { columns: COLUMNS[kind], none: `There are no such ${many}.` });
  };

export const remoteObject =
  (kind: Kind, word: string): RemoteWork =>
  async (session) => {
    const meant = await oneCalled(kind, word, (field) => idsWith(session.server, kind, `${field}=${word.trim()}`));
    return meant.ok ? SHOW[kind](session, meant.value) : session.refuse(meant.refusal);
  };

type ShowQuestion = (typeof QUESTIONS)[Kind]["show"];
type Whole<Q extends ShowQuestion> = {
  /** Parts that the text is made of. */
  readonly printed: readonly (keyof Answers[Q] & string)[];
  readonly text: (answer: Answers[Q], fields: readonly NamedField[], terminal: Terminal) => readonly string[];
};

const show =
  <Q extends ShowQuestion>(kind: Kind, question: Q, { printed, text }: Whole<Q>) =>
  async ({ server, terminal, refuse }: RemoteSession, id: string): Promise<ExitCode> => {
    const answer = await server.ask(question, { params: { id } });
    if (!answer.ok) return refuse(answer.refusal);
    if (terminal.json) {
      await terminal.printJson(answer.value);
      return 0;
    }
    const whole = wholeAnswer(answer, printed);
    if (!whole.ok) return refuse(whole.refusal);
    const fields = await server.ask("listFields", { query: { object: kind } });
    if (!fields.ok) return refuse(fields.refusal);
    await terminal.print(...text(whole.value, fields.value.items, terminal));
    return 0;
  };

const PAST = ["kept", "createdAt", "updatedAt", "origins", "history"] as const;

const SHOW: Readonly<Record<Kind, (session: RemoteSession, id: string) => Promise<ExitCode>>> = {
  contact: show("contact", "showContact", {
    printed: [...PAST, "belongsTo", "merges", "bulkChanges", "opportunities"],
    text: cardText,
  }),
  account: show("account", "showAccount", {
    printed: [...PAST, "mainContact", "contacts", "members", "people"],
    text: accountCardText,
  }),
  opportunity: show("opportunity", "showOpportunity", {
    printed: [...PAST, "contact", "account", "pipeline", "stage"],
    text: opportunityText,
  }),
};

/** The first two that a filter leaves. A page may be short, or empty, where a server has looked for long enough. */
async function idsWith(server: RemoteServer, kind: Kind, filter: string): Promise<Result<readonly string[]>> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const answer = await server.ask(QUESTIONS[kind].list, { query: { filter: [filter], limit: 2, cursor } });
    if (!answer.ok) return answer;
    ids.push(...answer.value.items.map(({ id }) => String(id)));
    if (ids.length > 1 || typeof answer.value.next !== "string") return accept(ids);
    cursor = answer.value.next;
  }
}
