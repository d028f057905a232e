/** How a command ended, for scripts. */
import type { INTERRUPTED } from "./interrupts.ts";

/** 0 done, 1 a fault of ours, 2 refused and nothing written, 3 done but rows failed (--strict), 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | typeof INTERRUPTED;
