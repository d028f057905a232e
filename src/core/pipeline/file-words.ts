/**
 * What a whole file of pipelines says that one line cannot know: which pipeline it makes the default one, and how it calls a
 * pipeline that it names by id. The last word counts, and the lines before it are told so.
 */
import { BLANK, CLEAR, type DraftBatch, valueAt } from "../plan/draft.ts";
import type { ImportShape } from "../plan/shape.ts";
import { pipelineNameKey } from "./pipeline-book.ts";

type Word = { readonly line: number; readonly name: string };

export class FileWords {
  readonly #names = new Map<string, Word>();
  #default: (Word & { readonly key: string }) | null = null;

  add(drafts: DraftBatch, shape: ImportShape): void {
    for (let row = 0; row < drafts.count; row++) {
      if (drafts.problems.get(row)?.some(({ severity }) => severity === "error")) continue;
      const { id, name, isDefault } = saidOfPipeline(drafts, shape, row);
      const line = drafts.lines[row] ?? 0;
      if (id !== BLANK && name !== BLANK) this.#names.set(id, { line, name });
      if (isDefault && mayBeWritten(drafts, shape, row))
        this.#default = { line, name: name || id, key: keyOf(id, name) };
    }
  }

  /** The line that makes another pipeline the default one; null = none does after this one. */
  defaultInstead(id: string, name: string): Word | null {
    return this.#default === null || this.#default.key === keyOf(id, name) ? null : this.#default;
  }

  /** The line that calls the pipeline otherwise, and counts. */
  nameInstead(id: string, name: string): Word | null {
    const last = id === BLANK || name === BLANK ? undefined : this.#names.get(id);
    return last === undefined || pipelineNameKey(last.name) === pipelineNameKey(name) ? null : last;
  }
}

/** A line that says neither its pipeline nor its stage, or closes it in two ways, fails: its word does not count. */
function mayBeWritten(drafts: DraftBatch, shape: ImportShape, row: number): boolean {
  const at = (field: string): string => valueAt(drafts, shape.index.get(field) ?? -1, row);
  const { id, name } = saidOfPipeline(drafts, shape, row);
  const isClosedTwice = at("is_closed_won") === "yes" && at("is_closed_lost") === "yes";
  return (id !== BLANK || name !== BLANK) && at("stage_name") !== BLANK && !isClosedTwice;
}

const keyOf = (id: string, name: string): string => (name === BLANK ? `#${id}` : pipelineNameKey(name));

export function saidOfPipeline(
  drafts: DraftBatch,
  { index }: ImportShape,
  row: number,
): { readonly id: string; readonly name: string; readonly isDefault: boolean } {
  const at = (field: string): string => {
    const value = valueAt(drafts, index.get(field) ?? -1, row);
    return value === CLEAR ? BLANK : value;
  };
  return { id: at("pipeline_id").trim(), name: at("pipeline_name"), isDefault: at("is_default") === "yes" };
}
