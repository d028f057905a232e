/** The names of one field, as lists with commas between. Case, accents, spaces and punctuation do not count. */
export type NamesOfField = {
  readonly field: string;
  /** They say the field and nothing else. */
  readonly plain: readonly string[];
  /** They say which of several (work, home, mobile) or could mean another thing; values may speak against them. */
  readonly qualified?: readonly string[];
  /** They could mean anything (`Office`, `Titel`, `Region`): believed only where the values of the column say so. */
  readonly byValues?: readonly string[];
  /** They are the field only beside the word for a place: `Region geschäftlich`. */
  readonly placed?: readonly string[];
};
