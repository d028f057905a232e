/** Copies stored files to where they are to be from now on; what is there already is left as it is. */
import type { FileStore } from "../ports.ts";

type Request = {
  readonly keys: Iterable<string>;
  /** Where they may be, looked at in turn. */
  readonly from: readonly FileStore[];
  readonly to: FileStore;
};

/** `present`: how many were there already; `missing`: how many are nowhere. */
export async function moveFiles({
  keys,
  from,
  to,
}: Request): Promise<{ readonly files: number; readonly present: number; readonly missing: number }> {
  let [files, present, missing] = [0, 0, 0];
  for (const key of keys) {
    if (await to.has(key)) {
      present++;
      continue;
    }
    const holder = await holderOf(key, from);
    if (holder === null) missing++;
    else {
      const put = await to.put(holder.read(key), null);
      if (put.ok) await to.letGo(put.value.key);
      // A damaged file comes under another digest: what the data names is not there.
      if (put.ok && put.value.key === key) files++;
      else missing++;
    }
  }
  return { files, present, missing };
}

async function holderOf(key: string, stores: readonly FileStore[]): Promise<FileStore | null> {
  for (const store of stores) if (await store.has(key)) return store;
  return null;
}
