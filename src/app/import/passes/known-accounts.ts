/** The accounts that a batch of contacts may be about: those its rows name, and those its contacts belong to already. */
import { ACCOUNT_KEY_TEXT, ACCOUNT_PART_OF, type AccountKeyName } from "../../../core/account/account-keys.ts";
import type { KnownAccounts } from "../../../core/account/account-planner.ts";
import type { Account } from "../../../core/account/find-account.ts";
import { keyHash } from "../../../core/match/key-hash.ts";
import { BLANK, CLEAR, type DraftBatch } from "../../../core/plan/draft.ts";
import type { FileContact } from "../../../core/plan/file-duplicates.ts";
import { concernsAccounts } from "../../../core/plan/row-account.ts";
import { ACCOUNT_LINK, type ImportShape } from "../../../core/plan/shape.ts";
import type { BatchReader, LoadedContact } from "../../ports.ts";
import type { CompiledImport } from "../compile-import.ts";

type Asked = {
  readonly drafts: DraftBatch;
  readonly contacts: ReadonlyMap<number, LoadedContact>;
  readonly fileContacts: ReadonlyMap<string, FileContact>;
};

type Reader = Pick<BatchReader, "findAccounts" | "loadAccounts" | "nextAccount">;

/** Null where the import has nothing to do with accounts. */
export async function knownAccounts(
  reader: Reader,
  { shape, plan }: CompiledImport,
  asked: Asked,
): Promise<KnownAccounts | null> {
  const { policy } = plan;
  if (!concernsAccounts(shape, policy)) return null;
  const saidOf = (key: AccountKeyName): readonly string[] =>
    policy.accountMatch.includes(key) ? cellsOf(key, shape, asked) : [];
  const [ids, names, domains] = [saidOf("external_id"), saidOf("name"), saidOf("domain")];
  const linked = new Set(linksIn(shape, asked));
  const byId = await reader.loadAccounts([...linked, ...(await found(reader, "external_id", ids))]);
  const known = new Set(byId.map(({ id }) => id));
  // What a row's id has found needs no other key: it is asked for only where the account's own name is another one.
  const others = [
    ...(await found(reader, "name", unsettled(names, ids, byId))),
    ...(await found(
      reader,
      "domain",
      domains.filter((_, row) => !textOf("name", names[row]) && !textOf("external_id", ids[row])),
    )),
  ];
  const rest = await reader.loadAccounts(others.filter((number) => !known.has(number)));
  return { accounts: [...byId, ...rest], next: await reader.nextAccount() };
}

/** What each row, and what lines before have said of its contact, says of one part of its account; `""` = nothing. */
function cellsOf(key: AccountKeyName, shape: ImportShape, { drafts, fileContacts }: Asked): readonly string[] {
  const slot = shape.index.get(ACCOUNT_PART_OF[key]) ?? -1;
  const rows = drafts.values[slot] ?? new Array<string>(drafts.count).fill(BLANK);
  if (fileContacts.size === 0) return rows;
  return [...rows, ...[...new Set(fileContacts.values())].map(({ said }) => said[slot] ?? BLANK)];
}

/** The text by which an account is recognised; `""` = nothing that it could be. */
const textOf = (key: AccountKeyName, cell = BLANK): string =>
  cell === BLANK || cell === CLEAR ? BLANK : ACCOUNT_KEY_TEXT[key](cell);

async function found(reader: Reader, key: AccountKeyName, cells: readonly string[]): Promise<readonly number[]> {
  const hashes = new Set<number>();
  // Rows that stand together often say the same.
  for (const cell of new Set(cells)) {
    const text = textOf(key, cell);
    if (text !== BLANK) hashes.add(keyHash(text));
  }
  return hashes.size === 0 ? [] : reader.findAccounts(key, Float64Array.from(hashes));
}

/** Names of rows whose id no account of this name has. */
function unsettled(names: readonly string[], ids: readonly string[], accounts: readonly Account[]): readonly string[] {
  if (ids.every((id) => id === BLANK)) return names;
  const byId = Map.groupBy(accounts, ({ external_id }) => textOf("external_id", external_id));
  const isOf = (name: string, account: Account): boolean =>
    account.name === name || textOf("name", account.name) === textOf("name", name);
  return names.filter((name, row) => {
    const id = textOf("external_id", ids[row]);
    return id === BLANK || byId.get(id)?.some((account) => isOf(name, account)) !== true;
  });
}

function* linksIn(shape: ImportShape, { contacts, fileContacts }: Asked): Generator<number> {
  const link = shape.index.get(ACCOUNT_LINK) ?? -1;
  for (const { values } of contacts.values()) {
    const account = values[link] ?? BLANK;
    if (account !== BLANK) yield Number(account);
  }
  for (const { current } of fileContacts.values()) {
    const account = current[link] ?? BLANK;
    if (account !== BLANK) yield Number(account);
  }
}
