/** Where values came from and what happened, as the API answers it for contacts, accounts and opportunities. */

/** Somebody wrote the value, on this contact alone or in a bulk change. */
export type HandOrigin = Pick<BulkEvent, "bulkChange" | "by" | "at" | "do">;

export type FileOrigin = {
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

export type Origin = FileOrigin | HandOrigin;

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

/** What a bulk change did to the contact, or somebody to it alone. */
export type BulkEvent = {
  readonly bulkChange: string;
  readonly at: string;
  readonly by: string;
  readonly do: string;
  readonly changes: Changes;
  readonly undone: { readonly at: string; readonly by: string; readonly result: string } | null;
};

type Past = { readonly origins: Readonly<Record<string, unknown>>; readonly history: readonly unknown[] };

export const originOf = ({ origins }: Past, key: string): Origin | null => (origins[key] ?? null) as Origin | null;
export const historyOf = ({ history }: Past): readonly Happened[] => history as readonly Happened[];

/** Somebody wrote it on this contact alone. */
export const isByHand = (what: Pick<BulkEvent, "do">): boolean => what.do === "create" || what.do === "edit";

/** By date, newest first; what stands in the history keeps its order. */
export function inTime(
  history: readonly Happened[],
  bulkChanges: readonly BulkEvent[],
): readonly (Happened | BulkEvent)[] {
  const left = [...bulkChanges];
  const all: (Happened | BulkEvent)[] = [];
  for (const event of history) {
    while (left[0] && event.at !== null && left[0].at > event.at) all.push(...left.splice(0, 1));
    all.push(event);
  }
  return [...all, ...left];
}

/** Under which custom data stands beside the fields. */
export const KEPT = "kept:";
