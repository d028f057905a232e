/** What every `FileStore` promises. */
import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FileStore } from "../../src/app/ports.ts";
import { accepted } from "../support/workspace.ts";

export type OpenedFiles = {
  readonly files: FileStore;
  /** The same files, as another process has them. */
  another(): FileStore;
  /** What is there beside whole files: holds, and uploads that go on or were given up. */
  leftBehind(): Promise<readonly string[]>;
  /** Lets a day and an hour pass for all that is there. */
  aDayLater(): Promise<void>;
  close(): Promise<void>;
};

export function fileStoreConformance(name: string, open: () => Promise<OpenedFiles>): void {
  describe(name, () => {
    let opened: OpenedFiles;
    let files: FileStore;
    beforeEach(async () => {
      opened = await open();
      files = opened.files;
    });
    afterEach(() => opened.close());

    test("bytes are stored under their digest, once, and read from any place", async () => {
      const stored = accepted(await files.put(pieces("email\n", "a@x.test\n"), null));
      expect(stored).toEqual({ key: stored.digest, digest: sha256("email\na@x.test\n"), bytes: 15 });
      expect(accepted(await files.put(pieces("email\na@x.test\n"), 15))).toEqual(stored);
      expect((await all(files.read(stored.key, 6))).toString()).toBe("a@x.test\n");
      expect((await all(files.read(stored.key, 2, 3))).toString()).toBe("ail");
      expect((await all(files.read(stored.key, 12, 100))).toString()).toBe("st\n");
      expect((await all(files.read(stored.key, 15))).length).toBe(0);
      expect(Buffer.from(await files.slice(stored.key, 2, 3)).toString()).toBe("ail");
      expect(Buffer.from(await files.slice(stored.key, 13, 30)).toString()).toBe("t\n");
      expect((await files.slice(stored.key, 100, 3)).length).toBe(0);
      expect((await files.slice(stored.key, 3, 0)).length).toBe(0);
    });

    test("a file without a byte is a file", async () => {
      const stored = accepted(await files.put(pieces(), null));
      expect(stored).toMatchObject({ digest: sha256(""), bytes: 0 });
      expect(await files.has(stored.key)).toBe(true);
      expect((await all(files.read(stored.key))).length).toBe(0);
    });

    test("a file of 21 MB comes back as it was, whole and from any place, though its pieces came in one buffer", async () => {
      const whole = noise(21_000_001);
      const stored = accepted(await files.put(inOneBuffer(whole, 1_000_003), null));
      expect(stored).toMatchObject({ digest: sha256(whole), bytes: whole.length });
      expect(sha256(await all(files.read(stored.key)))).toBe(stored.digest);
      for (const [from, length] of [
        [8_388_607, 2],
        [262_143, 4_200_000],
        [20_999_990, 100],
      ] as const) {
        const wanted = whole.subarray(from, from + length);
        expect(wanted.equals(await all(files.read(stored.key, from, length)))).toBe(true);
        expect(wanted.equals(await files.slice(stored.key, from, length))).toBe(true);
      }
      expect(accepted(await files.put(inOneBuffer(whole, 7_000_000), whole.length))).toEqual(stored);
      await files.letGo(stored.key);
      await files.letGo(stored.key);
      expect(await opened.leftBehind()).toEqual([]);
    });

    test("who has read enough stops, and who reads the same at once is not disturbed", async () => {
      const whole = noise(9_000_000);
      const { key } = accepted(await files.put(inOneBuffer(whole, 500_000), null));
      const [first, second] = [files.read(key), files.read(key)];
      for await (const piece of first) {
        expect(whole.subarray(0, piece.length).equals(piece)).toBe(true);
        break;
      }
      expect(sha256(await all(second))).toBe(key);
    });

    test("what is put twice is held until it is let go twice, and is there until it is removed", async () => {
      const { key } = accepted(await files.put(pieces("twice"), null));
      await files.put(pieces("twice"), null);
      await files.letGo(key);
      expect(await files.isHeld(key)).toBe(true);
      await files.letGo(key);
      expect(await files.isHeld(key)).toBe(false);
      await files.letGo(key);
      expect(await files.has(key)).toBe(true);
      await files.remove(key);
      expect(await files.has(key)).toBe(false);
      await files.remove(key);
    });

    test("a hold is seen by every process, ended by its own, and by itself a day after that has died", async () => {
      const other = opened.another();
      const { key } = accepted(await other.put(pieces("held"), null));
      expect(await files.isHeld(key)).toBe(true);
      await files.letGo(key);
      expect(await files.isHeld(key)).toBe(true);
      await opened.aDayLater();
      await opened.another().put(pieces("another file"), null);
      expect(await files.isHeld(key)).toBe(false);
      expect(await files.has(key)).toBe(true);
    });

    test("what is too large, or breaks off, is not kept", async () => {
      expect(await files.put(pieces("email\n", "a@x.test\n"), 14)).toMatchObject({
        refusal: { code: "file_too_large" },
      });
      expect(await files.put(inOneBuffer(noise(18_000_000), 900_000), 17_000_000)).toMatchObject({
        refusal: { code: "file_too_large" },
      });
      const broken = async function* (bytes: number) {
        yield new Uint8Array(bytes);
        throw new Error("the line went dead");
      };
      await expect(files.put(broken(3), null)).rejects.toThrow("the line went dead");
      await expect(files.put(broken(17_000_000), null)).rejects.toThrow("the line went dead");
      expect(await opened.leftBehind()).toEqual([]);
    });

    test("a file that is gone is a fault that names it", async () => {
      const { key } = accepted(await files.put(pieces("gone"), null));
      await files.letGo(key);
      await files.remove(key);
      const fault = { code: "store_damaged", message: expect.stringContaining(`files/${key} is gone`) };
      await expect(files.slice(key, 0, 1)).rejects.toMatchObject(fault);
      await expect(all(files.read(key))).rejects.toMatchObject(fault);
    });
  });
}

export async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

/** As readers give them: what was given is overwritten by the next piece. */
async function* inOneBuffer(bytes: Uint8Array, pieceBytes: number): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(pieceBytes);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
  }
}

/** Bytes that look like chance and are the same each time. */
export function noise(length: number): Buffer {
  const numbers = new Uint32Array(Math.ceil(length / 4));
  for (let at = 0, state = 0x5eed; at < numbers.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    numbers[at] = state;
  }
  return Buffer.from(numbers.buffer, 0, length);
}

export async function all(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const read: Uint8Array[] = [];
  for await (const piece of stream) read.push(piece.slice());
  return Buffer.concat(read);
}

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");
