/** Batches of a file of pipelines: each line is a stage, whose pipeline is found or made beside it. */
import { FileWords } from "../../../core/pipeline/file-words.ts";
import type { Pipeline } from "../../../core/pipeline/pipeline.ts";
import { PipelineBook } from "../../../core/pipeline/pipeline-book.ts";
import { pipelineIds } from "../../../core/pipeline/pipeline-ids.ts";
import type { PipelinePlan } from "../../../core/pipeline/pipeline-plan.ts";
import { checkStages, completeStage, linkStages } from "../../../core/pipeline/place-stages.ts";
import { settlePipelines } from "../../../core/pipeline/settle-pipelines.ts";
import type { BatchPlan } from "../../../core/plan/batch-plan.ts";
import { aboutStages } from "../../../core/plan/join-lines.ts";
import type { BatchReader, Ports } from "../../ports.ts";
import { heldBy, type Matched, type ObjectPass, type PassFacts } from "./object-pass.ts";

export class StagePass {
  readonly #stages: ObjectPass;
  readonly #words: FileWords;
  readonly #idKey: number;
  /** In a plan: the pipelines as its lines so far would leave them. */
  readonly #planned = new Map<number, Pipeline>();

  /** Which pipeline is the default one, and how one is called, is known only once the file has been read. */
  static async begin(ports: Ports, stages: ObjectPass, { record, workspace }: PassFacts): Promise<StagePass> {
    const words = new FileWords();
    for await (const chunk of ports.drafts.drafts(record.settings, null, "plan"))
      if (chunk.ok) words.add(chunk.drafts, stages.compiled.shape);
    return new StagePass(stages, words, workspace.idKey);
  }

  constructor(stages: ObjectPass, words: FileWords, idKey: number) {
    this.#stages = stages;
    this.#words = words;
    this.#idKey = idKey;
  }

  async plan(batch: BatchReader, rows: Pick<Matched, "drafts" | "next">, isPlan: boolean): Promise<BatchPlan> {
    const { shape } = this.#stages.compiled;
    const known = await this.#pipelines(batch, isPlan);
    const next = Math.max(await batch.nextPipeline(), ...known.map(({ id }) => id + 1));
    const bookOf = (): PipelineBook => new PipelineBook(known, pipelineIds(this.#idKey));
    const book = bookOf();
    const linked = linkStages(rows.drafts, { shape, words: this.#words, book, next });
    const matched = await this.#stages.match(batch, linked, rows.next);
    const held = heldBy(matched.contacts);
    const drafts = checkStages(linked, shape, { decisions: matched.decisions, held });
    const plan = await this.#stages.plan(batch, { ...matched, drafts, complete: completeStage(shape, bookOf()) });
    const settled = settlePipelines(drafts, aboutStages(plan.lines), { shape, words: this.#words, book: bookOf() });
    return { ...plan, lines: settled.lines, pipelines: settled.plan };
  }

  remember({ pipelines }: PipelinePlan): void {
    for (const { isNew: _, ...pipeline } of pipelines) this.#planned.set(pipeline.id, pipeline);
  }

  async #pipelines(batch: BatchReader, isPlan: boolean): Promise<readonly Pipeline[]> {
    const stored = await batch.pipelines();
    if (!isPlan) return stored;
    const all = new Map([...stored.map((one) => [one.id, one] as const), ...this.#planned]);
    return [...all.values()];
  }
}
