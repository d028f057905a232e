/** Where the opportunities of a batch stand: their contact, account and pipeline first, then stage and status. */
import type { MatchDecision } from "../match/decide-match.ts";
import type { Pipeline, Stage } from "../pipeline/pipeline.ts";
import { firstStage, type PipelineBook } from "../pipeline/pipeline-book.ts";
import { BLANK, type DraftBatch } from "../plan/draft.ts";
import { LinkedDrafts, withKeys } from "../plan/linked-drafts.ts";
import type { ImportShape } from "../plan/shape.ts";
import type { Problem } from "../problem/problem.ts";
import * as misplaced from "./misplaced.ts";
import { opportunityKeys } from "./opportunity-keys.ts";

/** The contact and the account of a line; `""` = none, or none that is known yet. */
export type LineLinks = { readonly contact: string; readonly account: string; readonly problems: readonly Problem[] };

export type Placing = {
  readonly shape: ImportShape;
  readonly book: PipelineBook;
  readonly linksOf: (row: number) => LineLinks;
  readonly mayCreate: boolean;
};

/**
 * Drafts that can be matched: contact and pipeline as numbers. A row that says no pipeline is looked for in the default one,
 * where it would be put if it is new.
 */
export function linkOpportunities(drafts: DraftBatch, placing: Placing): DraftBatch {
  const { shape, book, linksOf } = placing;
  const linked = new LinkedDrafts(drafts, shape);
  for (let row = 0; row < drafts.count; row++) {
    const { contact, account, problems } = linksOf(row);
    linked.set("contact", row, contact);
    linked.set("account", row, account);
    linked.add(row, ...problems);
    const text = linked.at("pipeline", row);
    const pipeline = text === BLANK ? book.default : book.find(text);
    if (text !== BLANK && pipeline === null)
      linked.add(
        row,
        misplaced.pipelineUnknown(
          text,
          book.pipelines.map(({ name }) => name),
          headerOf(shape, "pipeline"),
        ),
      );
    // Of a row that is not written for this, all else is told at once that can be known: or it would come up with the next import.
    if (linked.hasError(row)) linked.add(row, ...alsoWrong({ ...placing, drafts: linked, row }, text, pipeline));
    linked.set("pipeline", row, pipeline === null ? BLANK : String(pipeline.id));
  }
  return withKeys(linked.batch, shape, opportunityKeys);
}

/** @param text what the row says of its pipeline, which is the default one where it says nothing */
function alsoWrong(
  { shape, book, drafts, row, mayCreate }: Row,
  text: string,
  pipeline: Pipeline | null,
): readonly Problem[] {
  const found: Problem[] = [];
  const stage = drafts.at("stage", row);
  const column = headerOf(shape, "stage");
  // Which pipeline an opportunity is in whose row does not say it depends on which one it is.
  // Of a pipeline that is not there the stage is not either, which says nothing new.
  if (stage !== BLANK && text !== BLANK && pipeline !== null && book.stage(pipeline, stage) === null)
    found.push(misplaced.stageNotThere(stage, { pipeline, book, column }));
  const isNamed = ["id", "external_id", "name"].some((key) => drafts.at(key, row) !== BLANK);
  if (mayCreate && !isNamed) found.push(misplaced.nameMissing());
  return found;
}

export type Placed = {
  readonly said: DraftBatch;
  readonly matched: DraftBatch;
  readonly decisions: readonly MatchDecision[];
  /** Values by slot of the opportunities that were found. */
  readonly held: (opportunity: number) => readonly string[] | undefined;
};

/** @returns the drafts to plan: of pipeline, stage and status only what the row says, or what follows from it */
export function placeOpportunities({ shape, book, mayCreate }: Placing, placed: Placed): DraftBatch {
  const drafts = new LinkedDrafts(placed.matched, shape);
  const said = new LinkedDrafts(placed.said, shape);
  for (let row = 0; row < placed.matched.count; row++) {
    if (said.at("pipeline", row) === BLANK) drafts.set("pipeline", row, BLANK);
    for (const field of ["name", "stage", "status"]) drafts.set(field, row, drafts.at(field, row));
    if (!drafts.hasError(row)) placeRow({ shape, book, drafts, row, mayCreate }, placed);
  }
  return drafts.batch;
}

type Row = {
  readonly shape: ImportShape;
  readonly book: PipelineBook;
  readonly drafts: LinkedDrafts;
  readonly row: number;
  readonly mayCreate: boolean;
};

function placeRow({ shape, book, drafts, row, mayCreate }: Row, { decisions, held }: Placed): void {
  const decision = decisions[row];
  const values = decision?.kind === "match" ? held(decision.contact) : undefined;
  const present = (field: string): string => values?.[shape.index.get(field) ?? -1] ?? BLANK;
  const moved = drafts.at("pipeline", row);
  const before = book.get(present("pipeline"));
  const pipeline = book.get(moved) ?? before ?? book.default;
  if (pipeline === null) {
    if (mayCreate) drafts.add(row, misplaced.pipelineMissing());
    return;
  }
  const status = drafts.at("status", row);
  const text = drafts.at("stage", row);
  const stood = before === null ? null : (before.stages.find(({ id }) => String(id) === present("stage")) ?? null);
  const leaves = before !== null && before.id !== pipeline.id;
  const stage = text === BLANK ? (leaves ? firstStage(pipeline, status) : null) : book.stage(pipeline, text);
  if (text !== BLANK && stage === null) {
    drafts.add(row, misplaced.stageNotThere(text, { pipeline, book, column: headerOf(shape, "stage") }));
    return;
  }
  if (stage !== null) {
    drafts.set("stage", row, String(stage.id));
    // Another line that puts the opportunity into another pipeline contradicts this one: a stage is of one pipeline only.
    drafts.set("pipeline", row, String(pipeline.id));
  }
  const stands = stage ?? stood;
  // What a stage means may have changed since the opportunity came to it: a row that says what is there anyway moves nothing.
  const isAsItWas = stood !== null && stands?.id === stood.id && status === present("status");
  if (status !== BLANK && !isAsItWas && stands !== null && stands.closed !== null && stands.closed !== status)
    drafts.add(row, misplaced.statusContradicts(status, stands, headerOf(shape, "status")));
  else if (status === BLANK && stage !== null) drafts.set("status", row, statusOf(stage, stood));
}

/** Who is put at a closing stage is closed, and who is taken from one to an open stage is open again. */
const statusOf = (stage: Stage, stood: Stage | null): string =>
  stage.closed ?? (stood !== null && stood.closed !== null ? "open" : BLANK);

/** What a new opportunity gets where its row does not say it. */
export function completeOpportunity({ index }: ImportShape, book: PipelineBook): (values: string[]) => void {
  const [pipelineAt = -1, stageAt = -1, statusAt = -1] = ["pipeline", "stage", "status"].map(
    (key) => index.get(key) ?? -1,
  );
  return (values) => {
    const pipeline: Pipeline | null = book.get(values[pipelineAt] ?? BLANK) ?? book.default;
    const said = pipeline?.stages.find(({ id }) => String(id) === values[stageAt]);
    const stage = said ?? (pipeline === null ? null : firstStage(pipeline, values[statusAt] ?? BLANK));
    if (pipeline !== null) values[pipelineAt] = String(pipeline.id);
    if (stage !== null) values[stageAt] = String(stage.id);
    if ((values[statusAt] ?? BLANK) === BLANK) values[statusAt] = stage?.closed ?? "open";
  };
}

const headerOf = ({ headers, slots, index }: ImportShape, field: string): string =>
  headers[slots[index.get(field) ?? -1]?.columns[0] ?? -1] ?? "";
