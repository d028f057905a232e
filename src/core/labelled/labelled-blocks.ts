/**
 * Contacts as forms, signatures and notes have them: a block for each, and on every line what it is and a colon (`Email: ann@x.test`).
 * Blocks stand below an empty line, or begin with the label that the first one begins with.
 */
import { hasHeaderWord } from "../tabular/sniffing/header-words.ts";

/** `line`: the physical line that the block begins on (1 = first). */
export type Block = { readonly line: number; readonly values: ReadonlyMap<string, string> };

type Line = { readonly text: string; readonly line: number };
type Labelled = { readonly label: string; readonly value: string; readonly line: number };

/** An address of a page is none, nor is a time of day. */
const LABELLED = /^[ \t>*•-]{0,6}(\p{L}[^:：\r\n]{0,59}?)[ \t]*[:：](?!\/\/)(.*)$/u;
/** Lines between blocks. */
const RULE = /^[ \t]*[-=_*~]{3,}[ \t]*$/;
const MOST_LABELS = 60;
/** Labels of a block that the first one has, too. */
const SHARED = 0.5;

/** Null where the text is anything else. */
export function labelledBlocks(text: string): readonly Block[] | null {
  const parts = partsOf(text);
  const read = parts.map((lines) => lines.map(labelledLine));
  if (read.some((lines) => lines.includes(null))) return null;
  const blocks = (read as Labelled[][]).flatMap(parted).map(asBlock);
  return areContacts(blocks) ? blocks : null;
}

/** Runs of lines without a blank one between them. */
function partsOf(text: string): readonly (readonly Line[])[] {
  const parts: Line[][] = [];
  let open = false;
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const isBetween = line.trim() === "" || RULE.test(line);
    if (isBetween) open = false;
    else if (open) parts.at(-1)?.push({ text: line, line: at + 1 });
    else parts.push([{ text: line, line: at + 1 }]);
    if (!isBetween) open = true;
  }
  return parts;
}

function labelledLine({ text, line }: Line): Labelled | null {
  const [, label = "", value = ""] = LABELLED.exec(text) ?? [];
  return label === "" ? null : { label: label.trim(), value: value.trim(), line };
}

/** Where its first label comes again, another block begins. */
function parted(lines: readonly Labelled[]): readonly (readonly Labelled[])[] {
  const blocks: Labelled[][] = [];
  for (const line of lines) {
    if (blocks.length === 0 || line.label === lines[0]?.label) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  return blocks;
}

/** A label that comes twice in a block is numbered, as in other files: `Phone`, `Phone 2`. */
function asBlock(lines: readonly Labelled[]): Block {
  const values = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const { label, value } of lines) {
    const nth = (seen.get(label) ?? 0) + 1;
    seen.set(label, nth);
    values.set(nth === 1 ? label : `${label} ${nth}`, value);
  }
  return { line: lines[0]?.line ?? 1, values };
}

/** Several labels are words for columns, and the blocks are of one kind. */
function areContacts(blocks: readonly Block[]): boolean {
  const [first] = blocks;
  const labels = new Set(blocks.flatMap(({ values }) => [...values.keys()]));
  if (first === undefined || labels.size > MOST_LABELS || [...labels].filter(hasHeaderWord).length < 2) return false;
  return blocks.every(({ values }) => {
    const shared = [...values.keys()].filter((label) => first.values.has(label)).length;
    return values.size > 1 && shared >= values.size * SHARED;
  });
}
