/** Contacts, accounts, opportunities and pipelines, as they are read. */
import { z } from "@hono/zod-openapi";
import { endpoint } from "./endpoint.ts";
import { chosen, fieldValues, moment, page, past } from "./shapes.ts";

const stamps = {
  kept: fieldValues.openapi({ description: "Custom data by name" }),
  createdAt: moment,
  updatedAt: moment,
};

const values = "Values stand beside these by the key of their field; lists as lists.";

export const contactShape = z
  .looseObject({ id: z.string().openapi({ example: "con_0123456789" }), account: z.string().nullable(), ...stamps })
  .openapi("Contact", { description: values });

const accountShape = z
  .looseObject({
    id: z.string().openapi({ example: "acc_0123456789" }),
    mainContact: z.string().nullable(),
    contacts: z.number().int(),
    ...stamps,
  })
  .openapi("Account", { description: values });

const named = z.object({ id: z.string(), name: z.string() }).nullable();

const opportunityShape = z
  .looseObject({
    id: z.string().openapi({ example: "opp_0123456789" }),
    contact: named,
    account: named,
    pipeline: named,
    stage: named,
    ...stamps,
  })
  .openapi("Opportunity", { description: values });

const pipelineShape = z
  .looseObject({
    id: z.string(),
    name: z.string(),
    is_default: z.boolean(),
    stages: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        position: z.number().nullable(),
        is_closed_won: z.boolean(),
        is_closed_lost: z.boolean(),
      }),
    ),
  })
  .openapi("Pipeline");

const contacts = { need: "read", tag: "Contacts" } as const;

export const listContacts = endpoint({
  ...contacts,
  method: "get",
  path: "/contacts",
  summary: "Contacts, in the order in which they were made",
  query: chosen,
  answer: page(contactShape),
});

export const countContacts = endpoint({
  ...contacts,
  method: "get",
  path: "/contacts/count",
  summary: "How many contacts the workspace has, or a search and filters leave",
  query: chosen.pick({ search: true, filter: true }),
  answer: z.object({ contacts: z.number().int() }),
});

export const showContact = endpoint({
  ...contacts,
  method: "get",
  path: "/contacts/{id}",
  summary:
    "One contact: each value with the import, line, column and raw text that wrote it, or who did by hand; its history",
  description: "The ETag is its version, as If-Match of a change names it.",
  answer: contactShape.extend({
    ...past.shape,
    belongsTo: z
      .object({ id: z.string(), name: z.string(), isMainContact: z.boolean() })
      .nullable()
      .openapi({ description: "Its account" }),
    merges: z.array(z.unknown()),
    bulkChanges: z.array(z.looseObject({ bulkChange: z.string(), at: moment, by: z.string(), do: z.string() })),
    opportunities: z.array(opportunityShape),
  }),
});

const accounts = { need: "read", tag: "Accounts" } as const;

export const listAccounts = endpoint({
  ...accounts,
  method: "get",
  path: "/accounts",
  summary: "Accounts, in the order in which they were made",
  query: chosen,
  answer: page(accountShape),
});

export const similarAccounts = endpoint({
  ...accounts,
  method: "get",
  path: "/accounts/similar",
  summary: "Accounts that may be one: spelling variants and shared domains, never merged by themselves",
  answer: z.object({ items: z.array(z.looseObject({})) }),
});

export const showAccount = endpoint({
  ...accounts,
  method: "get",
  path: "/accounts/{id}",
  summary: "One account: its values with where they came from, its main contact, its contacts, its history",
  answer: accountShape.extend({
    ...past.shape,
    members: z.array(z.string()),
    people: z
      .array(z.object({ id: z.string(), name: z.string(), email: z.string().nullable() }))
      .openapi({ description: "Its main contact, then the first of its others, by name" }),
  }),
});

const opportunities = { need: "read", tag: "Opportunities" } as const;

export const listOpportunities = endpoint({
  ...opportunities,
  method: "get",
  path: "/opportunities",
  summary: "Opportunities with their contact, account, pipeline and stage",
  query: chosen.extend({ contact: z.string().optional().openapi({ description: "Only those of this contact" }) }),
  answer: page(opportunityShape),
});

export const showOpportunity = endpoint({
  ...opportunities,
  method: "get",
  path: "/opportunities/{id}",
  summary: "One opportunity, with its past",
  answer: opportunityShape.extend(past.shape),
});

export const listPipelines = endpoint({
  ...opportunities,
  method: "get",
  path: "/pipelines",
  summary: "Pipelines with their stages in order",
  answer: z.object({ items: z.array(pipelineShape) }),
});

export const showPipeline = endpoint({
  ...opportunities,
  method: "get",
  path: "/pipelines/{id}",
  summary: "One pipeline, by id or name",
  answer: pipelineShape,
});
