/** Imports: the history, one of them, its ledger. */
import { z } from "@hono/zod-openapi";
import { OUTCOMES } from "../../core/plan/outcome.ts";
import { endpoint } from "./endpoint.ts";
import { moment, page, pageQuery } from "./shapes.ts";

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
    mode: z.string(),
    lines: z.number().int().openapi({ description: "The five outcomes added up" }),
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

export const lineShape = z
  .looseObject({
    line: z.number().int().openapi({ description: "Physical line of the file on which the row begins" }),
    outcome: z.enum(OUTCOMES),
    match: z.looseObject({ key: z.string(), value: z.string() }).nullable(),
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
  tag,
  summary: "One import: how its file was read and mapped, under which policy, and what became of it",
  description: "`latest` stands for the newest. The ETag is the version that If-Match of a change names.",
  answer: importShape,
});

export const listLines = endpoint({
  method: "get",
  path: "/imports/{id}/lines",
  need: "read",
  tag,
  summary: "The ledger, or the plan, line by line",
  query: pageQuery.extend({
    outcome: z.enum(OUTCOMES).optional(),
    problem: z.string().optional().openapi({ description: "Code of a problem or a warning" }),
  }),
  answer: page(lineShape),
});
