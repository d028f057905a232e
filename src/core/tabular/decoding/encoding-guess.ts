/** Which encoding a file seems to be in, and why. */
export type EncodingGuess = {
  readonly encoding: string;
  readonly bom: boolean;
  /** In which encoding the lines are that are not in this one; absent = there are none, or they make no sense in any. */
  readonly fallback?: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** A sentence that can be shown as it is. */
  readonly says: string;
};
