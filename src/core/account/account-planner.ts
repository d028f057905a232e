/**
 * The accounts of a batch of contacts, line by line in file order: found or made, told what they did not know yet, and given
 * their main contact. What earlier lines of the batch have done counts for the later ones.
 */

import { ACCOUNT_LINK } from "../plan/shape.ts";
import type { SideChange } from "../plan/side-change.ts";
import type { AccountMatchKey } from "../policy/policy.ts";
import { ACCOUNT_KEY_TEXT, type AccountKeyName } from "./account-keys.ts";
import type { AccountPlan } from "./account-plan.ts";
import { type Account, type AccountTexts, type FoundAccount, findAccount } from "./find-account.ts";

export type KnownAccounts = {
  /** Those that lines of the batch name, and those that contacts of the batch belong to. */
  readonly accounts: readonly Account[];
  /** First number free for a new account. */
  readonly next: number;
};

const NO_TEXTS: AccountTexts = { external_id: "", name: "", domain: "" };
const NOBODY: readonly number[] = [];
const KEY_NAMES: readonly AccountKeyName[] = ["external_id", "name", "domain"];

export class AccountPlanner {
  readonly #keys: readonly AccountMatchKey[];
  readonly #accounts = new Map<number, Account>();
  /** By key, of those that were asked for, and its text: numbers of those that hold it. What an account is called stays its name. */
  readonly #holders = new Map<AccountKeyName, Map<string, number[]>>();
  /** Lines without an id often name an account that others have named: by their texts, until a line changes an account. */
  readonly #found = new Map<string, FoundAccount>();
  readonly #changed = new Set<number>();
  /** Those whose keys the index does not have. */
  readonly #keyed = new Set<number>();
  readonly #firstNew: number;
  readonly #changes: SideChange[] = [];
  #next: number;

  constructor(keys: readonly AccountMatchKey[], { accounts, next }: KnownAccounts) {
    this.#keys = keys;
    this.#next = next;
    this.#firstNew = next;
    for (const account of accounts) this.#accounts.set(account.id, account);
  }

  find(said: AccountTexts): FoundAccount {
    const { external_id, name, domain } = said;
    if (external_id !== "") return findAccount(said, this.#keys, this.#holding);
    const texts = domain === "" ? name : `${name}\0${domain}`;
    const known = this.#found.get(texts);
    if (known !== undefined) return known;
    const found = findAccount(said, this.#keys, this.#holding);
    this.#found.set(texts, found);
    return found;
  }

  #holding = (key: AccountKeyName, text: string): readonly Account[] => {
    const accounts: Account[] = [];
    for (const id of this.#holdersOf(key).get(text) ?? NOBODY) {
      const account = this.#accounts.get(id);
      if (account !== undefined) accounts.push(account);
    }
    // In the order in which they were made, whether an earlier line of the batch or of another one has told them the key.
    return accounts.length > 1 ? accounts.sort((first, second) => first.id - second.id) : accounts;
  };

  /** The account that was found, or a new one, told what the line knows of it and it does not. Answers its number. */
  use(found: Extract<FoundAccount, { kind: "found" | "new" }>, said: AccountTexts, line: number): number {
    if (found.kind === "new") {
      const id = this.#next++;
      this.#keyed.add(id);
      this.#note({ ...said, id, mainContact: null }, { line, changes: null });
      return id;
    }
    const { account } = found;
    for (const key of KEY_NAMES) if (isNews(key, said, account)) return this.#learn(account, said, line);
    return account.id;
  }

  #learn(account: Account, said: AccountTexts, line: number): number {
    const learnt = KEY_NAMES.filter((key) => isNews(key, said, account));
    this.#keyed.add(account.id);
    const changes = Object.fromEntries(learnt.map((key) => [key, [null, said[key]] as const]));
    this.#note({ ...account, ...Object.fromEntries(learnt.map((key) => [key, said[key]])) }, { line, changes });
    return account.id;
  }

  /** A contact has moved from one account to another; `""` = none. */
  noteMove(contact: number, [before, after]: readonly [string, string], line: number): void {
    this.#changes.push({
      line,
      object: "contact",
      number: contact,
      changes: { [ACCOUNT_LINK]: [before || null, after || null] },
    });
  }

  /** Null where it has one, or is not among those of the batch. */
  without(key: "external_id" | "name", account: number): Account | null {
    const known = this.#accounts.get(account);
    return known?.[key] === "" ? known : null;
  }

  textsOf(account: number): AccountTexts {
    return this.#accounts.get(account) ?? NO_TEXTS;
  }

  /** As people know it. */
  nameOf(account: number): string {
    const { name, domain, external_id } = this.textsOf(account);
    return name || domain || external_id;
  }

  mainContactOf(account: number): number | null {
    return this.#accounts.get(account)?.mainContact ?? null;
  }

  /** @param contact null = the account has none any more */
  setMainContact(account: number, contact: number | null, line: number): void {
    const known = this.#accounts.get(account);
    if (!known || known.mainContact === contact) return;
    const changes = { main_contact: [textOf(known.mainContact), textOf(contact)] as const };
    this.#note({ ...known, mainContact: contact }, { line, changes });
  }

  plan(): AccountPlan {
    const accounts = [...this.#changed].flatMap((id) => {
      const account = this.#accounts.get(id);
      return account ? [{ ...account, isNew: id >= this.#firstNew, hasNewKeys: this.#keyed.has(id) }] : [];
    });
    return { accounts, changes: this.#changes };
  }

  #note(account: Account, { line, changes }: Pick<SideChange, "line" | "changes">): void {
    this.#found.clear();
    this.#changed.add(account.id);
    this.#keep(account);
    const at = this.#changeOf(account.id, line);
    const same = this.#changes[at];
    if (same === undefined) this.#changes.push({ line, object: "account", number: account.id, changes });
    // What a new account is told by the line that made it is no change of it.
    else if (same.changes !== null) this.#changes[at] = { ...same, changes: { ...same.changes, ...changes } };
  }

  /** Where the line's change of the account stands; -1 = nowhere. Changes of the present line are the last ones. */
  #changeOf(account: number, line: number): number {
    for (let at = this.#changes.length - 1; at >= 0; at--) {
      const change = this.#changes[at];
      if (change?.line !== line) return -1;
      if (change.object === "account" && change.number === account) return at;
    }
    return -1;
  }

  #keep(account: Account): void {
    this.#accounts.set(account.id, account);
    for (const [key, holders] of this.#holders) addHolder(holders, key, account);
  }

  #holdersOf(key: AccountKeyName): ReadonlyMap<string, readonly number[]> {
    const known = this.#holders.get(key);
    if (known !== undefined) return known;
    const holders = new Map<string, number[]>();
    for (const account of this.#accounts.values()) addHolder(holders, key, account);
    this.#holders.set(key, holders);
    return holders;
  }
}

function addHolder(holders: Map<string, number[]>, key: AccountKeyName, account: Account): void {
  const text = account[key] === "" ? "" : ACCOUNT_KEY_TEXT[key](account[key]);
  if (text === "") return;
  const others = holders.get(text);
  if (others === undefined) holders.set(text, [account.id]);
  else if (!others.includes(account.id)) others.push(account.id);
}

const isNews = (key: AccountKeyName, said: AccountTexts, account: Account): boolean =>
  account[key] === "" && said[key] !== "";

const textOf = (contact: number | null): string | null => (contact === null ? null : String(contact));
