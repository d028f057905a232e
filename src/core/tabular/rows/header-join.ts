/** Makes one header of the first two rows of a file, where the dialect says that both belong to it. */
import type { Dialect } from "../dialect.ts";
import type { Row } from "./row.ts";
import { joinedNames } from "./second-header.ts";

export class HeaderJoin {
  readonly #how: Dialect["secondHeader"];
  #first: Row | null = null;
  #done: boolean;

  /** @param fromStart reading begins with the header */
  constructor(how: Dialect["secondHeader"], fromStart: boolean) {
    this.#how = how;
    this.#done = how === undefined || !fromStart;
  }

  /** The rows with the header as one; the header alone waits for the next rows, unless there are none. */
  settle(rows: readonly Row[], ended: boolean): readonly Row[] {
    if (this.#done) return rows;
    const [first, second, ...rest] = this.#first === null ? rows : [this.#first, ...rows];
    this.#first = first ?? null;
    if (!first || (!second && !ended)) return [];
    this.#done = true;
    if (!second) return [first];
    return [this.#how === "joined" ? { ...first, cells: joinedNames(first.cells, second.cells) } : first, ...rest];
  }
}
