/** Source files in a folder, named by the SHA-256 of their bytes: the same upload twice is one file. */
import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { StoredFile } from "../app/ports.ts";
import { asStoreFault, StoreFault } from "../app/store-fault.ts";
import { renderPolicyValue } from "../core/policy/set-policy.ts";
import { accept, type Result, refuseWith } from "../core/problem/refusal.ts";
import { filePieces } from "./file-pieces.ts";
import type { FilesPlace, ScratchOwner, SourceFiles } from "./source-files.ts";

const LEFT_BEHIND_MS = 24 * 60 * 60 * 1000;

/** What is on its way out was written long ago, and came here just now. */
const REMOVED = "removed-";

const UPLOAD = "upload-";
const REMOVED_KEY = /^removed-([0-9a-f]{64})-/;
const LEFT_BY = /^(?:upload|hold|removed)-.*\.([\w-]+)$/;
/** Characters: with the key and the number before it there are no more than 255. */
const LONGEST_HOLDER = 150;
const NOBODY: ScratchOwner = { holder: "", isGone: () => false };

const holdName = (key: string): string => `hold-${key}-`;
const removedName = (key: string): string => `${REMOVED}${key}-`;

/** False = it is not there. */
async function isRenamed(path: string, to: string): Promise<boolean> {
  try {
    await rename(path, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

export class FolderFileStore implements SourceFiles {
  readonly #files: string;
  /** Room for files that are gone when the work is over, or after a crash when the next file is stored, at the latest a day later. */
  readonly scratch: string;
  readonly place: FilesPlace;
  /** Files in the scratch folder that say who needs which stored file, by its key. */
  readonly #holds = new Map<string, string[]>();
  readonly #owner: ScratchOwner;

  /** @param folder the data folder; made where it is missing, when first written to */
  constructor(folder: string, owner: ScratchOwner = NOBODY) {
    this.#owner = owner;
    this.#files = join(folder, "files");
    this.scratch = join(folder, "tmp");
    this.place = { folder, bucket: null };
  }

  async put(bytes: AsyncIterable<Uint8Array>, maxBytes: number | null): Promise<Result<StoredFile>> {
    try {
      await mkdir(this.#files, { recursive: true });
      await mkdir(this.scratch, { recursive: true });
      await this.#sweep();
      const partial = join(this.scratch, `${UPLOAD}${this.#ownName()}`);
      try {
        return await this.#store(bytes, maxBytes, partial);
      } finally {
        await rm(partial, { force: true });
      }
    } catch (error) {
      throw asStoreFault(error);
    }
  }

  async *read(key: string, offset = 0, length = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
    const file = await this.#open(key);
    try {
      yield* filePieces(file, offset, length);
    } finally {
      await file.close();
    }
  }

  async slice(key: string, offset: number, length: number): Promise<Uint8Array> {
    const file = await this.#open(key);
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  async has(key: string): Promise<boolean> {
    return (await stat(join(this.#files, key)).catch(() => null)) !== null;
  }

  async letGo(key: string): Promise<void> {
    const hold = this.#holds.get(key)?.pop();
    if (hold !== undefined) await rm(hold, { force: true });
  }

  async isHeld(key: string): Promise<boolean> {
    const names = await readdir(this.scratch).catch(() => []);
    return names.some((name) => name.startsWith(holdName(key)));
  }

  /** Whoever has put the same bytes a moment ago found them there, and kept none of their own: they come back for them. */
  async remove(key: string): Promise<void> {
    const removed = `${removedName(key)}${this.#ownName()}`;
    await mkdir(this.scratch, { recursive: true });
    // Whoever was killed over it has moved it out already.
    const left = (await readdir(this.scratch)).filter(
      (name) => name.startsWith(removedName(key)) && this.#isLeft(name),
    );
    for (const name of left) await this.#endRemoval(key, name);
    if (await isRenamed(join(this.#files, key), join(this.scratch, removed))) await this.#endRemoval(key, removed);
  }

  async #endRemoval(key: string, name: string): Promise<void> {
    const removed = join(this.scratch, name);
    if (await this.isHeld(key)) await this.#keep(removed, join(this.#files, key));
    await rm(removed, { force: true });
  }

  async #open(key: string): Promise<FileHandle> {
    try {
      return await open(join(this.#files, key), "r");
    } catch (error) {
      const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
      const message = `The source file files/${key} is gone from the data folder.`;
      throw missing ? new StoreFault("store_damaged", message, { cause: error }) : asStoreFault(error);
    }
  }

  async #store(
    bytes: AsyncIterable<Uint8Array>,
    maxBytes: number | null,
    partial: string,
  ): Promise<Result<StoredFile>> {
    const hash = createHash("sha256");
    const file = await open(partial, "wx");
    let size = 0;
    try {
      for await (const piece of bytes) {
        size += piece.length;
        if (maxBytes !== null && size > maxBytes) {
          return refuseWith("file_too_large", `The file is larger than ${renderPolicyValue("maxBytes", maxBytes)}.`);
        }
        const written = file.writeFile(piece);
        hash.update(piece);
        await written;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    const digest = hash.digest("hex");
    await this.#hold(digest);
    await this.#keep(partial, join(this.#files, digest));
    return accept({ key: digest, digest, bytes: size });
  }

  async #hold(key: string): Promise<void> {
    const hold = join(this.scratch, `${holdName(key)}${this.#ownName()}`);
    await writeFile(hold, "");
    this.#holds.set(key, [...(this.#holds.get(key) ?? []), hold]);
  }

  /** The same bytes may be there already, and be read by another process: they are left alone. */
  async #keep(partial: string, path: string): Promise<void> {
    const present = await stat(path).catch(() => null);
    if (present === null) await rename(partial, path);
  }

  /** That of a process whose name is too long for a file's waits a day. */
  #ownName(): string {
    const holder = Buffer.from(this.#owner.holder).toString("base64url");
    const own = `${process.pid}-${process.hrtime.bigint()}`;
    return holder === "" || holder.length > LONGEST_HOLDER ? own : `${own}.${holder}`;
  }

  #isLeft(name: string): boolean {
    const [, holder] = LEFT_BY.exec(name) ?? [];
    return holder !== undefined && this.#owner.isGone(Buffer.from(holder, "base64url").toString());
  }

  async #clear(name: string): Promise<void> {
    const [, key] = REMOVED_KEY.exec(name) ?? [];
    if (key === undefined) await rm(join(this.scratch, name), { force: true });
    else await this.#endRemoval(key, name);
  }

  /** What a dead process has left behind. */
  async #sweep(): Promise<void> {
    for (const name of await readdir(this.scratch)) {
      const path = join(this.scratch, name);
      if (this.#isLeft(name)) await this.#clear(name);
      const found = await stat(path).catch(() => null);
      const since = name.startsWith(REMOVED) ? found?.ctimeMs : found?.mtimeMs;
      if (since !== undefined && Date.now() - since > LEFT_BEHIND_MS) await rm(path, { force: true });
    }
  }
}
