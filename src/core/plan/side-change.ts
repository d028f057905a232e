/**
 * What a line does besides writing its own object: the account that it makes, the id that an account learns from it, the
 * main contact that it names, the account that its contact moves to. Kept beside the ledger, so that undo takes it back.
 */
import type { ObjectKind } from "../object/object-kind.ts";
import type { Changes } from "./outcome.ts";

export type SideChange = {
  readonly line: number;
  readonly object: ObjectKind;
  readonly number: number;
  /** Field -> [before, after]; null = the line made the object. */
  readonly changes: Changes | null;
};
