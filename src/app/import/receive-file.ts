/** A named file becomes a stored one: copied whole, or refused and nothing kept. */
import { basename } from "node:path";
import { accept, type Result, refuse } from "../../core/problem/refusal.ts";
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
      await dropUnused(ports, stored.value.key);
      return refuse(changed);
    }
    return accept({ ...stored.value, name: path === "-" ? "standard input" : basename(path) });
  } finally {
    await input.value.close();
  }
}

/** A stored file that no import was made of goes again. */
export async function dropUnused(ports: Pick<Ports, "files" | "store">, key: string): Promise<void> {
  if (!(await ports.store.imports.usesFile(key))) await ports.files.remove(key);
}
