/** The pipelines of a workspace, looked up by what files say of them: an id, another system's id, or a name. */
import { externalIdKey, nameKey } from "../contact/identity-key.ts";
import { defaultPipeline, type Pipeline, type Stage } from "./pipeline.ts";

/** The number behind a public id; null where the text is none of this workspace. */
type IdReader = (text: string) => number | null;
export type PipelineIds = { readonly pipeline: IdReader; readonly stage: IdReader };

/** The text under which names meet. One that holds no letter or digit is compared as it stands. */
export const pipelineNameKey = (name: string): string => nameKey(name) || name.trim().toLowerCase();

export class PipelineBook {
  readonly #ids: PipelineIds;
  readonly #byNumber = new Map<number, Pipeline>();
  readonly #byExternalId = new Map<string, number>();
  readonly #byName = new Map<string, number>();

  constructor(pipelines: readonly Pipeline[], ids: PipelineIds) {
    this.#ids = ids;
    for (const pipeline of pipelines) this.put(pipeline);
  }

  get pipelines(): readonly Pipeline[] {
    return [...this.#byNumber.values()];
  }

  get default(): Pipeline | null {
    return defaultPipeline(this.pipelines);
  }

  /** Adds a pipeline, or takes it in the place of what it was. */
  put(pipeline: Pipeline): void {
    const { id, name, externalId } = pipeline;
    const before = this.#byNumber.get(id);
    if (before && this.#byName.get(pipelineNameKey(before.name)) === id)
      this.#byName.delete(pipelineNameKey(before.name));
    this.#byNumber.set(id, pipeline);
    this.#byName.set(pipelineNameKey(name), id);
    if (externalId !== "") this.#byExternalId.set(externalIdKey(externalId), id);
  }

  /** @param number as text, as opportunities hold it */
  get(number: string): Pipeline | null {
    return number === "" ? null : (this.#byNumber.get(Number(number)) ?? null);
  }

  byId(text: string): Pipeline | null {
    const own = this.#byNumber.get(this.#ids.pipeline(text) ?? 0);
    return own ?? this.#byNumber.get(this.#byExternalId.get(externalIdKey(text)) ?? 0) ?? null;
  }

  byName(name: string): Pipeline | null {
    return this.#byNumber.get(this.#byName.get(pipelineNameKey(name)) ?? 0) ?? null;
  }

  find(text: string): Pipeline | null {
    return this.byId(text) ?? this.byName(text);
  }

  /** @param text its id or its name, behind which the pipeline's may stand: `Offer (Sales)` */
  stage({ name: pipeline, stages }: Pipeline, text: string): Stage | null {
    const number = this.#ids.stage(text);
    const key = pipelineNameKey(text);
    const called = (behind: string): Stage | undefined =>
      stages.find(({ name }) => pipelineNameKey(name + behind) === key);
    const own = stages.find(({ id }) => id === number) ?? called("");
    return own ?? (text.endsWith(")") ? called(` (${pipeline})`) : undefined) ?? null;
  }

  /** Pipelines that have such a stage. */
  withStage(text: string): readonly Pipeline[] {
    return this.pipelines.filter((pipeline) => this.stage(pipeline, text) !== null);
  }
}

/** Where an opportunity of this status begins: at the closing stage of its kind, else at the first that is open. */
export function firstStage({ stages }: Pipeline, status: string): Stage | null {
  const closing = status === "won" || status === "lost" ? stages.find(({ closed }) => closed === status) : undefined;
  return closing ?? stages.find(({ closed }) => closed === null) ?? stages[0] ?? null;
}
