/** What an assistant is told that asks for more than was confirmed or offered. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const assistantRefusals = {
  plan_unconfirmed: {
    kind: "refusal",
    title: "The plan was not confirmed",
    cause: "The confirmation is missing, is of another plan or preview, or the import has changed since it was shown.",
    fix: "Show the user the present plan (show_import) or preview (preview_undo), ask, and send the word that it answers as confirm.",
  },
  plan_declined: {
    kind: "refusal",
    title: "The user did not agree",
    cause: "Whoever uses the assistant was asked whether to go on, and said no or nothing.",
    fix: "Ask the user what should be different; the plan is kept.",
  },
  file_not_offered: {
    kind: "refusal",
    title: "The file is not offered to assistants",
    cause: "The path is outside of the folder that muster mcp --files names, or is no file.",
    fix: "Put the file into that folder, or start muster mcp with another one.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
