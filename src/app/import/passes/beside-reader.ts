/**
 * What a batch would find once the one before it is written, asked while that one is being written: the database's answers, and
 * what the batch before it adds to them. Where that cannot be told without the database, it says so and nothing is answered.
 */
import { ACCOUNT_KEY_TEXT, type AccountKeyName } from "../../../core/account/account-keys.ts";
import type { Account } from "../../../core/account/find-account.ts";
import { type KeyKind, keyHash } from "../../../core/match/key-hash.ts";
import type { BatchPlan } from "../../../core/plan/batch-plan.ts";
import type { DuplicateLine, FileContact } from "../../../core/plan/file-duplicates.ts";
import type { ImportShape } from "../../../core/plan/shape.ts";
import type { BatchReader, KeyHits, LoadedContact, PlannedLine } from "../../ports.ts";

/** The batch has to be planned once the one before it is written. */
class NotBeside extends Error {}

export class BesideReader implements BatchReader {
  readonly #database: BatchReader;
  readonly #before: BatchPlan;
  readonly #changed: ReadonlySet<number>;
  readonly #leads: ReadonlySet<number>;

  /** @param before is written, or will be: `database` may answer with or without it. Of contacts alone. */
  constructor(database: BatchReader, before: BatchPlan) {
    this.#database = database;
    this.#before = before;
    this.#changed = new Set(before.updates.map(({ id }) => id));
    this.#leads = new Set(before.fileContacts.map(({ lead }) => lead));
  }

  /** Keys are found as they were before the run: no batch of it changes an answer. */
  async findByKeys(kind: KeyKind, hashes: Float64Array): Promise<KeyHits> {
    return this.#database.findByKeys(kind, hashes);
  }

  /** Keys that the batch before adds are of contacts that this import has made: they are passed over. */
  async hasKeys(kind: KeyKind): Promise<boolean> {
    return this.#database.hasKeys(kind);
  }

  async loadContacts(numbers: readonly number[], shape: ImportShape): Promise<ReadonlyMap<number, LoadedContact>> {
    if (numbers.some((number) => this.#changed.has(number))) throw new NotBeside();
    return this.#database.loadContacts(numbers, shape);
  }

  async fileContacts(keys: readonly string[]): Promise<ReadonlyMap<string, FileContact>> {
    const wanted = new Set(keys);
    if (this.#before.fileContacts.some((contact) => contact.keys.some((key) => wanted.has(key)))) throw new NotBeside();
    const found = await this.#database.fileContacts(keys);
    if (found.values().some(({ lead }) => this.#leads.has(lead))) throw new NotBeside();
    return found;
  }

  async nextNumber(): Promise<number> {
    const last = this.#before.inserts.at(-1);
    return last === undefined ? this.#database.nextNumber() : last.id + 1;
  }

  async findAccounts(key: AccountKeyName, hashes: Float64Array): Promise<readonly number[]> {
    const wanted = new Set(hashes);
    const added = this.#before.accounts.accounts.filter(({ hasNewKeys, [key]: value }) => {
      const text = hasNewKeys && value !== "" ? ACCOUNT_KEY_TEXT[key](value) : "";
      return text !== "" && wanted.has(keyHash(text));
    });
    return [...new Set([...(await this.#database.findAccounts(key, hashes)), ...added.map(({ id }) => id)])];
  }

  async loadAccounts(numbers: readonly number[]): Promise<readonly Account[]> {
    const wanted = new Set(numbers);
    const written = this.#before.accounts.accounts.filter(({ id }) => wanted.has(id));
    for (const { id } of written) wanted.delete(id);
    const others = await this.#database.loadAccounts([...wanted]);
    return [...others, ...written].sort((a, b) => a.id - b.id);
  }

  async nextAccount(): Promise<number> {
    const made = this.#before.accounts.accounts.filter(({ isNew }) => isNew).map(({ id }) => id);
    return made.length === 0 ? this.#database.nextAccount() : Math.max(...made) + 1;
  }

  async contactsOfLines(importNumber: number, fromLine: number, toLine: number): Promise<ReadonlyMap<number, number>> {
    return this.#database.contactsOfLines(importNumber, fromLine, toLine);
  }

  async plannedLines(fromLine: number, toLine: number): Promise<ReadonlyMap<number, PlannedLine>> {
    return this.#database.plannedLines(fromLine, toLine);
  }

  async duplicateLines(fromLine: number, toLine: number): Promise<ReadonlyMap<number, DuplicateLine>> {
    return this.#database.duplicateLines(fromLine, toLine);
  }

  async profiles(urls: readonly string[]): ReturnType<BatchReader["profiles"]> {
    return this.#database.profiles(urls);
  }

  async hasAny(): Promise<never> {
    throw new NotBeside();
  }

  async knownTags(): Promise<never> {
    throw new NotBeside();
  }

  async followersOf(): Promise<never> {
    throw new NotBeside();
  }

  async pipelines(): Promise<never> {
    throw new NotBeside();
  }

  async nextPipeline(): Promise<never> {
    throw new NotBeside();
  }

  about(): never {
    throw new NotBeside();
  }
}
