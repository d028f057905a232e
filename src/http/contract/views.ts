/** Views of the list of contacts, kept under a name. */
import { z } from "@hono/zod-openapi";
import { endpoint } from "./endpoint.ts";

const views = { tag: "Views" } as const;

/** Longer ones are no search that anybody has typed. */
const text = z.string().max(1_000);

const look = {
  search: text.default(""),
  filter: z.array(text).max(100).default([]),
  columns: z.array(text).max(500).openapi({ description: "Keys of fields, in order" }),
};

const viewShape = z
  .object({
    id: z.string().openapi({ example: "viw_0123456789" }),
    name: z.string(),
    isShared: z.boolean().openapi({ description: "All members of the workspace see it" }),
    isOwn: z.boolean(),
    by: z.string(),
    search: z.string(),
    filter: z.array(z.string()),
    columns: z.array(z.string()),
  })
  .openapi("View");

export const listViews = endpoint({
  ...views,
  method: "get",
  path: "/views",
  need: "read",
  summary: "Your views of the list of contacts, and those that are shared",
  answer: z.object({ items: z.array(viewShape) }),
});

export const saveView = endpoint({
  ...views,
  method: "post",
  path: "/views",
  need: "keep_views",
  summary: "Keep a view under a name; one of yours with that name is replaced",
  body: z.strictObject({ name: z.string(), isShared: z.boolean().default(false), ...look }),
  answer: viewShape,
  status: 201,
});

export const removeView = endpoint({
  ...views,
  method: "delete",
  path: "/views/{id}",
  need: "keep_views",
  summary: "Forget a view",
  answer: null,
});
