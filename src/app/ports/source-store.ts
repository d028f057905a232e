/** A port: where the systems that workspaces are connected to are kept. */
import type { Source } from "../../core/authority/source.ts";
import type { Result } from "../../core/problem/refusal.ts";

export interface SourceStore {
  /** By name. */
  list(workspace: number): Promise<readonly Source[]>;
  add(workspace: number, source: Source): Promise<Result<Source>>;
  /** The source of this name becomes this one. */
  change(workspace: number, source: Source): Promise<void>;
  remove(workspace: number, name: string): Promise<void>;
}
