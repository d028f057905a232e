/** What the catalogue says of one code. */

/** `row`: the row is not written unless the policy says otherwise. `cell`: that cell is not written. `refusal`: the request or file is turned away whole. */
export type ProblemKind = "row" | "cell" | "refusal";

export type CatalogueEntry = {
  readonly kind: ProblemKind;
  readonly title: string;
  /** What happened, in whole sentences. */
  readonly cause: string;
  /** What to do next, in whole sentences. */
  readonly fix: string;
};
