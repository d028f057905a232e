/** The contacts that a program has already, held in memory so that rows can be matched against them. */
import type { CompiledImport } from "../app/import/compile-import.ts";
import type { KeyHits, LoadedContact } from "../app/ports.ts";
import { valueReader } from "../core/contact/value-reader.ts";
import { type KeyKind, keyHash } from "../core/match/key-hash.ts";
import { heldKeys } from "../core/match/match-keys.ts";
import { BLANK } from "../core/plan/draft.ts";

export type KnownContact = {
  /** Your own id: it comes back with what is to be done, and a column mapped to `id` is compared with it. */
  readonly id: string;
  /** Field key -> value. Values are normalised as those of a file are; one that cannot be read is kept as it is. */
  readonly values: Readonly<Record<string, string>>;
};

export class KnownContacts {
  readonly #contacts: readonly KnownContact[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #loaded: readonly LoadedContact[];
  readonly #byKey = new Map<KeyKind, Map<number, number[]>>();

  constructor(contacts: readonly KnownContact[], compiled: CompiledImport) {
    this.#contacts = contacts;
    this.#numbers = new Map(contacts.map(({ id }, at) => [id, at + 1]));
    const { shape, drafts, plan } = compiled;
    const readers = shape.slots.map(({ key }) => {
      const field = shape.fields.get(key);
      return field === undefined ? null : valueReader(field, drafts.valuesOf(-1));
    });
    const normalised = (slot: number, raw: string): string => {
      const value = raw === BLANK ? BLANK : (readers[slot]?.(raw) ?? raw);
      return typeof value === "string" ? value : raw;
    };
    this.#loaded = contacts.map(({ values }, at) => ({
      id: at + 1,
      createdBy: 0,
      values: shape.slots.map(({ key }, slot) => normalised(slot, values[key] ?? BLANK)),
    }));
    const keysOf = heldKeys(shape, plan.indexed);
    for (const { id, values } of this.#loaded) {
      for (const { kind, text } of keysOf((slot) => values[slot] ?? BLANK)) this.#index(kind, keyHash(text), id);
    }
  }

  get count(): number {
    return this.#contacts.length;
  }

  /** Null where no contact has the id. */
  numberOf(id: string): number | null {
    return this.#numbers.get(id) ?? null;
  }

  idOf(number: number): string | null {
    return this.#contacts[number - 1]?.id ?? null;
  }

  async hasKeys(kind: KeyKind): Promise<boolean> {
    return this.#byKey.has(kind);
  }

  async findByKeys(kind: KeyKind, hashes: Float64Array): Promise<KeyHits> {
    const held = this.#byKey.get(kind);
    const hits = [...new Set(hashes)].flatMap((hash) => (held?.get(hash) ?? []).map((contact) => ({ hash, contact })));
    return {
      hashes: Float64Array.from(hits, ({ hash }) => hash),
      contacts: Float64Array.from(hits, ({ contact }) => contact),
    };
  }

  async loadContacts(numbers: readonly number[]): Promise<ReadonlyMap<number, LoadedContact>> {
    return new Map(numbers.flatMap((number) => this.#loaded[number - 1] ?? []).map((contact) => [contact.id, contact]));
  }

  #index(kind: KeyKind, hash: number, contact: number): void {
    const held = this.#byKey.get(kind) ?? new Map<number, number[]>();
    this.#byKey.set(kind, held);
    const contacts = held.get(hash);
    if (contacts === undefined) held.set(hash, [contact]);
    else if (!contacts.includes(contact)) contacts.push(contact);
  }
}
