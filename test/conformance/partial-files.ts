/** What every `PartialFiles` promises. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PartialFiles } from "../../src/app/ports/partial-files.ts";
import { all, noise, pieces } from "./file-store.ts";

export type OpenedPartials = {
  readonly partials: PartialFiles;
  /** The same files, as another server has them. */
  another(): PartialFiles;
  close(): Promise<void>;
};

export function partialFilesConformance(name: string, open: () => Promise<OpenedPartials>): void {
  describe(name, () => {
    let opened: OpenedPartials;
    let partials: PartialFiles;
    beforeEach(async () => {
      opened = await open();
      partials = opened.partials;
    });
    afterEach(() => opened.close());

    test("what comes in parts is one file, whichever server they come to", async () => {
      expect(await partials.size("upload-1.part")).toBe(0);
      expect(await partials.append("upload-1.part", pieces("email\n", "a@"))).toBe(8);
      const other = opened.another();
      expect(await other.size("upload-1.part")).toBe(8);
      expect(await other.append("upload-1.part", pieces("x.test\n"))).toBe(15);
      expect(await partials.append("upload-1.part", pieces("b@x.test\n"))).toBe(24);
      expect(await other.append("upload-1.part", pieces())).toBe(24);
      expect((await all(partials.read("upload-1.part"))).toString()).toBe("email\na@x.test\nb@x.test\n");
    });

    test("one is not another, also where its name begins like it", async () => {
      await partials.append("upload-1.part", pieces("one"));
      await partials.append("upload-1.partner", pieces("another"));
      expect((await all(partials.read("upload-1.part"))).toString()).toBe("one");
      await partials.remove("upload-1.part");
      expect(await partials.size("upload-1.part")).toBe(0);
      expect(await partials.size("upload-1.partner")).toBe(7);
      await partials.remove("upload-1.part");
    });

    test("what came before the line broke stays", async () => {
      const broken = async function* () {
        yield new TextEncoder().encode("came ");
        throw new Error("the line went dead");
      };
      await expect(partials.append("upload-2.part", broken())).rejects.toThrow("the line went dead");
      expect(await partials.size("upload-2.part")).toBe(5);
      expect(await opened.another().append("upload-2.part", pieces("again"))).toBe(10);
      expect((await all(partials.read("upload-2.part"))).toString()).toBe("came again");
    });

    test("parts of any length are joined where they belong", async () => {
      const whole = noise(19_000_000);
      let from = 0;
      for (const length of [1, 8_388_608, 17, 9_000_000, whole.length]) {
        const part = whole.subarray(from, from + length);
        from += part.length;
        const stream = async function* () {
          yield part;
        };
        expect(await partials.append("upload-3.part", stream())).toBe(from);
      }
      expect(whole.equals(await all(partials.read("upload-3.part")))).toBe(true);
    });
  });
}
