/** The identity keys that a batch adds and takes away. */
import { KEY_KIND, type KeyKind, keyHash } from "../match/key-hash.ts";
import type { heldKeys } from "../match/match-keys.ts";
import { addKey, addKeyChanges, emptyKeys } from "./batch-plan.ts";
import { BLANK, type DraftBatch } from "./draft.ts";

export class PlannedKeys {
  readonly added = emptyKeys();
  readonly removed = emptyKeys();
  readonly #keysOf: ReturnType<typeof heldKeys>;

  constructor(keysOf: ReturnType<typeof heldKeys>) {
    this.#keysOf = keysOf;
  }

  /** The row's own hashes, taken while it was read, are the new contact's keys. @param account of the contact; `""` = none */
  addRow(
    { keys }: DraftBatch,
    row: number,
    { contact, account }: { readonly contact: number; readonly account: string },
  ): void {
    const end = keys.starts[row + 1] ?? 0;
    for (let at = keys.starts[row] ?? 0; at < end; at++) {
      addKey(this.added, keys.tags[at] as KeyKind, keys.hashes[at] ?? 0, contact);
    }
    if (account !== BLANK) addKey(this.added, KEY_KIND.of_account, keyHash(account), contact);
  }

  addContact(contact: number, values: readonly string[]): void {
    for (const { kind, text } of this.#keysOf((slot) => values[slot] ?? BLANK)) {
      addKey(this.added, kind, keyHash(text), contact);
    }
  }

  change(contact: number, before: readonly string[], after: readonly string[]): void {
    const keysOf = (values: readonly string[]) => this.#keysOf((slot) => values[slot] ?? BLANK);
    addKeyChanges(contact, { before: keysOf(before), after: keysOf(after) }, this);
  }
}
