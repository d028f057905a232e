/** Changing many contacts at once, and taking that back. */
import { z } from "@hono/zod-openapi";
import { matchingContacts, namedContacts } from "./contact-choice.ts";
import { endpoint } from "./endpoint.ts";
import { moment, page, pageQuery } from "./shapes.ts";

const bulkChanges = { tag: "Bulk changes" } as const;

const tags = z.array(z.string()).min(1);

const kinds = [
  z.strictObject({ do: z.literal("add_tags"), tags }),
  z.strictObject({ do: z.literal("remove_tags"), tags }),
  z.strictObject({
    do: z.literal("set_owner"),
    owner: z.string().nullable().openapi({ description: "A member's e-mail address or name; null = nobody" }),
  }),
  z.strictObject({ do: z.literal("set_do_not_touch"), value: z.boolean() }),
  z.strictObject({ do: z.literal("delete") }),
] as const;

const change = z.discriminatedUnion("do", kinds).openapi("ContactChange");

const recorded = z
  .discriminatedUnion("do", [
    ...kinds,
    z.strictObject({
      do: z
        .enum(["create", "edit"])
        .openapi({ description: "One contact by hand; it is not among those that are listed" }),
    }),
  ])
  .openapi("RecordedChange");

const request = z.union([namedContacts.extend({ change }), matchingContacts.extend({ change })]);

const count = z.number().int();

export const bulkChangeShape = z
  .object({
    id: z.string().openapi({ example: "blk_0123456789" }),
    at: moment,
    by: z.string(),
    change: recorded,
    state: z.enum(["running", "done", "undoing", "undone"]),
    changed: count,
    unchanged: count.openapi({
      description:
        "Contacts that were so already; of a deletion those that were changed after it was asked for, and stay",
    }),
    waitsForImport: z.boolean().openapi({ description: "It goes on when the import that is at work has ended" }),
    importInterrupted: z.boolean().openapi({
      description: "The import that it waits for was interrupted half way: somebody has to go on with it or cancel it",
    }),
    endedAt: moment.nullable(),
    canUndo: z.boolean(),
    undo: z
      .object({
        at: moment,
        by: z.string(),
        restored: count,
        partly: count,
        kept: count.openapi({ description: "Contacts that were changed since, and stay as they are" }),
        gone: count,
        away: count.openapi({
          description:
            "Contacts that are merged or deleted now: undo that, then this once more, and they are taken back too",
        }),
      })
      .nullable(),
  })
  .openapi("BulkChange");

export const changeContacts = endpoint({
  ...bulkChanges,
  method: "post",
  path: "/bulk-changes",
  need: "change_contacts",
  summary: "Change many contacts at once: tags, owner, Do Not Touch, or delete them; it can be undone",
  description:
    "A few thousand contacts are done when the answer comes. The rest goes on in the background, batch by batch: look at the bulk change until its state is done.",
  body: request,
  answer: bulkChangeShape,
  status: 201,
});

export const listBulkChanges = endpoint({
  ...bulkChanges,
  method: "get",
  path: "/bulk-changes",
  need: "read",
  summary: "The bulk changes, newest first",
  query: pageQuery,
  answer: page(bulkChangeShape),
});

export const showBulkChange = endpoint({
  ...bulkChanges,
  method: "get",
  path: "/bulk-changes/{id}",
  need: "read",
  summary: "One bulk change: how far it is, and what its undo did",
  answer: bulkChangeShape,
});

export const undoBulkChange = endpoint({
  ...bulkChanges,
  method: "post",
  path: "/bulk-changes/{id}/undo",
  need: "change_contacts",
  summary: "Take a bulk change back: every contact is as it was before, but for what was changed since",
  answer: bulkChangeShape,
});
