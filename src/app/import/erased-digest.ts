/**
 * The digest chain of a ledger in which lines were erased. The text of an erased line cannot be hashed again, so the block it was in
 * keeps two digests: the one that the receipt was made with, from which the chain goes on, and the one of what is left, by which all
 * other lines of the block are still checked.
 */
import type { LedgerLine } from "../../core/plan/outcome.ts";
import { DIGEST_LINES } from "../limits.ts";
import type { ErasedBlock } from "../ports/erasure-store.ts";
import { chained, lineText } from "./ledger-digest.ts";

export type DigestedBlock = { readonly block: number; readonly lastLine: number; readonly digest: string };

/** Walks a ledger from its first line. */
export class ErasedDigest {
  readonly #known: ReadonlyMap<number, ErasedBlock>;
  readonly #blocks: DigestedBlock[] = [];
  #erased: ErasedBlock[] = [];
  #chain = "";
  #texts: string[] = [];
  /** The same texts with those lines erased that are to be. */
  #left: string[] = [];
  #lastLine = 0;

  constructor(known: readonly ErasedBlock[]) {
    this.#known = new Map(known.map((block) => [block.block, block]));
  }

  /** @param left the line as it will be; unsaid, as it is */
  add(line: LedgerLine, left: LedgerLine = line): void {
    this.#texts.push(lineText(line));
    this.#left.push(left === line ? (this.#texts.at(-1) ?? "") : lineText(left));
    this.#lastLine = line.line;
    if (this.#texts.length === DIGEST_LINES) this.#endBlock();
  }

  /** Blocks in which something is erased now, since this was asked last. */
  takeErased(): readonly ErasedBlock[] {
    const taken = this.#erased;
    this.#erased = [];
    return taken;
  }

  /** `blocks`: digests as they were before anything was erased; `erased`: the blocks in which something is erased now. */
  end(): { readonly blocks: readonly DigestedBlock[]; readonly erased: readonly ErasedBlock[]; readonly root: string } {
    if (this.#texts.length > 0) this.#endBlock();
    return { blocks: this.#blocks, erased: this.#erased, root: this.#chain };
  }

  #endBlock(): void {
    const block = this.#blocks.length;
    const known = this.#known.get(block);
    const found = chained(this.#chain, this.#texts);
    const isAsKnown = known === undefined || known.now === found;
    const was = known !== undefined && isAsKnown ? known.was : found;
    if (this.#texts.some((text, at) => text !== this.#left[at])) {
      // What differed before goes on differing: erasing does not put it right.
      const now = isAsKnown ? chained(this.#chain, this.#left) : "";
      this.#erased.push({ block, was: known?.was ?? was, now });
    }
    this.#blocks.push({ block, lastLine: this.#lastLine, digest: was });
    this.#chain = was;
    this.#texts = [];
    this.#left = [];
  }
}
