/** What an import's numbers count: its objects where each line is certainly another one, else its lines. */
import type { OutcomeCounts } from "../../src/core/plan/outcome.ts";

/** Lines that update may be about one contact, or about one that another line creates; a line that creates makes one of its own. */
export const countedAs = ({ created, updated }: OutcomeCounts, object: string): string =>
  updated === 0 || created + updated === 1 ? object : "lines";
