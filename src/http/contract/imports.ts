/** Imports: the history, one of them, its ledger. */
import { z } from "@hono/zod-openapi";
import { OUTCOMES } from "../../core/plan/outcome.ts";
import { WAIT_SECONDS } from "../limits.ts";
import { endpoint } from "./endpoint.ts";
import { changedOptions, importOptions, sentOptions } from "./import-options.ts";
import { fileBytes, moment, page, pageQuery } from "./shapes.ts";

const tag = "Imports";

const STATES = [
  "received",
  "planned",
  "running",
  "interrupted",
  "done",
  "cancelled",
  "refused",
  "undoing",
  "undone",
] as const;

const counts = z.record(z.string(), z.number().int());
const outcomes = z.object({
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int(),
  failed: z.number().int(),
});

const refusal = z.object({
  code: z.string(),
  message: z.string(),
  fix: z.string(),
  line: z.number().int().optional(),
});

/** The object that the command line prints, with what a plan or a run of it is under way. */
export const importShape = z
  .looseObject({
    import: z.string().openapi({ example: "imp_0123456789" }),
    state: z.enum(STATES),
    waits: z
      .enum(["plan", "run", "undo"])
      .optional()
      .openapi({ description: "What it waits for until a worker is free" }),
    mode: z.string(),
    lines: z.number().int().openapi({ description: "The five outcomes added up" }),
    total: z.number().int().optional().openapi({ description: "Lines of the file, while it runs or is interrupted" }),
    blankLines: z.number().int(),
    outcomes,
    problems: counts.openapi({ description: "Rows that were not written, by the code of the problem" }),
    warnings: counts,
    seconds: z.number().nullable(),
    rowsPerSecond: z.number().nullable(),
    receipt: z.string().nullable(),
    file: z.string(),
    by: z.string(),
    at: moment,
    problem: refusal.optional().openapi({ description: "Why it was refused" }),
  })
  .openapi("Import");

const lineShape = z
  .looseObject({
    line: z.number().int().openapi({ description: "Physical line of the file on which the row begins" }),
    outcome: z.enum(OUTCOMES),
    erased: z.literal(true).optional().describe("The person was erased: nothing else of the line is kept."),
    match: z.looseObject({ key: z.string(), value: z.string() }).nullable(),
    matched: z
      .object({
        id: z.string(),
        name: z.string().openapi({ description: "As it is before the line changes it" }),
        line: z.number().int().optional().openapi({ description: "The earlier line of the file that made it" }),
      })
      .optional()
      .openapi({ description: "The contact that the line is recognised as, where cells were asked for" }),
    parts: z
      .object({ contact: z.enum(OUTCOMES).nullable(), opportunity: z.enum(OUTCOMES).nullable() })
      .optional()
      .openapi({
        description:
          "Of a line about two objects, what became of each; null = the line only names its contact, or is about the contact alone",
      }),
    earlier: z
      .number()
      .int()
      .optional()
      .openapi({ description: "The first line of the file that is about the same, where it was asked for" }),
    changes: z.record(z.string(), z.unknown()).openapi({ description: "[before, after] by field" }),
    problems: z.array(
      z.object({
        code: z.string(),
        severity: z.string(),
        column: z.string().nullable(),
        field: z.string().nullable(),
        value: z.string().nullable(),
        message: z.string(),
        fix: z.string(),
      }),
    ),
    cells: z
      .array(z.string())
      .optional()
      .openapi({ description: "The row's cells as they count, where they were asked for" }),
    corrected: z
      .array(z.number().int())
      .optional()
      .openapi({ description: "Columns, from 0, whose cells a person has corrected" }),
  })
  .openapi("Line");

export const listImports = endpoint({
  method: "get",
  path: "/imports",
  need: "read",
  tag,
  summary: "The imports of the workspace, newest first",
  query: pageQuery,
  answer: page(importShape),
});

export const showImport = endpoint({
  method: "get",
  path: "/imports/{id}",
  need: "read",
  inEmbed: true,
  tag,
  summary: "One import: how its file was read and mapped, under which policy, and what became of it",
  description:
    "`latest` stands for the newest. The ETag is the version, as If-Match of a change or of the start names it.",
  answer: importShape.extend({
    outdated: z
      .literal(true)
      .optional()
      .openapi({ description: "The workspace has changed since the plan was made: another one may come of it" }),
  }),
});

export const listLines = endpoint({
  method: "get",
  path: "/imports/{id}/lines",
  need: "read",
  inEmbed: true,
  tag,
  summary: "The ledger, or the plan, line by line",
  query: pageQuery.extend({
    outcome: z.enum(OUTCOMES).optional(),
    problem: z.string().optional().openapi({ description: "Code of a problem or a warning" }),
    cells: z.stringbool().default(false).openapi({ type: "boolean", description: "With the cells of the file's rows" }),
    earlier: z
      .stringbool()
      .default(false)
      .openapi({ type: "boolean", description: "With the first line of the file that is about the same" }),
  }),
  answer: page(lineShape),
});

/** Held until nothing more is to become of the import, else answered as it is by then. */
export const waiting = {
  wait: z.coerce
    .number()
    .min(0)
    .max(WAIT_SECONDS)
    .default(0)
    .openapi({ description: `Seconds to hold the answer until it ended or is planned, up to ${WAIT_SECONDS}` }),
};

const rows = z.array(z.looseObject({})).openapi({ example: [{ Email: "ann@example.com", "First Name": "Ann" }] });

export const startImport = endpoint({
  method: "post",
  path: "/imports",
  need: "import",
  inEmbed: true,
  tag,
  summary: "Imports a file, or rows; `dryRun` stops at the plan",
  description:
    "The file as `multipart/form-data` (part `file`, and JSON in the part `options`, best before it), or as the body with the options in the query. Rows as a JSON list, as `{rows, options}` or as NDJSON. A file that was uploaded before as `{upload, options}`. Options are those of `muster import`.",
  query: importOptions.strict().extend({
    ...waiting,
    workspace: z.string().optional(),
    name: z.string().max(1000).optional().openapi({ description: "Name of the file that is the body" }),
  }),
  takes: ["multipart/form-data", "application/json", "application/x-ndjson", "application/octet-stream"],
  holds: {
    "multipart/form-data": z.object({ options: sentOptions.optional(), file: fileBytes }),
    "application/json": z.union([
      rows,
      z.object({ rows, options: sentOptions.optional() }),
      z.object({ upload: z.string().openapi({ example: "upl_0123456789" }), options: sentOptions.optional() }),
    ]),
    "application/x-ndjson": z.string().openapi({ description: "A JSON object a line" }),
  },
  headers: { "Content-Disposition": "Names the file that is the body, where the query does not" },
  isSlow: true,
  answer: importShape,
  status: 202,
});

export const changeImport = endpoint({
  method: "patch",
  path: "/imports/{id}",
  need: "import",
  inEmbed: true,
  tag,
  summary:
    "Another mapping, policy, dialect, tags or owner before the start, or corrected cells; it is then planned anew",
  description:
    "While it is received or planned. What is not given stays: `map` and `set` add to what was said. If-Match with the ETag of an earlier answer refuses with 412 where it has changed since.",
  query: z.object(waiting),
  headers: { "If-Match": "ETag of an earlier answer: 412 where the import has changed since" },
  body: changedOptions
    .extend({
      cells: z
        .array(z.object({ line: z.number().int().positive(), column: z.string(), value: z.string() }))
        .max(10_000)
        .optional()
        .openapi({ description: "Single cells; a column by its header, or `#3`" }),
      everywhere: z
        .array(z.object({ column: z.string(), from: z.string(), value: z.string() }))
        .max(1_000)
        .optional()
        .openapi({ description: "A value wherever it stands in a column" }),
    })
    .strict(),
  isSlow: true,
  answer: importShape,
  status: 202,
});
