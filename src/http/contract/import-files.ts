/** What can be taken out of an import: its file, its lines with errors, its progress, its receipt. */
import { z } from "@hono/zod-openapi";
import { OUTCOMES } from "../../core/plan/outcome.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Imports";

export const errorsFile = endpoint({
  method: "get",
  path: "/imports/{id}/errors.csv",
  need: "read",
  inEmbed: true,
  tag,
  summary:
    "Lines with errors: as they stand in the file, with line, error and fix; corrected and sent again, they continue the import",
  query: z.object({
    outcome: z.enum(OUTCOMES).optional(),
    problem: z.string().optional(),
  }),
  isSlow: true,
  answer: { type: "text/csv", description: "The columns of the file, then line, error, fix and import" },
});

export const importedFile = endpoint({
  method: "get",
  path: "/imports/{id}/file",
  need: "read",
  tag,
  summary: "The file as it was uploaded, byte for byte",
  isSlow: true,
  answer: { type: "application/octet-stream", description: "The file" },
});

export const importEvents = endpoint({
  method: "get",
  path: "/imports/{id}/events",
  need: "read",
  inEmbed: true,
  tag,
  summary:
    "Progress as server-sent events: `state`, `progress`, and `end` with the import once nothing more is to become of it",
  description: "Last-Event-ID leaves out what was seen; where the end was seen, the answer is 204.",
  headers: { "Last-Event-ID": "`id` of the last event that was seen" },
  isSlow: true,
  answer: { type: "text/event-stream", description: "Events" },
});

export const importReceipt = endpoint({
  method: "get",
  path: "/imports/{id}/receipt",
  need: "read",
  tag,
  summary: "What an import did, as a document that can be checked later",
  isSlow: true,
  answer: z.looseObject({ receipt: z.string(), import: z.string() }),
});

export const verifiedImport = endpoint({
  method: "post",
  path: "/imports/{id}/verify",
  need: "read",
  tag,
  summary:
    "Whether the workspace still says what a receipt of this import says; without one, what its own receipt says",
  body: z.looseObject({}),
  isSlow: true,
  answer: z.object({
    import: z.string(),
    verified: z.boolean(),
    differences: z.array(z.object({ what: z.string(), says: z.string() })),
    erasedLines: z.array(z.int()).describe("Lines of people who were erased since: only their outcomes are there."),
    notes: z.array(z.string()).describe("What is gone because it was meant to go, in sentences."),
  }),
});
