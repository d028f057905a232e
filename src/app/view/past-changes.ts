/** What was done to one object, with its time, newest first. */
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { encodeId } from "../../core/public-id.ts";
import type { ContactEvent, ImportRecord, Workspace } from "../ports.ts";
import { changesWithIds } from "./changes-with-ids.ts";

export type ContactChange = Pick<ContactEvent, "changes"> & {
  readonly kind: ContactEvent["kind"] | "workflow";
  readonly import: string;
  /** Null where a workflow did it. */
  readonly line: number | null;
  /** Name of the workflow; null where a line of the file did it. */
  readonly workflow: string | null;
  /** Name of the file; null where the import is gone. */
  readonly file: string | null;
  /** When the import began, its line was undone, or the step was done, milliseconds since 1970. */
  readonly at: number | null;
};

type Origin = {
  readonly object: ObjectKind;
  readonly record: ImportRecord | undefined;
  readonly workspace: Pick<Workspace, "idKey">;
};

/** What one line of an import did, or its undo. */
export function changeOf(event: ContactEvent, { object, record, workspace: { idKey } }: Origin): ContactChange {
  const { import: number, kind, line, changes } = event;
  return {
    ...{ kind, line, workflow: null, import: encodeId("imp", idKey, number) },
    changes: changes === null ? null : changesWithIds({ object, changes }, idKey),
    file: record?.settings.source.name ?? null,
    at: kind === "undone" ? undoneAt(event, record?.undo ?? null) : (record?.startedAt ?? record?.createdAt ?? null),
  };
}

/** Null = not known any more. */
function undoneAt({ line, undoneAt: at }: ContactEvent, undo: ImportRecord["undo"]): number | null {
  const isOfLine = undo !== null && (undo.only === null || undo.only === line);
  return at ?? (isOfLine ? undo.endedAt : undefined) ?? null;
}

/** Steps of workflows and undos among what imports did, newest first; what an import did keeps its order. */
export function inTime(steps: readonly ContactChange[], changes: readonly ContactChange[]): readonly ContactChange[] {
  const isPlaced = ({ kind, at }: ContactChange): boolean => kind !== "undone" || at === null;
  const undone = changes.filter((change) => !isPlaced(change));
  const left = [...steps, ...undone].sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const history: ContactChange[] = [];
  for (const event of changes.filter(isPlaced)) {
    while (left[0] && (left[0].at ?? 0) >= (event.at ?? 0)) history.push(...left.splice(0, 1));
    history.push(event);
  }
  return [...history, ...left];
}
