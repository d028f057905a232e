/** The SQL in a source text: what its string and template literals say. Regular expressions with quotes in them it would misread. */

/** Of a template: its text, with the source of what is filled in between `${` and `}`. */
export function literalsIn(source: string): readonly string[] {
  const literals: string[] = [];
  let at = 0;

  const readString = (quote: string): void => {
    const from = ++at;
    while (at < source.length && source[at] !== quote) at += source[at] === "\\" ? 2 : 1;
    literals.push(source.slice(from, at++));
  };
  const readTemplate = (): void => {
    const from = ++at;
    while (at < source.length && source[at] !== "`") {
      if (source.startsWith("${", at)) {
        at += 2;
        readCode("}");
      } else at += source[at] === "\\" ? 2 : 1;
    }
    literals.push(source.slice(from, at++));
  };
  /** Up to behind the bracket that ends it. */
  const readCode = (end: string): void => {
    let depth = 0;
    while (at < source.length) {
      const character = source[at] ?? "";
      if (source.startsWith("//", at)) at = ended(source, "\n", at);
      else if (source.startsWith("/*", at)) at = ended(source, "*/", at);
      else if (character === "`") readTemplate();
      else if (character === '"' || character === "'") readString(character);
      else {
        at++;
        if (character === end && depth === 0) return;
        if (character === "{") depth++;
        if (character === "}") depth--;
      }
    }
  };
  readCode("");
  return literals;
}

const ended = (source: string, end: string, from: number): number => {
  const at = source.indexOf(end, from);
  return at < 0 ? source.length : at + end.length;
};

const VERB = /\b(?:select|insert into|update|delete from)\s/;
const NAMED = /\b(?:from|join|into|update|using)\s+(\w+|\$\{)/g;

/** Literals that are statements, or parts of some, which name one of the tables; what is filled in may be any of them. */
export const statementsOn = (source: string, tables: ReadonlySet<string>): readonly string[] =>
  literalsIn(source)
    .filter((text) => VERB.test(text))
    .filter((text) => [...text.matchAll(NAMED)].some(([, name = ""]) => name === "${" || tables.has(name)))
    .map((text) => text.replace(/\s+/g, " ").trim());

const FILLED_IN = /\$\{(\w+)/g;

/** Whether the statement says the word, or something that is filled into it: of the same source, or exported by another. */
export function says(statement: string, word: string, { source, others }: Sources): boolean {
  if (statement.includes(word)) return true;
  return [...statement.matchAll(FILLED_IN)].some(([, name = ""]) => {
    const declared = `(?:const|function) ${name}\\b[^]*?(?:;|\\n\\})\\n`;
    const made = [...source.matchAll(new RegExp(declared, "g"))];
    const exported =
      made.length > 0 ? [] : others.flatMap((text) => [...text.matchAll(new RegExp(`export ${declared}`, "g"))]);
    return [...made, ...exported].some(([text]) => text.includes(word));
  });
}

export type Sources = { readonly source: string; readonly others: readonly string[] };
