/** The dependency rule of ARCHITECTURE.md as code: each rule takes the source tree and answers its offenders in words. */
import { findCycles, type SourceFile } from "./import-graph.ts";

type Rule = (tree: readonly SourceFile[]) => readonly string[];

const EDGES = ["source", "store", "jobs", "effects", "http", "mcp", "cli"];
/** What the core may import that is not its own: the oracle for phone numbers, which does no I/O. */
const CORE_PACKAGES = /^libphonenumber-js(\/|$)/;
const MAX_LINES = 400;
const VAGUE_NAMES = /(^|-)(utils?|helpers?|managers?|services?|common)(-|\.|\/|$)/;
const IMPURE_CALLS =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bTemporal\.Now\b|\bprocess\.|\bglobalThis\.process\b/;
const SQL_TEXT =
  /["'`]\s*(select\b[^"'`;]*\bfrom\s|insert\s+(or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s|create\s+(temp\s+|unique\s+)?(table|index)\s|alter\s+table\s|drop\s+table\s|pragma\s+\w+)/i;

/** Which layers a file of this layer may import from. `library` is index.ts and its folder, what other programs import. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: ["core"],
  config: ["core", "app", "config"],
  app: ["core", "app", "config"],
  library: ["core", "app", "library"],
  ...Object.fromEntries(EDGES.map((edge) => [edge, ["core", "app", "config", edge]])),
  main: ["core", "app", "config", "library", "main", ...EDGES],
};

function layerOf(path: string): string {
  if (path === "main.ts" || path.startsWith("main/")) return "main";
  if (path === "config.ts" || path.startsWith("config/")) return "config";
  if (path === "index.ts") return "library";
  return path.split("/")[0] ?? path;
}

const importsRunOneWay: Rule = (tree) =>
  tree.flatMap((file) => {
    const layer = layerOf(file.path);
    const allowed = ALLOWED[layer];
    if (allowed === undefined) return [`${file.path} is in no layer of ARCHITECTURE.md`];
    return file.files
      .filter((target) => !allowed.includes(layerOf(target)))
      .map((target) => `${file.path} imports ${target}: ${layer} may import only ${allowed.join(", ")}`);
  });

const noCycles: Rule = (tree) => findCycles(tree).map((cycle) => `cycle: ${cycle.join(" -> ")}`);

const importsExist: Rule = (tree) => {
  const known = new Set(tree.map((file) => file.path));
  return tree.flatMap((file) =>
    file.files
      .filter((target) => !known.has(target))
      .map((target) => `${file.path} imports ${target}, which is not there`),
  );
};

const corePure: Rule = (tree) =>
  tree
    .filter((file) => layerOf(file.path) === "core" || layerOf(file.path) === "config")
    .flatMap((file) => [
      ...file.packages
        .filter((name) => !CORE_PACKAGES.test(name))
        .map((name) => `${file.path} imports ${name}: ${layerOf(file.path)} is pure`),
      ...[IMPURE_CALLS.exec(withoutComments(file.text))]
        .filter((found) => found !== null)
        .map((found) => `${file.path} uses ${found[0]}: ${layerOf(file.path)} has no clock, randomness or process`),
    ]);

const sqlOnlyInStore: Rule = (tree) =>
  tree
    .filter((file) => layerOf(file.path) !== "store" && SQL_TEXT.test(withoutComments(file.text)))
    .map((file) => `${file.path} holds SQL: ${SQL_TEXT.exec(withoutComments(file.text))?.[0].trim()}`);

const filesAreShort: Rule = (tree) =>
  tree
    .map((file) => ({ path: file.path, lines: file.text.split("\n").length - 1 }))
    .filter((file) => file.lines > MAX_LINES)
    .map((file) => `${file.path} has ${file.lines} lines; ${MAX_LINES} are the most`);

const namesAreClear: Rule = (tree) =>
  tree.flatMap(({ path }) => [
    ...(/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.config)?\.tsx?$/.test(path)
      ? []
      : [`${path} is not kebab-case`]),
    ...(path.split("/").some((part) => VAGUE_NAMES.test(part)) ? [`${path} does not say what it is for`] : []),
  ]);

/** Whole-line and block comments only: what follows code on its line may be inside a string. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

/** What pages may take from the source beside them: what is pure, and the contract with its client. */
const SHARED_WITH_PAGES = /^\.\.\/src\/(core\/|http\/contract\/|http\/client\.ts$|http\/web-nonce\.ts$)/;

const pagesKnowTheContract: Rule = (tree) =>
  tree.flatMap((file) => [
    ...file.files
      .filter((target) => target.startsWith("../") && !SHARED_WITH_PAGES.test(target))
      .map(
        (target) => `${file.path} imports ${target}: pages may import only the core, http/contract and http/client.ts`,
      ),
    ...(file.path.endsWith(".config.ts") ? [] : file.packages)
      .filter((name) => name.startsWith("node:"))
      .map((name) => `${file.path} imports ${name}: pages run in a browser`),
  ]);

/** The contract's schemas would bring their library, which is larger than the pages: only types are taken from it. */
const contractAsTypes: Rule = (tree) =>
  tree
    .filter(({ text }) => /import (?!type )[^;]*from "[^"]*\/http\/contract\//.test(text))
    .map(({ path }) => `${path} imports values of http/contract: pages may take its types alone`);

const pagesExist: Rule = (tree) => {
  const known = new Set(tree.map(({ path }) => path));
  return tree.flatMap((file) =>
    file.files
      .filter((target) => !target.startsWith("../") && /\.tsx?$/.test(target) && !known.has(target))
      .map((target) => `${file.path} imports ${target}, which is not there`),
  );
};

/** Those of `web/`, whose paths begin there. */
export const WEB_RULES: Readonly<Record<string, Rule>> = {
  "pages import the core, the contract and its client, and nothing else of src/": pagesKnowTheContract,
  "pages take only types from the contract": contractAsTypes,
  "there are no import cycles": noCycles,
  "every import leads to a file": pagesExist,
  "a file is read in one sitting": filesAreShort,
  "files are named in kebab-case after what they are for": namesAreClear,
};

export const RULES: Readonly<Record<string, Rule>> = {
  "imports run one way: core <- app <- edges <- main, and no edge imports another": importsRunOneWay,
  "there are no import cycles": noCycles,
  "every import leads to a file": importsExist,
  "the core and the config are pure": corePure,
  "SQL text is only under store/": sqlOnlyInStore,
  "a file is read in one sitting": filesAreShort,
  "files are named in kebab-case after what they are for": namesAreClear,
};
