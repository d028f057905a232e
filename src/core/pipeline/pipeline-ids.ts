/** What reads the public ids of a workspace's pipelines and stages. */
import { decodeId } from "../public-id.ts";
import type { PipelineIds } from "./pipeline-book.ts";

export const pipelineIds = (idKey: number): PipelineIds => ({
  pipeline: (text) => decodeId("pip", idKey, text),
  stage: (text) => decodeId("stg", idKey, text),
});
