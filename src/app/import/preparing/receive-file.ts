/** A named file becomes a stored one: copied whole, or refused and nothing kept. */
import { basename } from "node:path";
import { accept, type Result, refuse, refuseWith } from "../../../core/problem/refusal.ts";
import { fileName } from "../../../core/tabular/file-name.ts";
import type { Ports } from "../../ports.ts";
import type { ImportSettings } from "../import-settings.ts";

/** @param maxBytes the workspace's cap; null = none */
export async function receiveFile(
  ports: Ports,
  path: string,
  maxBytes: number | null,
): Promise<Result<ImportSettings["source"]>> {
  const input = await ports.inputs.open(path);
  if (!input.ok) return input;
  try {
    ports.drafts.expect(input.value.size);
    const stored = await ports.files.put(input.value.bytes(), maxBytes);
    if (!stored.ok) return stored;
    const changed = await input.value.changed();
    if (changed) {
      await giveUp(ports, stored.value.key);
      return refuse(changed);
    }
    return accept({ ...stored.value, name: path === "-" ? "standard input" : basename(path) });
  } finally {
    await input.value.close();
  }
}

/** The same for bytes that come from elsewhere, under the name that their sender gives them. */
export async function receiveStream(
  { files }: Pick<Ports, "files">,
  { name, bytes }: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> },
  maxBytes: number | null,
): Promise<Result<ImportSettings["source"]>> {
  const stored = await files.put(bytes, maxBytes);
  return stored.ok ? accept({ ...stored.value, name: fileName(name) }) : stored;
}

/** A stored file that neither an import nor an upload is of goes again. */
export async function dropUnused({ files, store }: Pick<Ports, "files" | "store">, key: string): Promise<void> {
  // Where files are on other machines these questions take a while: all others wait for a transaction that asks them.
  if (await files.isHeld(key)) return;
  await store.transaction(null, async () => {
    await store.imports.holdFiles("drop");
    // In this order: a hold ends after what uses the file is there to be seen.
    if (!(await files.isHeld(key)) && !(await store.imports.usesFile(key))) await files.remove(key);
  });
}

/** The same of one that was stored for an import that comes to nothing. */
export async function giveUp(ports: Pick<Ports, "files" | "store">, key: string): Promise<void> {
  await ports.files.letGo(key);
  await dropUnused(ports, key);
}

/**
 * What makes an import use stored files that were held for it, and no longer need be. Nobody can remove one meanwhile; one
 * that was removed all the same, in the moment when it was stored, is missed here and not when the import runs.
 */
export async function usingFiles<T>(
  { files, store }: Pick<Ports, "files" | "store">,
  { workspace, keys }: { readonly workspace: number; readonly keys: readonly (string | undefined)[] },
  work: () => Promise<T>,
): Promise<Result<T>> {
  const done = await store.transaction(workspace, async () => {
    await store.imports.holdFiles("use");
    for (const key of keys) {
      if (key !== undefined && !(await files.has(key)))
        return refuseWith("stored_file_gone", "The stored file went with another import of the same file.");
    }
    return accept(await work());
  });
  if (done.ok) for (const key of keys) if (key !== undefined) await files.letGo(key);
  return done;
}
