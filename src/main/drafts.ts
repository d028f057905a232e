/** Reads stored files; what it takes is loaded when the first is read. */
import type { DraftSource } from "../app/ports.ts";
import type { SourceFiles } from "../source/source-files.ts";

export function draftsOf(files: SourceFiles): DraftSource {
  let opened: Promise<DraftSource> | null = null;
  const open = (): Promise<DraftSource> => {
    opened ??= import("../source/threaded-drafts.ts").then(({ ThreadedDrafts }) => new ThreadedDrafts(files));
    return opened;
  };
  return {
    // What cannot be loaded fails where it is asked for.
    expect: (bytes) =>
      void open().then(
        (drafts) => drafts.expect(bytes),
        () => undefined,
      ),
    scan: async (settings) => (await open()).scan(settings),
    async *drafts(settings, from, pass) {
      yield* (await open()).drafts(settings, from, pass);
    },
    close: async () => (await opened)?.close(),
  };
}
