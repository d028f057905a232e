/** The workspace's schema: fields, saved mappings, tags. */
import { z } from "@hono/zod-openapi";
import { FIELD_TYPES } from "../../core/contact/field.ts";
import { OBJECT_KINDS } from "../../core/object/object-kind.ts";
import { endpoint } from "./endpoint.ts";
import { moment } from "./shapes.ts";

const object = z.enum(OBJECT_KINDS).optional().openapi({ description: "What has the field; unsaid: contacts" });
const aboutObject = z.object({ object });

const fieldShape = z
  .object({
    key: z.string().openapi({ example: "plan" }),
    label: z.string(),
    type: z.enum(FIELD_TYPES),
    builtin: z.boolean(),
    options: z.array(z.string()),
    externalId: z.boolean().openapi({ description: "A column headed external_id goes to it" }),
  })
  .openapi("Field");

const fields = { tag: "Fields" } as const;

export const listFields = endpoint({
  ...fields,
  method: "get",
  path: "/fields",
  need: "read",
  inEmbed: true,
  summary: "Built-in fields, then the workspace's own",
  query: aboutObject,
  answer: z.object({ items: z.array(fieldShape) }),
});

export const addField = endpoint({
  ...fields,
  method: "post",
  path: "/fields",
  need: "change_fields",
  summary: "Make a field",
  body: z.strictObject({
    object,
    key: z.string().openapi({ description: "Small letters, digits and underscores", example: "renewal_date" }),
    label: z.string().nullable().default(null),
    type: z.string().default("text"),
    options: z.array(z.string()).default([]),
    externalId: z.boolean().default(false),
  }),
  answer: fieldShape,
  status: 201,
});

export const changeField = endpoint({
  ...fields,
  method: "patch",
  path: "/fields/{key}",
  need: "change_fields",
  summary: "Change a field",
  description: "Its type stays while contacts have values of it, and an option while a contact has it.",
  body: z.strictObject({
    object,
    label: z.string().optional(),
    type: z.string().optional(),
    options: z.array(z.string()).optional(),
    addOptions: z.array(z.string()).optional(),
    externalId: z.boolean().optional(),
  }),
  answer: fieldShape,
});

export const removeField = endpoint({
  ...fields,
  method: "delete",
  path: "/fields/{key}",
  need: "change_fields",
  summary: "Remove a field; values become custom data",
  query: aboutObject.extend({
    confirm: z.stringbool().default(false).openapi({ description: "Although contacts have values of it" }),
  }),
  answer: z.object({ removed: z.string(), contacts: z.number().int(), keptAs: z.string().nullable() }),
});

const mappingShape = z
  .looseObject({
    mapping: z.string().openapi({ description: "Its id: the fingerprint of the headers" }),
    name: z.string().nullable(),
    usedAt: moment,
    columns: z.array(z.looseObject({ header: z.string() })),
  })
  .openapi("Mapping");

export const listMappings = endpoint({
  method: "get",
  path: "/mappings",
  need: "read",
  tag: "Mappings",
  summary: "Mappings that the workspace remembers, those used last first",
  answer: z.object({ items: z.array(mappingShape) }),
});

export const removeMapping = endpoint({
  method: "delete",
  path: "/mappings/{id}",
  need: "change_mappings",
  tag: "Mappings",
  summary: "Forget a mapping, by id or name",
  answer: null,
});

const tagShape = z.object({ tag: z.string(), contacts: z.number().int() }).openapi("Tag");

export const listTags = endpoint({
  method: "get",
  path: "/tags",
  need: "read",
  tag: "Tags",
  summary: "Tags, and how many contacts have each",
  description: "Of many contacts, the numbers may be some seconds old.",
  answer: z.object({ items: z.array(tagShape) }),
});

export const addTag = endpoint({
  method: "post",
  path: "/tags",
  need: "change_contacts",
  tag: "Tags",
  summary: "Make a tag",
  body: z.strictObject({ tag: z.string() }),
  answer: tagShape,
  status: 201,
});

export const removeTag = endpoint({
  method: "delete",
  path: "/tags/{tag}",
  need: "change_contacts",
  tag: "Tags",
  summary: "Remove a tag that no contact has",
  answer: null,
});
