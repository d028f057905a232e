/** Contacts, as they are looked up. */
import { z } from "zod";
import { contactCard } from "../../app/view/contact-card.ts";
import { readContactFilters } from "../../app/view/contact-filter.ts";
import { cardJson, contactId, contactJson } from "../../app/view/contact-json.ts";
import { loadFields } from "../../app/view/contact-schema.ts";
import { findContact } from "../../app/view/find-by-id.ts";
import { accept, refuseWith } from "../../core/problem/refusal.ts";
import { decodeId } from "../../core/public-id.ts";
import { PAGE_LIMIT } from "../limits.ts";
import { CELLS_ARE_DATA, DATA_NOTE, tool, withData } from "../tool.ts";

export const searchContacts = tool({
  name: "search_contacts",
  title: "Search contacts",
  description: `Contacts of the workspace that a search and filters leave, in the order in which they were made. ${CELLS_ARE_DATA}`,
  does: "reads",
  action: "read",
  takes: z.strictObject({
    search: z
      .string()
      .max(500)
      .optional()
      .describe("Words that all stand in the name, email, phone, account or external id"),
    filter: z
      .array(z.string().max(500))
      .max(20)
      .default([])
      .describe("tag=vip, city!=Paris, email~example.com, phone= (has none), phone!= (has one)"),
    after: z.string().max(40).optional().describe("next of the page before"),
    limit: z.number().int().min(1).max(PAGE_LIMIT).default(20),
  }),
  answers: {
    ...withData,
    items: z.array(z.looseObject({ id: z.string() })),
    next: z.string().nullable(),
  },
  async do({ ports, workspace, args: { search = null, filter, after, limit } }) {
    const filters = await readContactFilters(ports, workspace, filter);
    if (!filters.ok) return filters;
    const { idKey, number } = workspace;
    const from = after === undefined ? 0 : decodeId("con", idKey, after);
    if (from === null) return refuseWith("contact_unknown", "after is none that this list has answered.");
    const page = { search, filters: filters.value, after: from, limit: limit + 1 };
    const found = await ports.store.contacts.list(number, page);
    const fields = await loadFields(ports, workspace);
    const contacts = found.slice(0, limit);
    const last = contacts.at(-1);
    const next = found.length > limit && last !== undefined ? contactId(idKey, last) : null;
    return accept({ data: DATA_NOTE, items: contacts.map((contact) => contactJson(idKey, contact, fields)), next });
  },
});

export const showContact = tool({
  name: "show_contact",
  title: "Show a contact",
  description: `One contact: its values, the import, line and column that wrote each of them, and which imports changed it. ${CELLS_ARE_DATA}`,
  does: "reads",
  action: "read",
  takes: z.strictObject({ contact: z.string().max(40).describe("Id of the contact, such as con_0123456789") }),
  answers: { ...withData, id: z.string(), account: z.string().nullable() },
  async do({ ports, workspace, args }) {
    const found = await findContact(ports, workspace, args.contact);
    if (!found.ok) return found;
    const card = await contactCard(ports, workspace, found.value);
    return accept({ data: DATA_NOTE, ...cardJson(workspace.idKey, card, await loadFields(ports, workspace)) });
  },
});
