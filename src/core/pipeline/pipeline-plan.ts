/** What the lines of a batch of stages do to their pipelines, as data that a store applies in the batch's transaction. */
import type { SideChange } from "../plan/side-change.ts";
import type { Pipeline } from "./pipeline.ts";

export type PipelinePlan = {
  /** Pipelines that the batch makes or changes, as they stand after it. */
  readonly pipelines: readonly (Pipeline & { readonly isNew: boolean })[];
  /** In the order of the lines. */
  readonly changes: readonly SideChange[];
};
