/** An erasure as the API answers it. */

import type { AnswerOf } from "../../../src/http/contract/endpoint.ts";
import type { listErasures, showErasure } from "../../../src/http/contract/erasures.ts";

export type Erasure = AnswerOf<typeof listErasures>["items"][number];
export type WholeErasure = AnswerOf<typeof showErasure>;

/** How often workers are asked how far they are. */
export const AT_WORK_MS = 1_000;

export const isAtWork = ({ state }: Pick<Erasure, "state">): boolean => state === "planning" || state === "erasing";
