/**
 * Makes the installed command: `src/main.ts` and the threads it starts, joined into a few files. What a command costs is the
 * number of files that it loads, hundreds where each stays alone: joined, it starts in half the time.
 */
import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** They are looked for beside the code that starts them, under these names. */
const THREADS = {
  "draft-worker": "src/source/draft-worker.ts",
  "convert-worker": "src/source/convert-worker.ts",
  "key-finder": "src/store/sqlite/runs/key-finder.ts",
  "duplicates-thread": "src/main/duplicates-thread.ts",
};

/** What so many commands and threads load is one file: a little of it is loaded in vain, and far fewer files are. */
const SHARED_FROM = 8;

export const buildCommand = (folder: string): Promise<void> => joinFiles(folder, { main: "src/main.ts" });

/**
 * @param folder is emptied; two below that of package.json, as in the sources
 * @param programs the file of each, by its name without extension
 */
export async function joinFiles(folder: string, programs: Readonly<Record<string, string>>): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "error",
    // Packages stay where npm puts them, but for one that is itself a hundred files.
    ssr: { noExternal: ["libphonenumber-js"] },
    build: {
      ssr: true,
      target: "node24",
      outDir: folder,
      emptyOutDir: true,
      // Read as written by whoever has to find a fault.
      minify: false,
      rolldownOptions: {
        input: { ...programs, ...THREADS },
        output: {
          entryFileNames: "[name].js",
          chunkFileNames: "[name]-[hash].js",
          codeSplitting: { groups: [{ name: "shared", minShareCount: SHARED_FROM }] },
        },
      },
    },
  });
}

if (import.meta.main) await buildCommand(fileURLToPath(new URL("../dist/command", import.meta.url)));
