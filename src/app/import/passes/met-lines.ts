/** Which line of an import was the first to meet a contact: four bytes a contact, in pieces, so that only met regions take memory. */
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import type { ImportRef, ImportStore } from "../../ports.ts";

const PIECE = 65_536;

export class MetLines {
  readonly #pieces = new Map<number, Uint32Array>();

  /** 0 = none. */
  lineOf(contact: number): number {
    return this.#pieces.get(Math.floor(contact / PIECE))?.[contact % PIECE] ?? 0;
  }

  add(contact: number, line: number): void {
    const number = Math.floor(contact / PIECE);
    let piece = this.#pieces.get(number);
    if (!piece) {
      piece = new Uint32Array(PIECE);
      this.#pieces.set(number, piece);
    }
    const known = piece[contact % PIECE] ?? 0;
    if (known === 0 || line < known) piece[contact % PIECE] = line;
  }

  /** As if no line had met it. */
  forget(contact: number): void {
    const piece = this.#pieces.get(Math.floor(contact / PIECE));
    if (piece) piece[contact % PIECE] = 0;
  }

  /** What a run that is resumed has met before: the ledger knows. */
  static async fromLedger(imports: ImportStore, ref: ImportRef, object: ObjectKind): Promise<MetLines> {
    const met = new MetLines();
    for await (const page of imports.metContacts(ref, object))
      for (const [contact, line] of page) met.add(contact, line);
    return met;
  }
}
