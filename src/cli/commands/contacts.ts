/** `muster contacts`: a page of the contacts that a search and filters leave; `contacts show ID`: one with its past. */

import type { Command } from "commander";
import type { ContactRow } from "../../app/ports.ts";
import { contactCard } from "../../app/view/contact-card.ts";
import { readContactFilters } from "../../app/view/contact-filter.ts";
import { cardJson, contactId, contactJson } from "../../app/view/contact-json.ts";
import { loadFields } from "../../app/view/contact-schema.ts";
import { findContact } from "../../app/view/find-by-id.ts";
import { findByWord } from "../../app/view/find-by-word.ts";
import { opportunityJson } from "../../app/view/opportunity-json.ts";
import { type OpportunityView, viewOpportunities } from "../../app/view/opportunity-view.ts";
import type { SharedOptions } from "../../config.ts";
import { encodeId, ID_PREFIX } from "../../core/public-id.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { CONTACTS_SEARCHED, type ListedObjects, PAGE, withFilters, withList } from "../listed-objects.ts";
import { remoteObject } from "../remote/objects.ts";
import { examples, withWorkspaceOptions } from "../shared-options.ts";
import { cardText, contactTable } from "../words/contact-text.ts";
import { registerEraseContacts } from "./contacts-erase.ts";

const CONTACTS: ListedObjects<ContactRow> = {
  object: "contact",
  filters: ({ ports, workspace }, words) => readContactFilters(ports, workspace, words),
  page: ({ ports, workspace }, query) => ports.store.contacts.list(workspace.number, query),
  id: ({ workspace }, contact) => contactId(workspace.idKey, contact),
  async json({ ports, workspace }, page) {
    const fields = await loadFields(ports, workspace);
    return page.map((contact) => contactJson(workspace.idKey, contact, fields));
  },
  table: ({ workspace, terminal }, page) => contactTable(workspace.idKey, page, terminal.width),
};

export function registerContacts(program: Command, cli: Cli): void {
  const command = withWorkspaceOptions(
    program
      .command("contacts")
      .enablePositionalOptions()
      .summary("list contacts; contacts show ID: one, with where each value comes from")
      .description("Lists contacts in the order in which they were made. With --json one object a line."),
  );
  const contacts = withList(withFilters(command, CONTACTS_SEARCHED), cli, CONTACTS).addHelpText(
    "after",
    examples(
      "muster contacts --search 'ann acme'",
      "muster contacts --filter tag=vip --filter 'city!=Paris'",
      "muster contacts --filter 'email~example.com' --filter 'phone=' --json",
      "muster contacts show con_0123456789",
    ),
  );
  withWorkspaceOptions(
    contacts
      .command("show")
      .argument("<contact>", "its id, or an external id or email address that no other has")
      .summary("one contact: each value with the import, line and column that wrote it; its history")
      .description(
        "Shows one contact: each value with the import, line, column and raw text that wrote it, and which imports changed it.",
      ),
  )
    .addHelpText(
      "after",
      examples("muster contacts show con_0123456789", "muster contacts show ann@example.com --json"),
    )
    .action((id: string, _: SharedOptions, command: Command) =>
      cli.look(command.optsWithGlobals<SharedOptions>(), (session) => showContact(session, id), {
        remote: remoteObject("contact", id),
      }),
    );
  registerEraseContacts(contacts, cli);
}

async function showContact(session: Session, id: string): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const meant = await findByWord(ports, workspace, { object: "contact", word: id });
  if (!meant.ok) return session.refuse(meant.refusal);
  const found = await findContact(ports, workspace, encodeId(ID_PREFIX.contact, workspace.idKey, meant.value));
  if (!found.ok) return session.refuse(found.refusal);
  const fields = await loadFields(ports, workspace);
  const dealFields = await loadFields(ports, workspace, "opportunity");
  const deals = await opportunitiesOf(session, found.value.number);
  const card = {
    ...cardJson(workspace.idKey, await contactCard(ports, workspace, found.value), fields),
    opportunities: deals.map((view) => opportunityJson(view, workspace.idKey, dealFields)),
  };
  if (terminal.json) await terminal.printJson(card);
  else await terminal.print(...cardText(card, fields, terminal));
  return 0;
}

/** The first of the contact's opportunities. */
async function opportunitiesOf({ ports, workspace }: Session, contact: number): Promise<readonly OpportunityView[]> {
  const page = { search: null, filters: [], contact, after: 0, limit: PAGE };
  return viewOpportunities(ports, workspace, await ports.store.opportunities.list(workspace.number, page));
}
