/** Contacts that may be one person, and merging them by hand. */
import { z } from "@hono/zod-openapi";
import { endpoint } from "./endpoint.ts";
import { moment, page, pageQuery } from "./shapes.ts";

const duplicates = { tag: "Duplicates" } as const;

export const listDuplicates = endpoint({
  ...duplicates,
  method: "get",
  path: "/duplicates",
  need: "read",
  isSlow: true,
  summary:
    "Pairs of contacts that may be one person, the likeliest first, with the reasons; of more than 1,000 contacts as they were up to some minutes ago",
  query: z.object({
    import: z.string().optional().openapi({ description: "Only pairs with a contact of this import" }),
    minScore: z.coerce.number().min(0).max(1).optional(),
    limit: pageQuery.shape.limit,
  }),
  answer: z.object({
    items: z.array(z.looseObject({ score: z.number(), reasons: z.array(z.string()) })),
    total: z.number().int(),
  }),
});

const pair = z.strictObject({ contacts: z.tuple([z.string(), z.string()]), undo: z.boolean().default(false) });

export const dismissDuplicate = endpoint({
  ...duplicates,
  method: "post",
  path: "/duplicates/dismiss",
  need: "change_contacts",
  summary: "These two are two people: do not list them again",
  body: pair,
  answer: null,
});

const mergeRequest = z.strictObject({
  contacts: z.array(z.string()).min(2).openapi({ description: "The one that is kept, then the others" }),
  take: z.array(z.string()).default([]).openapi({ description: "`field=con_…`: whose value is kept" }),
});

const mergeShape = z.looseObject({ merge: z.string().nullable(), kept: z.string(), others: z.array(z.string()) });

export const previewMerge = endpoint({
  ...duplicates,
  method: "post",
  path: "/merges/preview",
  need: "read",
  summary: "What merging contacts would do",
  body: mergeRequest,
  answer: mergeShape,
});

export const mergeContacts = endpoint({
  ...duplicates,
  method: "post",
  path: "/merges",
  need: "change_contacts",
  summary: "Merge contacts into one; it can be undone",
  body: mergeRequest,
  answer: mergeShape,
  status: 201,
});

export const listMerges = endpoint({
  ...duplicates,
  method: "get",
  path: "/merges",
  need: "read",
  summary: "The merges, newest first",
  query: pageQuery,
  answer: page(mergeShape.extend({ at: moment, by: z.string() })),
});

const parted = z.looseObject({ merge: z.string(), state: z.string(), kept: z.string(), back: z.array(z.string()) });

export const previewUndoMerge = endpoint({
  ...duplicates,
  method: "get",
  path: "/merges/{id}/undo",
  need: "read",
  summary: "What taking a merge back would do",
  answer: parted,
});

export const undoMerge = endpoint({
  ...duplicates,
  method: "post",
  path: "/merges/{id}/undo",
  need: "change_contacts",
  summary: "Take a merge back: the contacts are as they were",
  answer: parted,
});
