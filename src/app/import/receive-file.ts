/** A named file becomes a stored one: copied whole, or refused and nothing kept. */
import { basename } from "node:path";
import { accept, type Result, refuse, refuseWith } from "../../core/problem/refusal.ts";
import { fileName } from "../../core/tabular/file-name.ts";
import type { Ports } from "../ports.ts";
import type { ImportSettings } from "./import-settings.ts";

/** @param maxBytes the workspace's cap; null = none */
export async function receiveFile(
  ports: Ports,
  path: string,
  maxBytes: number | null,
): Promise<Result<ImportSettings["source"]>> {
  const input = await ports.inputs.open(path);
  if (!input.ok) return input;
  try {
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
  await store.transaction(async () => {
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
export function usingFiles<T>(
  { files, store }: Pick<Ports, "files" | "store">,
  keys: readonly (string | undefined)[],
  work: () => Promise<T>,
): Promise<Result<T>> {
  return store.transaction(async () => {
    for (const key of keys) {
      if (key !== undefined && !(await files.has(key)))
        return refuseWith("stored_file_gone", "The stored file went with another import of the same file.");
    }
    const done = await work();
    for (const key of keys) if (key !== undefined) await files.letGo(key);
    return accept(done);
  });
}
