/** Where values came from and what happened, as the API answers it for contacts and accounts. */

export type Origin = {
  readonly import: string;
  /** Null where a workflow wrote it. */
  readonly line: number | null;
  readonly workflow?: string;
  /** Null where no column said it. */
  readonly column: string | null;
  /** The cell as it stands in the file. */
  readonly raw: string | null;
  readonly corrected?: { readonly value: string; readonly by: string; readonly at: string };
};

/** Before, after. */
export type Changes = Readonly<Record<string, readonly [unknown, unknown]>>;

export type Happened = {
  readonly kind: string;
  readonly import: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly workflow?: string;
  readonly at: string | null;
  readonly changes: Changes;
};

type Past = { readonly origins: Readonly<Record<string, unknown>>; readonly history: readonly unknown[] };

export const originOf = ({ origins }: Past, key: string): Origin | null => (origins[key] ?? null) as Origin | null;
export const historyOf = ({ history }: Past): readonly Happened[] => history as readonly Happened[];

/** Under which custom data stands beside the fields. */
export const KEPT = "kept:";
