/** One contact made, changed or deleted by hand. */
import { z } from "@hono/zod-openapi";
import { bulkChangeShape } from "./bulk-changes.ts";
import { contactShape } from "./contacts.ts";
import { endpoint } from "./endpoint.ts";

const contacts = { need: "change_contacts", tag: "Contacts" } as const;

const value = z.union([z.string(), z.array(z.string()), z.null()], {
  error: 'a value is a text in quotes, such as "12", a list of texts, or null',
});

/** Fields that were put beside `values` instead of in it are what mostly is wrong. */
const NOT_VALUES = 'the fields stand inside "values": {"values": {"email": "ann@example.com"}}';

const says = {
  values: z.record(z.string(), value, { error: NOT_VALUES }).openapi({
    description:
      "By the key of their field, as people write them: what is read, checked and refused is what an import would. Lists take the place of the former list, as a list or as one text; null, or an empty text, clears",
    example: { full_name: "Ann Lee", email: "ann@example.com", phone: "(415) 555-0100", tags: ["vip"] },
  }),
  allowDuplicate: z.boolean().optional().openapi({
    description:
      "True: written although another contact is recognised by the same value. Unsaid, as the policy key onMatch has it: only `duplicate` allows it",
  }),
};

const written = contactShape.extend({
  change: z
    .string()
    .nullable()
    .openapi({ description: "What POST /bulk-changes/{id}/undo takes back; null = the contact was so already" }),
});

const REFUSED =
  "Nothing is written where a value is refused: `errors` lists each, `where` by field, and names the contact that is there already (409, `contact_exists`).";

export const createContact = endpoint({
  ...contacts,
  method: "post",
  path: "/contacts",
  summary: "Make one contact by hand",
  description: `${REFUSED} No workflow is begun. The answer has its ETag and Location.`,
  body: z.strictObject(says),
  answer: written,
  status: 201,
});

export const changeContact = endpoint({
  ...contacts,
  method: "patch",
  path: "/contacts/{id}",
  summary: "Change values of one contact by hand",
  description: `What is not named stays. ${REFUSED} Its history says who changed what, and the change can be undone.`,
  headers: { "If-Match": "ETag of an earlier answer: 412 where the contact has changed since" },
  body: z.strictObject({
    ...says,
    kept: z
      .record(z.string(), z.string().nullable())
      .default({})
      .openapi({ description: "Custom data that the contact has, by name; null removes it" }),
  }),
  answer: written,
});

export const deleteContact = endpoint({
  ...contacts,
  method: "delete",
  path: "/contacts/{id}",
  summary: "Delete one contact; it can be undone",
  description: "A bulk change of one: where an import is at work, it waits for its end.",
  answer: bulkChangeShape,
});
