/** Erasing people for good: looked at first, then done in the background. */
import { z } from "@hono/zod-openapi";
import { endpoint } from "./endpoint.ts";
import { moment, page, pageQuery } from "./shapes.ts";

const erasures = { tag: "Erasures", need: "erase_people" } as const;

const count = (description: string) => z.number().int().openapi({ description });

const places = z
  .object({
    contacts: count("With those that were merged into them"),
    imports: count("Imports whose ledger or file has lines of theirs"),
    lines: count("Lines of ledgers: their outcomes stay, and nothing else"),
    rows: count("Rows of stored files, blank from then on"),
    files: count("Stored files that these rows are in"),
    opportunities: count("Opportunities that stay, without a contact"),
    merges: count("Merges that can then not be undone"),
    runs: count("Runs of workflows"),
    effects: count("Messages of workflows; those that have not gone out are cancelled"),
    uploads: count("Files that wait for their import and have rows of theirs: they go whole"),
  })
  .openapi("ErasedPlaces");

const refusal = z.object({ code: z.string(), message: z.string(), fix: z.string(), line: z.number().int().optional() });

const erasure = z.object({
  id: z.string().openapi({ example: "ers_0123456789" }),
  at: moment,
  by: z.string(),
  state: z.enum(["planning", "planned", "erasing", "erased", "refused"]).openapi({
    description:
      "`planned`: it waits to be started. `refused`: something stands in the way, and it can be started again",
  }),
  contacts: z.array(z.string()).openapi({
    description: "Their ids, and no names: after an older backup was restored, they are erased again by these",
  }),
  places: places.nullable().openapi({ description: "What goes; null until it was looked at" }),
  waitsForImport: z.boolean().openapi({ description: "It goes on when the import that is at work has ended" }),
  importInterrupted: z.boolean().openapi({
    description: "The import that it waits for was interrupted half way: somebody has to go on with it or cancel it",
  }),
  refusal: refusal.nullable(),
  endedAt: moment.nullable(),
});

const erasureShape = erasure.openapi("Erasure");

const whole = erasure
  .extend({
    mentions: z
      .array(z.object({ object: z.enum(["contact", "account", "opportunity"]), id: z.string(), name: z.string() }))
      .openapi({
        description:
          "Others whose values hold an address or the name of these people, 50 of each kind at most: they stay as they are, and are changed by hand",
      }),
  })
  .openapi("ErasureWithMentions");

export const askErasure = endpoint({
  ...erasures,
  method: "post",
  path: "/erasures",
  summary: "Erase people for good: contacts, ledger lines, before-images, rows of stored files",
  description:
    "Workers look what would go; once the state is `planned`, start it. With `start` it is done without being looked at. Nothing brings anybody back.",
  body: z.strictObject({
    contacts: z.array(z.string()).min(1).openapi({ description: "Ids" }),
    start: z.boolean().default(false).openapi({ description: "True = erase them without showing first what would go" }),
  }),
  answer: erasureShape,
  status: 202,
});

export const listErasures = endpoint({
  ...erasures,
  method: "get",
  path: "/erasures",
  summary: "The erasures, newest first",
  query: pageQuery,
  answer: page(erasureShape),
});

export const showErasure = endpoint({
  ...erasures,
  method: "get",
  path: "/erasures/{id}",
  summary: "One erasure: what goes, how far it is, and who else names these people",
  answer: whole,
});

export const startErasure = endpoint({
  ...erasures,
  method: "post",
  path: "/erasures/{id}/start",
  summary: "Erase them now; nothing brings them back",
  answer: erasureShape,
  status: 202,
});

export const withdrawErasure = endpoint({
  ...erasures,
  method: "delete",
  path: "/erasures/{id}",
  summary: "Leave them as they are: of an erasure that nobody has started",
  answer: null,
});
