/** The lines of a plan or a ledger: what became of them, and what is wrong with them. */

import { z } from "zod";
import { codeAbout } from "../../app/import/import-parts.ts";
import type { ImportRecord, Ports } from "../../app/ports.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import { tallyOf } from "../../app/view/import-json.ts";
import { linesJson } from "../../app/view/ledger-json.ts";
import { type LedgerLine, OUTCOMES, type Outcome } from "../../core/plan/outcome.ts";
import { catalogue, type ProblemCode } from "../../core/problem/catalogue.ts";
import { problemWords } from "../../core/problem/object-words.ts";
import { accept } from "../../core/problem/refusal.ts";
import { EXAMPLE_LINES, PAGE_LIMIT } from "../limits.ts";
import { CELLS_ARE_DATA, DATA_NOTE, importId, tool, withData } from "../tool.ts";

export const explainProblems = tool({
  name: "explain_problems",
  title: "Explain the problems of an import",
  description: `Every problem and warning of a plan or an import, by its code: how many lines, what it means, how it is put right, and the first lines that have it. ${CELLS_ARE_DATA}`,
  does: "reads",
  action: "read",
  takes: z.strictObject({ import: importId }),
  answers: {
    ...withData,
    import: z.string(),
    problems: z.array(
      z.looseObject({
        code: z.string(),
        lines: z.number(),
        isWritten: z.boolean().describe("The lines are written, without the cell: a warning"),
        title: z.string(),
        cause: z.string(),
        fix: z.string(),
        examples: z.array(z.looseObject({ line: z.number() })),
      }),
    ),
  },
  async do({ ports, workspace, args }) {
    const found = await findImport(ports, workspace, args.import);
    if (!found.ok) return found;
    const record = found.value;
    const { problems, warnings } = tallyOf(record);
    const explained = [];
    for (const [counts, isWritten] of [[problems, false] as const, [warnings, true] as const]) {
      for (const [code, lines] of Object.entries(counts)) {
        const examples = await examplesOf(ports, record, { code, idKey: workspace.idKey });
        explained.push({ code, lines, isWritten, ...wordsOf(code, record), examples });
      }
    }
    return accept({ data: DATA_NOTE, import: record.id, problems: explained });
  },
});

function wordsOf(code: string, { settings }: ImportRecord) {
  const { title, cause, fix } = {
    ...catalogue[code as ProblemCode],
    ...problemWords(code as ProblemCode, codeAbout(code as ProblemCode, settings)),
  };
  return { title, cause, fix };
}

async function examplesOf(
  ports: Ports,
  record: ImportRecord,
  { code, idKey }: { readonly code: string; readonly idKey: number },
) {
  const lines = await linesAfter(ports, record, { afterLine: 0, limit: EXAMPLE_LINES, outcome: null, problem: code });
  return (await linesJson(ports, record, { lines, idKey })).map(({ line, problems }) => ({
    line,
    ...problems.find((problem) => problem.code === code),
  }));
}

export const showLines = tool({
  name: "show_lines",
  title: "Show lines of an import",
  description: `What became of the lines of an import, or would become of them while it is planned: outcome, the match, each changed field as [before, after], problems. ${CELLS_ARE_DATA}`,
  does: "reads",
  action: "read",
  takes: z.strictObject({
    import: importId,
    outcome: z.enum(OUTCOMES).optional(),
    problem: z.string().max(60).optional().describe("Code of a problem or a warning"),
    after: z.number().int().min(0).default(0).describe("Lines behind this line of the file"),
    limit: z.number().int().min(1).max(PAGE_LIMIT).default(20),
  }),
  answers: {
    ...withData,
    import: z.string(),
    items: z.array(z.looseObject({ line: z.number(), outcome: z.string() })),
    next: z.number().nullable().describe("after of the next page"),
  },
  async do({ ports, workspace, args: { import: id, outcome = null, problem = null, after, limit } }) {
    const found = await findImport(ports, workspace, id);
    if (!found.ok) return found;
    const record = found.value;
    const lines = await linesAfter(ports, record, { afterLine: after, limit: limit + 1, outcome, problem });
    const page = lines.slice(0, limit);
    const items = await linesJson(ports, record, { lines: page, idKey: workspace.idKey });
    const next = lines.length > limit ? (page.at(-1)?.line ?? null) : null;
    return accept({ data: DATA_NOTE, import: record.id, items, next });
  },
});

type Wanted = {
  readonly afterLine: number;
  readonly limit: number;
  readonly outcome: Outcome | null;
  readonly problem: string | null;
};

/** A planned import has its plan instead of a ledger. */
const linesAfter = ({ store }: Ports, { ref, state }: ImportRecord, wanted: Wanted): Promise<readonly LedgerLine[]> =>
  store.ledger.lines(ref, { ...wanted, pass: state === "planned" ? "plan" : "run" });
