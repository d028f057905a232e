/** The text formats that are read besides CSV, in the order in which they are asked whether a file is theirs. */
import type { TextFormat } from "./text-format.ts";

export const TEXT_FORMATS: readonly TextFormat[] = [];
