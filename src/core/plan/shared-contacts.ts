/** The contacts that several lines of the file are, as its lines so far have left them. */
import type { MatchKeySpec } from "../match/match-keys.ts";
import type { ValueAt } from "../match/object-keys.ts";
import { BLANK, CLEAR } from "./draft.ts";
import { type DuplicateKey, type FileContact, fileKey } from "./file-duplicates.ts";

export class SharedContacts {
  readonly #byKey: Map<string, FileContact>;
  readonly #changed = new Map<number, FileContact>();
  readonly #matchKeys: readonly MatchKeySpec[];

  /** @param known by file key, as earlier batches left them */
  constructor(known: ReadonlyMap<string, FileContact>, matchKeys: readonly MatchKeySpec[]) {
    this.#byKey = new Map(known);
    this.#matchKeys = matchKeys;
  }

  /** Those that a row with these keys is: more than one where its keys lead to different ones. */
  of(keys: readonly DuplicateKey[], row: ValueAt): readonly FileContact[] {
    const found = new Map<number, FileContact>();
    for (const key of keys) {
      const known = this.#byKey.get(fileKey(key));
      if (known && this.#sharesText(row, key.match, known)) found.set(known.lead, known);
    }
    return [...found.values()];
  }

  remember(contact: FileContact): void {
    const [first = ""] = contact.keys;
    const { said, current, keys } = this.#byKey.get(first) ?? {};
    // Most lines of a contact say what the first one said.
    if (said === contact.said && current === contact.current && keys === contact.keys) return;
    for (const key of contact.keys) this.#byKey.set(key, contact);
    this.#changed.set(contact.lead, contact);
  }

  get changed(): readonly FileContact[] {
    return [...this.#changed.values()];
  }

  /** The scan knows hashes only: the line has a text of the key that the file has said of the contact. */
  #sharesText(row: ValueAt, match: number, { said }: FileContact): boolean {
    const texts = this.#matchKeys[match]?.fileTexts;
    if (!texts) return false;
    const ours = texts((slot) => {
      const value = row(slot);
      return value === CLEAR ? BLANK : value;
    });
    const theirs = texts((slot) => said[slot] ?? BLANK);
    return ours.some((text) => theirs.includes(text));
  }
}
