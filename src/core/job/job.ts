/** What is wanted of an import in the background. A person asks for it, a worker does it. */

export type JobWish =
  | { readonly kind: "plan" }
  | { readonly kind: "run" }
  | {
      readonly kind: "undo";
      /** One physical line of the file; null = the whole import. */
      readonly only: number | null;
      readonly includeEdited: boolean;
    };

export type JobKind = JobWish["kind"];

export const isSameWish = (a: JobWish, b: JobWish): boolean => {
  if (a.kind !== "undo" || b.kind !== "undo") return a.kind === b.kind;
  return a.only === b.only && a.includeEdited === b.includeEdited;
};
