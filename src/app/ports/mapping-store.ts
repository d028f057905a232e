/** Mappings that the workspace remembers, by the headers of the files they were made for. */
import type { ColumnMapping } from "../../core/mapping/column-mapping.ts";
import type { Constant } from "../../core/mapping/constant.ts";

export type SavedMapping = {
  readonly fingerprint: string;
  readonly name: string | null;
  readonly mapping: readonly ColumnMapping[];
  /** What fills a field where a row says nothing. */
  readonly constants?: readonly Constant[];
  readonly usedAt: number;
};

export interface MappingStore {
  byFingerprint(workspace: number, fingerprint: string): Promise<SavedMapping | null>;
  byName(workspace: number, name: string): Promise<SavedMapping | null>;
  /** Those used last first. */
  list(workspace: number): Promise<readonly SavedMapping[]>;
  save(workspace: number, mapping: SavedMapping): Promise<void>;
  remove(workspace: number, fingerprint: string): Promise<void>;
}
