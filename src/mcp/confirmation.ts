/**
 * The word that starts an import or an undo. It is made of what was shown: another plan, or a change in between, has another
 * one, so that what nobody has seen cannot be started.
 */
import { createHash } from "node:crypto";
import type { UndoPreview, UndoRequest } from "../app/import/undoing/undo-import.ts";
import type { ImportRecord } from "../app/ports.ts";
import { tallyOf } from "../app/view/import-json.ts";
import { type Refused, refuseWith } from "../core/problem/refusal.ts";

const HEX_DIGITS = 12;

const wordOf = (what: string, shown: readonly unknown[]): string =>
  `${what}-${createHash("sha256").update(JSON.stringify(shown)).digest("hex").slice(0, HEX_DIGITS)}`;

export function startWord(record: ImportRecord): string {
  const { outcomes, problems, warnings } = tallyOf(record);
  return wordOf("start", [record.id, record.version, outcomes, problems, warnings]);
}

export const undoWord = (
  { id, version }: ImportRecord,
  { only, includeEdited }: UndoRequest,
  { tally, sides }: UndoPreview,
): string => wordOf("undo", [id, version, only, includeEdited, tally, sides]);

export const unconfirmed = (what: string): Refused =>
  refuseWith("plan_unconfirmed", `The confirmation does not fit ${what} as it is now. Nothing was written.`);
