/** `contacts`, `accounts`, `opportunities` of a server. */
import type { SharedOptions } from "../../config.ts";
import type { ExitCode } from "../cli.ts";
import { at, printList, printThing, type Shown } from "./listing.ts";
import type { Json } from "./remote-server.ts";
import type { RemoteSession, RemoteWork } from "./remote-session.ts";

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
  (kind: Kind, id: string): RemoteWork =>
  (session) =>
    showObject(session, kind, id);

async function showObject(session: RemoteSession, kind: Kind, id: string): Promise<ExitCode> {
  const answer = await session.server.ask(QUESTIONS[kind].show, { params: { id } });
  if (!answer.ok) return session.refuse(answer.refusal);
  return printThing(session, answer.value, `${answer.value.id}`);
}
