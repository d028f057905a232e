/** Files that come in parts, in the data folder's room for files that are not to stay. */
import { mkdir, open, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { PartialFiles } from "../app/ports/partial-files.ts";
import { asStoreFault } from "../app/store-fault.ts";
import { filePieces } from "./file-pieces.ts";

export class FolderPartialFiles implements PartialFiles {
  readonly #folder: string;

  /** @param folder the data folder */
  constructor(folder: string) {
    this.#folder = join(folder, "tmp");
  }

  async size(name: string): Promise<number> {
    const found = await stat(join(this.#folder, name)).catch(() => null);
    return found?.size ?? 0;
  }

  async append(name: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    try {
      await mkdir(this.#folder, { recursive: true });
      const file = await open(join(this.#folder, name), "a");
      try {
        for await (const piece of bytes) await file.writeFile(piece);
      } finally {
        await file.close();
      }
      return await this.size(name);
    } catch (error) {
      throw asStoreFault(error);
    }
  }

  async *read(name: string): AsyncGenerator<Uint8Array> {
    const file = await open(join(this.#folder, name), "r");
    try {
      yield* filePieces(file, 0);
    } finally {
      await file.close();
    }
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.#folder, name), { force: true });
  }
}
