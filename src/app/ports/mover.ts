/** Takes all data from where commands work to another place. */
import type { Result } from "../../core/problem/refusal.ts";
import type { MovedTable } from "../move/move-data.ts";

export type Moved = {
  readonly tables: readonly MovedTable[];
  readonly people: number;
  /** Stored files that were copied; those that are there already are not. */
  readonly files: number;
  /** Stored files that the data names and that are nowhere. */
  readonly missing: number;
  /** Stored files that stay in the data folder, which is still needed for them; null = none. */
  readonly staying: { readonly files: number; readonly folder: string } | null;
};

type MoveWish = {
  /** The data folder of the commands, whatever database is set. */
  readonly dataFolder: string;
  /** `postgres://...`, or a folder. */
  readonly to: string;
  /** Hears what may stand in the way. */
  readonly warn: (text: string) => void;
  readonly onTable: (table: string, rows: number) => void;
};

export type Mover = (wish: MoveWish) => Promise<Result<Moved>>;
