/** What every choice inside a sentence takes. */
import type { PolicyEntry } from "./policy-entry.ts";
import type { ValueWords } from "./use-value-words.ts";

export type ChoiceProps = {
  readonly entry: PolicyEntry;
  /** As it is written; what was just chosen while it is saved. */
  readonly text: string;
  readonly words: ValueWords;
  /** Id of the sentence. */
  readonly labelledBy: string;
  readonly choose: (text: string) => void;
};
