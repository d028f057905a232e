/**
 * Contacts as forms, notes and pages about one of them have them: a block for each, and on every line what it is, with a colon
 * or a tab behind it (`Email: ann@x.test`). A block begins with the label that the first one begins with, or below an empty line
 * with one that the block above has, too.
 */
import { hasHeaderWord } from "../tabular/sniffing/header-words.ts";

/** `line`: the physical line that the block begins on (1 = first). */
export type Block = { readonly line: number; readonly values: ReadonlyMap<string, string> };

/** An address is no label, of a page or of a person, nor is a time of day. */
const LABELLED = /^[ \t>*•-]{0,6}(\p{L}[^@:：\t\r\n]{0,59}?) {0,9}([:：](?!\/\/)|\t)(.*)$/u;
/** Lines between blocks. */
const RULE = /^[ \t]*[-=_*~]{3,}[ \t]*$/;
const BOLD = /\*\*/g;
const MOST_LABELS = 60;
/** Of the labels of a block, those that the first one has, too. */
const SHARED = 0.5;
/** Lines with a label for each one that goes on with what the line above says. */
const FOR_EACH_GOING_ON = 3;
/** Fewer lines parted by tabs are a table. */
const FEWEST_WITH_TABS = 3;

/** Null where the text is anything else. */
export function labelledBlocks(text: string): readonly Block[] | null {
  const reader = new BlockReader();
  const lines = text.replace(BOLD, "").split(/\r\n|\r|\n/);
  let isBelow = false;
  for (const [at, written] of lines.entries()) {
    const isBetween = written.trim() === "" || RULE.test(written);
    if (!isBetween && !reader.take(written, at + 1, isBelow)) return null;
    isBelow = isBetween;
  }
  return reader.areContacts ? reader.blocks : null;
}

class BlockReader {
  readonly blocks: { readonly line: number; readonly values: Map<string, string> }[] = [];
  #first = "";
  #last = "";
  #labelled = 0;
  #goingOn = 0;
  #hasTabs = false;

  /**
   * False where the line is none of a block.
   * @param isBelow an empty line stands above it
   */
  take(written: string, line: number, isBelow: boolean): boolean {
    const open = this.blocks.at(-1)?.values;
    const [, label = "", mark, value = ""] = LABELLED.exec(written) ?? [];
    if (label === "") {
      if (open === undefined || isBelow) return false;
      open.set(this.#last, `${open.get(this.#last)}\n${written.trim()}`);
      this.#goingOn++;
      return true;
    }
    if (mark === "\t" && value.trim().includes("\t")) return false; // cells of a table
    this.#hasTabs ||= mark === "\t";
    this.#labelled++;
    if (open === undefined) this.#first = label;
    if (open === undefined || label === this.#first || (isBelow && open.has(label))) {
      this.blocks.push({ line, values: new Map([[label, value.trim()]]) });
      this.#last = label;
      return true;
    }
    this.#last = numbered(label, open);
    open.set(this.#last, value.trim());
    return open.size <= MOST_LABELS;
  }

  /** The labels are words for columns, and the blocks are of one kind. */
  get areContacts(): boolean {
    const [first] = this.blocks;
    if (first === undefined || this.#labelled < this.#goingOn * FOR_EACH_GOING_ON) return false;
    const labels = [...new Set(this.blocks.flatMap(({ values }) => [...values.keys()]))];
    if (labels.length > MOST_LABELS || labels.filter(hasHeaderWord).length < 2) return false;
    if (this.#hasTabs && this.#isTable(labels)) return false;
    return this.blocks.every(({ values }) => {
      const shared = [...values.keys()].filter((label) => first.values.has(label)).length;
      return values.size > 1 && shared >= values.size * SHARED;
    });
  }

  /** Of two columns, whose names are on its first line. */
  #isTable(labels: readonly string[]): boolean {
    const value = this.blocks[0]?.values.get(this.#first) ?? "";
    return labels.length < FEWEST_WITH_TABS || !labels.every(hasHeaderWord) || hasHeaderWord(value);
  }
}

/** One that comes twice in a block is numbered, as in other files: `Phone`, `Phone 2`. */
function numbered(label: string, open: ReadonlyMap<string, string>): string {
  let name = label;
  for (let nth = 2; open.has(name); nth++) name = `${label} ${nth}`;
  return name;
}
