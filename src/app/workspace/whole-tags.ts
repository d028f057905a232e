/** The tags that a separator stands in: cells that name one are not cut there. */
import type { Policy } from "../../core/policy/policy.ts";
import type { ImportRef, Ports } from "../ports.ts";

type Of = {
  readonly workspace: number;
  readonly policy: Pick<Policy, "multiSeparators">;
  /** Imports whose own tags are no known ones. */
  readonly notBy?: readonly number[];
};

export async function wholeTags(
  { tags }: Pick<Ports["store"], "tags">,
  { workspace, policy, notBy = [] }: Of,
): Promise<readonly string[]> {
  const names = await tags.names(workspace, notBy);
  return names.filter((name) => policy.multiSeparators.some((separator) => name.includes(separator)));
}

/** The imports of the same rows before it, the newest first: what they have made, the rows themselves have brought. */
export async function sameFileImports(
  { imports }: Pick<Ports["store"], "imports">,
  ref: ImportRef,
  key: string,
): Promise<readonly number[]> {
  const before: number[] = [];
  for (let number = await imports.sameFileBefore(ref, key); number !== null; ) {
    before.push(number);
    number = await imports.sameFileBefore({ ...ref, import: number }, key);
  }
  return before;
}
