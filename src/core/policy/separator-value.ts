/** Single characters that part columns or list items, written as themselves or by name: `comma,semicolon`, `,;|`, `; tab`. */
import type { PolicyValueKind } from "./policy-value.ts";

/** The first name of each is the one that is shown. */
const NAMES: readonly (readonly [name: string, separator: string])[] = [
  ["comma", ","],
  ["semicolon", ";"],
  ["tab", "\t"],
  ["\\t", "\t"],
  ["pipe", "|"],
  ["dot", "."],
  ["period", "."],
  ["colon", ":"],
  ["slash", "/"],
  ["space", " "],
];
const BY_NAME = new Map(NAMES);
const NAME_OF = new Map(NAMES.map(([name, separator]) => [separator, name] as const).reverse());

/** One visible character or tab or space; no letter, digit or quote. */
const SEPARATOR = /^[\t !#-&(-/:-@[-`{-~\u00a1-\u00bf\u2010-\u2e7f]$/;

/** `none` lists the words for an empty list; the first is the one that is shown. */
export function separators(none: readonly string[], takes: string): PolicyValueKind<readonly string[]> {
  return {
    takes,
    form: { kind: "separators", options: ["comma", "semicolon", "tab", "pipe", "dot"], none: none[0] ?? null },
    parse: (text) => (none.includes(text.trim().toLowerCase()) ? [] : parseSeparators(text)),
    render: (value) => value.map((one) => NAME_OF.get(one) ?? one).join(",") || (none[0] ?? ""),
    accepts: (value): value is readonly string[] =>
      Array.isArray(value) && value.every((one) => typeof one === "string" && SEPARATOR.test(one)),
  };
}

/**
 * A comma is both a separator that can be meant and what parts a list. It is meant where it stands alone, and, as long as
 * no name is used, where nothing else stands before or behind it: `,;|`.
 */
function parseSeparators(text: string): readonly string[] | undefined {
  const found = new Set<string>();
  const named = /[a-z]{2}/i.test(text);
  const chunks = text === "\t" ? ["tab"] : text.split(/\s+/).filter((chunk) => chunk !== "");
  for (const chunk of chunks) {
    if (chunk === ",") found.add(",");
    else
      for (const piece of chunk.split(",")) {
        if (piece === "" && !named) found.add(",");
        for (const token of piece.match(/\\t|[a-z]+|./gi) ?? []) {
          const separator = BY_NAME.get(token.toLowerCase()) ?? token;
          if (!SEPARATOR.test(separator)) return undefined;
          found.add(separator);
        }
      }
  }
  return found.size === 0 ? undefined : [...found];
}
