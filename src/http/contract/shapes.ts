/** Shapes that many endpoints share. */
import { z } from "@hono/zod-openapi";
import { catalogue, type ProblemCode } from "../../core/problem/catalogue.ts";
import { PAGE_LIMIT } from "../limits.ts";

export const moment = z.string().openapi({ description: "RFC 3339, UTC", example: "2026-11-21T16:29:15.000Z" });

/** A page of a list: `next` is the cursor of the following one, null on the last. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().openapi({
      description:
        "Cursor of the next page; null on the last one. Where much has to be looked through, a page holds what was found in a moment: fewer than `limit`, or none, with a `next`. Go on until it is null.",
    }),
  });

export const pageQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(PAGE_LIMIT)
    .default(50)
    .openapi({ description: `How many at most, up to ${PAGE_LIMIT}` }),
  cursor: z.string().optional().openapi({ description: "`next` of the page before" }),
});

const codes = Object.keys(catalogue) as [ProblemCode, ...ProblemCode[]];

/** The bytes of a file, in a form or as a body. */
export const fileBytes = z.string().openapi({ type: "string", format: "binary" });

/** RFC 9457. */
export const problemDetails = z
  .object({
    type: z.string().openapi({ description: "Address of the documentation of the code" }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().openapi({ description: "What is wrong, in one sentence" }),
    code: z.enum(codes),
    fix: z.string().openapi({ description: "What to do next" }),
    names: z.array(z.string()).optional().openapi({ description: "What `detail` names, such as columns" }),
    line: z.number().int().optional().openapi({ description: "Physical line of the file, where one is to blame" }),
    errors: z
      .array(
        z.object({
          where: z.string(),
          message: z.string(),
          code: z.enum(codes).optional().openapi({ description: "Of a value: what is wrong with it" }),
          fix: z.string().optional(),
          contact: z
            .object({ id: z.string(), name: z.string() })
            .optional()
            .openapi({ description: "Who is there already" }),
        }),
      )
      .optional()
      .openapi({ description: "What of the request is not as it must be" }),
  })
  .openapi("Problem");

/** Values by field key, lists as lists. */
export const fieldValues = z.record(z.string(), z.unknown());

/** A parameter that may be given several times. */
export const repeated = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : typeof value === "string" ? [value] : value))
  .openapi({ type: "array", items: { type: "string" } });

/**
 * Which objects of a list are meant. Some searches and filters take long, and no request waits for more than a moment: its
 * page may then hold fewer than it could.
 */
export const chosen = pageQuery.extend({
  search: z.string().optional().openapi({ description: "Words that all stand in what identifies the object" }),
  filter: repeated.openapi({
    description: "`field=value`, `field!=value`, `field~part`, `field=` (has none), `field!=` (has one); repeatable",
    example: ["tags=vip", "city!=Paris"],
  }),
});

/** Where each value came from, an import or a bulk change, and which imports changed the object. */
export const past = z.looseObject({ origins: z.record(z.string(), z.unknown()), history: z.array(z.unknown()) });
