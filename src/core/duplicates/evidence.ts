/** One thing that speaks for or against two contacts being one person. */
export type Evidence = {
  /** Above 0, up to 1: how much it speaks for one person. Below 0: how much it speaks against. */
  readonly weight: number;
  /** In words, for whoever has to decide. */
  readonly says: string;
};
