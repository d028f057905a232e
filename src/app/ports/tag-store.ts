/** A port: where the tags that workspaces have are kept. */
import type { Result } from "../../core/problem/refusal.ts";

/** `contacts`: how many have it. */
export type Tag = { readonly name: string; readonly contacts: number };

/** Tags are the same whatever their case; the first spelling stays. A batch registers those that its contacts get. */
export interface TagStore {
  /** By name. Looks at every contact. */
  list(workspace: number): Promise<readonly Tag[]>;
  /** By name, without looking at any contact. @param notBy imports whose tags are left out */
  names(workspace: number, notBy?: readonly number[]): Promise<readonly string[]>;
  /** By key: how many contacts have the tag. Looks at every contact. */
  uses(workspace: number): Promise<ReadonlyMap<string, number>>;
  /** Which of these keys are those of tags. */
  known(workspace: number, keys: readonly string[]): Promise<ReadonlySet<string>>;
  add(workspace: number, name: string): Promise<Result<null>>;
  remove(workspace: number, name: string): Promise<void>;
  /** Forgets tags that this import made, or others that are undone, where no contact has them. */
  dropUnused(workspace: number, importNumber: number): Promise<void>;
}
