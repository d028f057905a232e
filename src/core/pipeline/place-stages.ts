/** The pipeline of each line of a file of pipelines, found or made, and what has to hold between the words of a stage. */
import type { MatchDecision } from "../match/decide-match.ts";
import { BLANK, type DraftBatch } from "../plan/draft.ts";
import { LinkedDrafts, withKeys } from "../plan/linked-drafts.ts";
import type { ImportShape } from "../plan/shape.ts";
import type { Problem } from "../problem/problem.ts";
import { type FileWords, saidOfPipeline } from "./file-words.ts";
import type { PipelineBook } from "./pipeline-book.ts";
import { stageKeys } from "./stage-keys.ts";

export type StagePlacing = {
  readonly shape: ImportShape;
  readonly words: FileWords;
  /** As the lines so far have left it; pipelines that the batch would make are added. */
  readonly book: PipelineBook;
  /** First number free for a new pipeline. */
  readonly next: number;
};

/** Drafts that can be matched: pipelines as numbers, those that are to be made with the numbers they would get. */
export function linkStages(drafts: DraftBatch, { shape, words, book, next }: StagePlacing): DraftBatch {
  const linked = new LinkedDrafts(drafts, shape);
  let free = next;
  for (let row = 0; row < drafts.count; row++) {
    const { id, name, isDefault } = saidOfPipeline(drafts, shape, row);
    const byId = id === BLANK ? null : book.byId(id);
    const byName = name === BLANK ? null : book.byName(name);
    if (byId !== null && byName !== null && byId.id !== byName.id) {
      linked.add(row, pipelineMismatch(id, [byId.name, byName.name]));
      continue;
    }
    const renamed = words.nameInstead(id, name);
    if (renamed !== null) linked.add(row, lastWord("pipeline_name_repeated", "pipeline_name", renamed));
    const other = isDefault ? words.defaultInstead(id, name) : null;
    if (other !== null) linked.add(row, lastWord("default_pipeline_repeated", "is_default", other));
    const known = byId ?? byName;
    if (known !== null) linked.set("pipeline", row, String(known.id));
    else if (name === BLANK) linked.add(row, nameMissing());
    else {
      book.put({ id: free, externalId: id, name: renamed?.name ?? name, isDefault: false, stages: [] });
      linked.set("pipeline", row, String(free++));
    }
  }
  return withKeys(linked.batch, shape, stageKeys);
}

/** A stage cannot be the one where deals are won and the one where they are lost. */
export function checkStages(
  drafts: DraftBatch,
  shape: ImportShape,
  known: {
    readonly decisions: readonly MatchDecision[];
    readonly held: (stage: number) => readonly string[] | undefined;
  },
): DraftBatch {
  const checked = new LinkedDrafts(drafts, shape);
  for (let row = 0; row < drafts.count; row++) {
    for (const field of ["stage_name", "is_closed_won", "is_closed_lost"])
      checked.set(field, row, checked.at(field, row));
    const decision = known.decisions[row];
    const held = decision?.kind === "match" ? known.held(decision.contact) : undefined;
    const isYes = (field: string): boolean =>
      (checked.at(field, row) || (held?.[shape.index.get(field) ?? -1] ?? BLANK)) === "yes";
    if (!isYes("is_closed_won") || !isYes("is_closed_lost")) continue;
    checked.add(row, { code: "stage_closed_twice", severity: "error", field: "is_closed_lost" });
  }
  return checked.batch;
}

/** What a new stage gets where its line does not say it: the place behind the others. */
export function completeStage({ index }: ImportShape, book: PipelineBook): (values: string[]) => void {
  const last = new Map<string, number>();
  const [pipelineAt = -1, positionAt = -1, ...flags] = ["pipeline", "position", "is_closed_won", "is_closed_lost"].map(
    (key) => index.get(key) ?? -1,
  );
  return (values) => {
    const pipeline = values[pipelineAt] ?? BLANK;
    const before = last.get(pipeline) ?? Math.max(0, ...(book.get(pipeline)?.stages ?? []).map(positionOf));
    const said = values[positionAt] ?? BLANK;
    if (said === BLANK) values[positionAt] = String(Math.floor(before) + 1);
    last.set(pipeline, Math.max(before, Number(values[positionAt])));
    for (const flag of flags) values[flag] ||= "no";
  };
}

const positionOf = ({ position }: { readonly position: string }): number => (position === "" ? 0 : Number(position));

const pipelineMismatch = (value: string, pipelines: readonly string[]): Problem => ({
  code: "pipeline_mismatch",
  severity: "error",
  field: "pipeline_id",
  value,
  params: { pipelines },
});

const nameMissing = (): Problem => ({
  code: "required_fields_missing",
  severity: "error",
  params: { missing: ["pipeline_name"] },
});

const lastWord = (
  code: "pipeline_name_repeated" | "default_pipeline_repeated",
  field: string,
  { line, name }: { readonly line: number; readonly name: string },
): Problem => ({ code, severity: "warning", field, params: { other: line, pipeline: name } });
