/** The few Markdown shapes that generated pages are made of. */

/** Said at the top of each page, so that nobody edits it by hand. */
export const generatedFrom = (source: string): string =>
  `<!-- Made by docs/generate.ts from ${source}. Change it there. -->`;

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A value as it is typed. */
export const code = (text: string): string => `\`${text}\``;

/** Prose that may hold `<`, which a page would take for HTML. */
export const prose = (text: string): string => text.replaceAll("<", "&lt;");

export const page = (blocks: readonly string[]): string => `${blocks.join("\n\n")}\n`;
