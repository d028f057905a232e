/** Files that are taken out: exports to edit and bring back, templates to fill in. */
import { z } from "@hono/zod-openapi";
import { matchingContacts, namedContacts } from "./contact-choice.ts";
import { endpoint } from "./endpoint.ts";
import { repeated } from "./shapes.ts";

const FORMATS = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export const exportTypes = FORMATS;

const format = z.enum(["csv", "xlsx"]).default("csv");

export const downloadExport = endpoint({
  method: "get",
  path: "/exports/{what}",
  need: "read",
  tag: "Exports",
  summary: "Contacts, accounts, opportunities or pipelines as a file that can be edited and imported again",
  description: "`what`: contacts, accounts, opportunities or pipelines. No cell of the file runs as a formula.",
  query: z.object({
    format,
    search: z.string().optional(),
    filter: repeated,
    fields: z
      .string()
      .optional()
      .openapi({ description: "Keys of fields, parted by commas; unsaid: all that are used" }),
    field: repeated.openapi({
      description: "One more of them, taken as it is: a name of custom data may hold commas; repeatable",
      example: ["email", "kept:City, State"],
    }),
  }),
  isSlow: true,
  answer: { type: "text/csv", description: "The file", others: [FORMATS.xlsx] },
});

const chosenFile = {
  format,
  fields: z.array(z.string()).optional().openapi({ description: "Keys of fields; unsaid: all that are used" }),
};

export const exportChosen = endpoint({
  method: "post",
  path: "/exports/contacts",
  need: "read",
  tag: "Exports",
  summary: "Contacts that are named one by one, or all but some, as such a file",
  body: z.union([namedContacts.extend(chosenFile), matchingContacts.extend(chosenFile)]),
  isSlow: true,
  answer: { type: "text/csv", description: "The file", others: [FORMATS.xlsx] },
});

export const downloadTemplate = endpoint({
  method: "get",
  path: "/templates/{what}",
  need: "read",
  inEmbed: true,
  tag: "Exports",
  summary: "A file to fill in, whose headers map by themselves",
  description: "`what`: contacts, accounts, opportunities, pipelines, or contacts,opportunities in one file.",
  query: z.object({
    format,
    mode: z.enum(["create", "update", "both"]).optional(),
    preset: z.string().optional(),
  }),
  isSlow: true,
  answer: { type: "text/csv", description: "The file", others: [FORMATS.xlsx] },
});
