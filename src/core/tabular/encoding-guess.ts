/** Which encoding a file seems to be in, and why. */
export type EncodingGuess = {
  readonly encoding: string;
  readonly bom: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  /** A sentence that can be shown as it is. */
  readonly says: string;
};
