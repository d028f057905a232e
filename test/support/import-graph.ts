/** Reads a source tree and answers which file imports what. It looks at text only, so a file need not compile to be walked. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";

export type SourceFile = {
  /** Path from the root of the tree, with forward slashes: `core/plan/batch.ts`. */
  readonly path: string;
  readonly text: string;
  /** Files of the tree that this one refers to. */
  readonly files: readonly string[];
  /** Everything else it refers to: `node:fs`, `commander`. */
  readonly packages: readonly string[];
};

/** `import … from "x"`, `export … from "x"`, `import "x"`, `import("x")`, and a worker's `new URL("x", import.meta.url)`. */
const REFERENCES = [
  /(?:^|[\n;}])\s*(?:import|export)\s[^"'`;]*?from\s*["']([^"']+)["']/g,
  /(?:^|[\n;}])\s*import\s*["']([^"']+)["']/g,
  /\bimport\(\s*["']([^"']+)["']\s*\)/g,
  /\bnew URL\(\s*["']([^"']+)["']\s*,\s*import\.meta\.url/g,
];

export function readSourceFile(path: string, text: string): SourceFile {
  const files: string[] = [];
  const packages: string[] = [];
  for (const reference of REFERENCES) {
    for (const [, target = ""] of text.matchAll(reference)) {
      if (target.startsWith(".")) files.push(posix.normalize(posix.join(posix.dirname(path), target)));
      else packages.push(target);
    }
  }
  return { path, text, files, packages };
}

export function readSourceTree(root: string): SourceFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => readSourceFile(relative(root, file).split(sep).join("/"), readFileSync(file, "utf8")))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Every import cycle once, as the list of its files; the first is repeated at the end. */
export function findCycles(tree: readonly SourceFile[]): string[][] {
  const byPath = new Map(tree.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) cycles.push([...trail.slice(seenAt), path]);
    if (seenAt >= 0 || done.has(path)) return;
    for (const next of byPath.get(path)?.files ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const file of tree) visit(file.path, []);
  return cycles;
}
