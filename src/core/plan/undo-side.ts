/** What undoing one side change does: a field that still holds what the line wrote goes back, an object that nobody uses goes. */
import type { SideChange } from "./side-change.ts";

/** A side change, and what it is about as that stands now. */
export type SideChangeNow = SideChange & {
  /** Present values of the fields that the line changed; null = the object is gone. */
  readonly now: Readonly<Record<string, string | null>> | null;
  /** Somebody else needs what the line made: contacts that belong to it, or other imports that changed it. */
  readonly isUsed: boolean;
  /** Fields whose former value somebody else has given another object since: they stay as they are. */
  readonly taken: readonly string[];
};

export type SideUndo = Pick<SideChange, "line" | "object" | "number"> & {
  readonly result: "deleted" | "restored" | "kept" | "gone";
  /** Values to put back; null = empty. */
  readonly restore: Readonly<Record<string, string | null>>;
};

export function decideSideUndo({ line, object, number, changes, now, isUsed, taken }: SideChangeNow): SideUndo {
  const about = { line, object, number };
  if (now === null) return { ...about, result: "gone", restore: {} };
  if (changes === null) return { ...about, result: isUsed ? "kept" : "deleted", restore: {} };
  const left = Object.entries(changes).filter(([field, [before]]) => (now[field] ?? null) !== before);
  const restored = left.filter(([field, [, after]]) => (now[field] ?? null) === after && !taken.includes(field));
  const restore = Object.fromEntries(restored.map(([field, [before]]) => [field, before]));
  return { ...about, result: restored.length === left.length ? "restored" : "kept", restore };
}
