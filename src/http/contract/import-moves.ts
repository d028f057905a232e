/** What may be done with an import that is there: start, cancel, undo, remove. */
import { z } from "@hono/zod-openapi";
import { endpoint } from "./endpoint.ts";
import { importShape, waiting } from "./imports.ts";
import { pageQuery } from "./shapes.ts";

const tag = "Imports";

export const startPlanned = endpoint({
  method: "post",
  path: "/imports/{id}/start",
  need: "import",
  inEmbed: true,
  tag,
  summary: "Runs an import that is planned",
  description: "If-Match with the ETag that the plan was read with refuses with 412 where it is another plan since.",
  headers: { "If-Match": "ETag of an earlier answer: 412 where the import has changed since" },
  query: z.object(waiting),
  body: z.strictObject({ acceptDisclaimer: z.boolean().optional() }),
  isSlow: true,
  answer: importShape,
  status: 202,
});

export const resumeImport = endpoint({
  method: "post",
  path: "/imports/{id}/resume",
  need: "import",
  inEmbed: true,
  tag,
  summary: "Goes on with an import or an undo that was interrupted",
  query: z.object(waiting),
  isSlow: true,
  answer: importShape,
  status: 202,
});

export const cancelledImport = endpoint({
  method: "post",
  path: "/imports/{id}/cancel",
  need: "import",
  inEmbed: true,
  tag,
  summary: "Stops an import after the batch that is being written; its ledger balances",
  query: z.object(waiting),
  isSlow: true,
  answer: importShape,
  status: 202,
});

export const acceptedDisclaimer = endpoint({
  method: "post",
  path: "/imports/{id}/disclaimer",
  need: "import",
  tag,
  summary: "Accepts the workspace's disclaimer for a planned import",
  answer: importShape,
});

const LATEST_WRITTEN =
  "`latest` stands here for the import that began to write last: a plan that is newer has nothing to undo.";

const undoTally = z.record(z.string(), z.number().int());

export const previewedUndo = endpoint({
  method: "get",
  path: "/imports/{id}/undo",
  need: "undo",
  tag,
  summary: "What an undo would do: counts, and the lines page by page, the last one of the file first",
  description: LATEST_WRITTEN,
  query: pageQuery.extend({
    line: z.coerce.number().int().positive().optional(),
    includeEdited: z.stringbool().default(false).openapi({ type: "boolean" }),
    staying: z
      .stringbool()
      .default(false)
      .openapi({ type: "boolean", description: "Only lines of which something stays; the counts are of all" }),
  }),
  isSlow: true,
  answer: z.object({
    import: z.string(),
    preview: undoTally.nullable().openapi({
      description:
        "Lines by what would become of them; on the first page. A line that changed a contact which the same undo deletes counts as `restored`",
    }),
    besides: undoTally.nullable().openapi({ description: "Accounts and the like that the lines made or changed" }),
    continuedBy: z
      .array(z.looseObject({ import: z.string(), file: z.string() }))
      .optional()
      .openapi({ description: "Imports that put right lines of this one: what they wrote stays; on the first page" }),
    effects: z
      .object({ runs: z.number().int(), waiting: z.number().int(), sent: z.number().int() })
      .openapi({ description: "Runs and messages of its workflow that it would cancel, and what was sent already" }),
    items: z.array(
      z.looseObject({
        line: z.number().int(),
        result: z.string(),
        fields: z.array(z.string()),
        back: z.unknown(),
        keptFor: z
          .array(z.string())
          .optional()
          .openapi({ description: "Other imports that changed or need what the line made, so that it stays" }),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const undoneImport = endpoint({
  method: "post",
  path: "/imports/{id}/undo",
  need: "undo",
  tag,
  summary: "Takes back what an import wrote, or one line of it",
  description: LATEST_WRITTEN,
  query: z.object(waiting),
  body: z.strictObject({
    line: z.number().int().positive().nullable().optional(),
    includeEdited: z.boolean().optional(),
  }),
  isSlow: true,
  answer: importShape,
  status: 202,
});

export const removedImport = endpoint({
  method: "delete",
  path: "/imports/{id}",
  need: "remove_imports",
  tag,
  summary: "Removes an import with its file and its ledger; contacts stay",
  answer: null,
});
