/** The scripts and styles of the documentation pages: the build copies them beside the code, a clone has them among its packages. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { docsStart } from "./docs-pages.ts";

const TYPES: ReadonlyMap<string, string> = new Map([
  ["swagger-ui.css", "text/css; charset=utf-8"],
  ["swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
  ["start.js", "text/javascript; charset=utf-8"],
]);

export type DocsFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string };

/** Null = there is none of this name. */
export async function docsFile(name: string): Promise<DocsFile | null> {
  const type = TYPES.get(name);
  if (type === undefined) return null;
  if (name === "start.js") return { bytes: new TextEncoder().encode(docsStart), type };
  const built = join(import.meta.dirname, "..", "swagger-ui", name);
  const bytes = await readFile(built).catch(() => readFile(join(packageFolder(), name)));
  return { bytes: new Uint8Array(bytes), type };
}

const packageFolder = (): string => dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
