/** `muster contacts`: a page of the contacts that a search and filters leave; `contacts show ID`: one with its past. */

import type { Command } from "commander";
import { CONTACTS_SHOWN } from "../app/limits.ts";
import { contactCard } from "../app/view/contact-card.ts";
import { readContactFilters } from "../app/view/contact-filter.ts";
import { cardJson, contactId, contactJson } from "../app/view/contact-json.ts";
import { loadFields } from "../app/view/contact-schema.ts";
import { findContact } from "../app/view/find-by-id.ts";
import { findByWord } from "../app/view/find-by-word.ts";
import { opportunityJson } from "../app/view/opportunity-json.ts";
import { type OpportunityView, viewOpportunities } from "../app/view/opportunity-view.ts";
import type { SharedOptions } from "../config.ts";
import { builtinFieldsOf } from "../core/object/builtin-fields-of.ts";
import { refuseWith } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import { decodeId, encodeId, ID_PREFIX } from "../core/public-id.ts";
import type { Cli, ExitCode, Session } from "./cli.ts";
import { cardText, contactTable } from "./contact-text.ts";
import { registerEraseContacts } from "./contacts-erase.ts";
import { withData } from "./import-text.ts";
import { opportunityTable } from "./opportunity-text.ts";
import { remoteObject, remoteObjects } from "./remote/objects.ts";
import { collected, examples, positive, withWorkspaceOptions } from "./shared-options.ts";

type Options = SharedOptions & {
  readonly search?: string;
  readonly filter?: readonly string[];
  readonly limit: number;
  readonly cursor?: string;
};

const PAGE = 50;

/** What a search looks at, by what is listed. */
const CONTACTS_SEARCHED = "contacts in whose name, email, phone, account or external id all words stand";

/** The same words wherever objects are chosen. */
export const withContactFilters = (command: Command, searched = CONTACTS_SEARCHED): Command =>
  command
    .option("--search <words>", searched)
    .option(
      "--filter <filter>",
      "field=value, field!=value, field~part, field= (has none), field!= (has one); repeatable",
      collected,
    );

export function registerContacts(program: Command, cli: Cli): void {
  const contacts = withContactFilters(
    withWorkspaceOptions(
      program
        .command("contacts")
        .enablePositionalOptions()
        .summary("list contacts; contacts show ID: one, with where each value comes from")
        .description("Lists contacts in the order in which they were made. With --json one object a line."),
    ),
  )
    .option("--limit <n>", `how many to list, at most ${CONTACTS_SHOWN}`, positive, PAGE)
    .option("--cursor <contact>", "list those after this one")
    .addHelpText(
      "after",
      examples(
        "muster contacts --search 'ann acme'",
        "muster contacts --filter tag=vip --filter 'city!=Paris'",
        "muster contacts --filter 'email~example.com' --filter 'phone=' --json",
        "muster contacts show con_0123456789",
      ),
    )
    .action((options: Options) =>
      cli.inWorkspace(options, (session) => listContacts(session, options), {
        remote: remoteObjects("contact", options),
      }),
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
      cli.inWorkspace(command.optsWithGlobals<SharedOptions>(), (session) => showContact(session, id), {
        remote: remoteObject("contact", id),
      }),
    );
  registerEraseContacts(contacts, cli);
}

async function listContacts(session: Session, options: Options): Promise<ExitCode> {
  const { ports, workspace, terminal, config } = session;
  const filters = await readContactFilters(ports, workspace, options.filter ?? []);
  if (!filters.ok) return session.refuse(filters.refusal);
  const after = options.cursor === undefined ? 0 : decodeId("con", workspace.idKey, options.cursor);
  if (after === null) {
    const { refusal } = refuseWith("contact_unknown", `The cursor ${shown(options.cursor ?? "")} is no contact's id.`);
    return session.refuse({ ...refusal, fix: "Use the cursor that the page before has named, or leave it out." });
  }
  const limit = Math.min(options.limit, CONTACTS_SHOWN);
  const query = { search: options.search ?? null, filters: filters.value, after, limit: limit + 1 };
  const found = await ports.store.contacts.list(workspace.number, query);
  const contacts = found.slice(0, limit);
  if (terminal.json) {
    const fields = await loadFields(ports, workspace);
    for (const contact of contacts) await terminal.printJson(contactJson(workspace.idKey, contact, fields));
  } else if (contacts.length > 0) {
    await terminal.print(...contactTable(workspace.idKey, contacts, terminal.width));
  } else {
    const chosen = after > 0 || options.search !== undefined || filters.value.length > 0;
    const begin = withData("muster import FILE", config);
    terminal.note(chosen ? "There are no such contacts." : `There are no contacts yet. Begin with: ${begin}`);
  }
  const last = contacts.at(-1);
  if (found.length > limit && last) terminal.note(`There are more: --cursor ${contactId(workspace.idKey, last)}`);
  return 0;
}

async function showContact(session: Session, id: string): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const meant = await findByWord(ports, workspace, { object: "contact", word: id });
  if (!meant.ok) return session.refuse(meant.refusal);
  const found = await findContact(ports, workspace, encodeId(ID_PREFIX.contact, workspace.idKey, meant.value));
  if (!found.ok) return session.refuse(found.refusal);
  const card = await contactCard(ports, workspace, found.value);
  const deals = await opportunitiesOf(session, found.value.number);
  if (terminal.json) {
    const { idKey } = workspace;
    const json = cardJson(idKey, card, await loadFields(ports, workspace));
    const fields = builtinFieldsOf("opportunity");
    await terminal.printJson({ ...json, opportunities: deals.map((view) => opportunityJson(view, idKey, fields)) });
  } else {
    await terminal.print(...cardText(workspace.idKey, card, terminal));
    if (deals.length > 0)
      await terminal.print("", terminal.style("bold", "Opportunities"), ...opportunityTable(deals, terminal.width));
  }
  return 0;
}

/** The first of the contact's opportunities. */
async function opportunitiesOf({ ports, workspace }: Session, contact: number): Promise<readonly OpportunityView[]> {
  const page = { search: null, filters: [], contact, after: 0, limit: PAGE };
  return viewOpportunities(ports, workspace, await ports.store.opportunities.list(workspace.number, page));
}
