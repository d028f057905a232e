/** An import as an assistant is told of it: the object that the command line prints, what is under way, and what may come next. */
import { z } from "zod";
import type { ImportRecord, Ports } from "../app/ports.ts";
import { importJson } from "../app/view/import-json.ts";
import { awaitsDisclaimer } from "../core/policy/awaits-disclaimer.ts";
import { DISCLAIMER } from "../core/policy/disclaimer-text.ts";
import type { BackgroundWork } from "./background-work.ts";
import { startWord } from "./confirmation.ts";
import { DATA_NOTE, withData } from "./tool.ts";

const counts = z.record(z.string(), z.number());

export const importShape = {
  ...withData,
  import: z.string(),
  state: z.string(),
  file: z.string(),
  mode: z.string(),
  lines: z.number().describe("The five outcomes added up"),
  blankLines: z.number(),
  outcomes: counts.describe("created, updated, unchanged, skipped, failed; of a plan: what would become of the lines"),
  problems: counts.describe("Lines that are not written, by the code of the problem: see explain_problems"),
  warnings: counts,
  doing: z
    .looseObject({ what: z.string(), lines: z.number().nullable(), of: z.number().nullable() })
    .nullable()
    .describe("What is under way just now"),
  confirm: z.string().nullable().describe("What start_import takes, once the user has agreed to exactly these numbers"),
  disclaimer: z.string().nullable().describe("What the user must accept besides, in these words"),
  next: z.string().describe("What may be done next"),
} as const;

type Looking = { readonly ports: Pick<Ports, "now" | "isGone">; readonly work: BackgroundWork };

export function importAnswer(record: ImportRecord, { ports, work }: Looking) {
  const doing = doingOf(record, work);
  const { lease } = record;
  const isHeld = lease !== null && lease.until > ports.now() && !ports.isGone(lease);
  const isBusy = doing !== null || isHeld;
  return {
    data: DATA_NOTE,
    ...importJson(record),
    doing,
    confirm: record.state === "planned" && !isBusy ? startWord(record) : null,
    disclaimer: awaitsDisclaimer(record.settings) ? DISCLAIMER : null,
    next: nextOf(record, isBusy),
  };
}

/** By this process, or as a worker says it of itself. */
function doingOf({ id, job }: ImportRecord, work: BackgroundWork) {
  const own = work.doing(id);
  const progress = own?.progress ?? job?.progress ?? null;
  const what = own?.doing ?? job?.wish.kind;
  return what === undefined ? null : { what, lines: progress?.lines ?? null, of: progress?.total ?? null };
}

function nextOf({ state, refusal }: ImportRecord, isBusy: boolean): string {
  if (isBusy) return "It goes on in the background: show_import tells how far it is.";
  switch (state) {
    case "planned":
      return "Nothing is written yet. Show the user the numbers and what explain_problems says of lines that would fail; correct with fix_cells or change_import; once the user agrees, start_import with confirm.";
    case "received":
      return "It has no plan. change_import without options makes one.";
    case "interrupted":
    case "running":
      return "It was cut off. resume_import goes on with it.";
    case "undoing":
      return "Its undo was cut off. resume_import goes on with it.";
    case "refused":
      return refusal?.fix ?? "It was turned away whole.";
    case "done":
    case "cancelled":
      return "show_lines tells what became of each line; preview_undo what taking it back would do.";
    case "undone":
      return "It was taken back.";
  }
}
