/** Rows in, drafts of everything that they are about out: of one object, or of two. */
import { compileImport } from "../app/import/compile-import.ts";
import { secondSettings } from "../app/import/import-parts.ts";
import type { ReadingSettings } from "../app/import/import-settings.ts";
import type { DraftBatch } from "../core/plan/draft.ts";
import { DraftBuilder } from "../core/plan/draft-builder.ts";
import type { Row } from "../core/tabular/rows/row.ts";

export type RowsTaken = { readonly drafts: DraftBatch; readonly second?: DraftBatch };

export class RowDrafts {
  readonly #first: DraftBuilder;
  readonly #second: DraftBuilder | null;

  constructor(settings: ReadingSettings) {
    const second = secondSettings(settings);
    this.#first = new DraftBuilder(compileImport(settings).drafts);
    this.#second = second === null ? null : new DraftBuilder(compileImport(second).drafts);
  }

  get count(): number {
    return this.#first.count;
  }

  add(row: Row): void {
    this.#first.add(row);
    this.#second?.add(row);
  }

  /** The drafts since the last call. */
  take(): RowsTaken {
    const drafts = this.#first.take();
    return this.#second === null ? { drafts } : { drafts, second: this.#second.take() };
  }
}
