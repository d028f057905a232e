/** What lines of stages that are written do to their pipelines: made, told their ids, renamed, made the default one. */
import { BLANK, type DraftBatch } from "../plan/draft.ts";
import type { Changes, LedgerLine } from "../plan/outcome.ts";
import type { ImportShape } from "../plan/shape.ts";
import type { SideChange } from "../plan/side-change.ts";
import { type FileWords, saidOfPipeline } from "./file-words.ts";
import type { Pipeline } from "./pipeline.ts";
import type { PipelineBook } from "./pipeline-book.ts";
import type { PipelinePlan } from "./pipeline-plan.ts";

export type Settling = {
  readonly shape: ImportShape;
  readonly words: FileWords;
  /** As the batch found it. */
  readonly book: PipelineBook;
};

/** The lines say what they have changed of their pipelines too. */
export function settlePipelines(
  drafts: DraftBatch,
  lines: readonly LedgerLine[],
  settling: Settling,
): { readonly lines: readonly LedgerLine[]; readonly plan: PipelinePlan } {
  const settler = new PipelineSettler(drafts, settling);
  const settled = lines.map((line, row) => {
    if (line.outcome === "failed" || line.outcome === "skipped") return line;
    const changes = settler.settle(row, line.line);
    if (line.outcome === "created" || Object.keys(changes).length === 0) return line;
    return { ...line, outcome: "updated" as const, changes: { ...line.changes, ...changes } };
  });
  return { lines: settled, plan: settler.plan };
}

class PipelineSettler {
  readonly #drafts: DraftBatch;
  readonly #settling: Settling;
  readonly #made = new Set<number>();
  readonly #changed = new Set<number>();
  readonly #changes: SideChange[] = [];

  constructor(drafts: DraftBatch, settling: Settling) {
    this.#drafts = drafts;
    this.#settling = settling;
  }

  get plan(): PipelinePlan {
    const { book } = this.#settling;
    const pipelines = [...this.#changed].flatMap((id) => {
      const pipeline = book.get(String(id));
      return pipeline === null ? [] : [{ ...pipeline, isNew: this.#made.has(id) }];
    });
    return { pipelines, changes: this.#changes };
  }

  /** What the line changes, under the names of its columns. */
  settle(row: number, line: number): Changes {
    const { shape, words, book } = this.#settling;
    const { id, name, isDefault } = saidOfPipeline(this.#drafts, shape, row);
    const number = this.#drafts.values[shape.index.get("pipeline") ?? -1]?.[row] ?? BLANK;
    const renamed = words.nameInstead(id, name);
    const found = book.get(number);
    if (found === null) this.#make({ id: Number(number), externalId: id, name: renamed?.name ?? name }, line);
    const changes = found === null ? {} : this.#tell(found, { id, name: renamed === null ? name : BLANK }, line);
    if (!isDefault || words.defaultInstead(id, name) !== null || String(book.default?.id) === number) return changes;
    const before = book.default;
    if (before?.isDefault === true) this.#change({ ...before, isDefault: false }, { is_default: ["yes", null] }, line);
    const now = book.get(number);
    if (now !== null) this.#change({ ...now, isDefault: true }, { is_default: [null, "yes"] }, line);
    return { ...changes, is_default: [null, "yes"] };
  }

  #make(pipeline: Pick<Pipeline, "id" | "externalId" | "name">, line: number): void {
    this.#made.add(pipeline.id);
    this.#put({ ...pipeline, isDefault: false, stages: [] }, { line, changes: null });
  }

  /** The name and the id of another system, as far as the line knows them better. */
  #tell(pipeline: Pipeline, said: { readonly id: string; readonly name: string }, line: number): Changes {
    const { book } = this.#settling;
    const name = said.name === BLANK ? pipeline.name : said.name;
    const learns = said.id !== BLANK && pipeline.externalId === BLANK && book.byId(said.id) === null;
    const changes: Changes = {
      ...(name === pipeline.name ? {} : { name: [pipeline.name, name] as const }),
      ...(learns ? { external_id: [null, said.id] as const } : {}),
    };
    if (Object.keys(changes).length === 0) return {};
    this.#change({ ...pipeline, name, externalId: learns ? said.id : pipeline.externalId }, changes, line);
    return {
      ...(changes.name === undefined ? {} : { pipeline_name: changes.name }),
      ...(changes.external_id === undefined ? {} : { pipeline_id: changes.external_id }),
    };
  }

  #change(pipeline: Pipeline, changes: Changes, line: number): void {
    this.#put(pipeline, { line, changes });
  }

  #put(pipeline: Pipeline, { line, changes }: Pick<SideChange, "line" | "changes">): void {
    this.#settling.book.put(pipeline);
    this.#changed.add(pipeline.id);
    const at = this.#changes.findLastIndex((change) => change.line === line && change.number === pipeline.id);
    const same = this.#changes[at];
    if (same === undefined) this.#changes.push({ line, object: "pipeline", number: pipeline.id, changes });
    // What a new pipeline is told by the line that made it is no change of it.
    else if (same.changes !== null) this.#changes[at] = { ...same, changes: { ...same.changes, ...changes } };
  }
}
