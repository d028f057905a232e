/** The accounts that a batch of contacts may be about: those its rows name, and those its contacts belong to already. */
import { ACCOUNT_KEY_TEXT, ACCOUNT_PART_OF, type AccountKeyName } from "../../core/account/account-keys.ts";
import type { KnownAccounts } from "../../core/account/account-planner.ts";
import type { Account } from "../../core/account/find-account.ts";
import { keyHash } from "../../core/match/key-hash.ts";
import { BLANK, CLEAR, type DraftBatch } from "../../core/plan/draft.ts";
import type { FileContact } from "../../core/plan/file-duplicates.ts";
import { concernsAccounts } from "../../core/plan/row-account.ts";
import { ACCOUNT_LINK, type ImportShape } from "../../core/plan/shape.ts";
import type { BatchReader, LoadedContact } from "../ports.ts";
import type { CompiledImport } from "./compile-import.ts";

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
  const keys = (Object.keys(ACCOUNT_PART_OF) as AccountKeyName[]).filter((key) => policy.accountMatch.includes(key));
  const texts = Object.fromEntries(keys.map((key) => [key, keyTexts(key, shape, asked)]));
  const linked = new Set(linksIn(shape, asked));
  const byId = await reader.loadAccounts([...linked, ...(await found(reader, "external_id", texts.external_id ?? []))]);
  const known = new Set(byId.map(({ id }) => id));
  // What a row's id has found needs no other key: it is asked for only where the account's own name is another one.
  const names = unsettled(texts.name ?? [], texts.external_id ?? [], byId);
  const domains = (texts.domain ?? []).filter((_, row) => !texts.name?.[row] && !texts.external_id?.[row]);
  const others = [...(await found(reader, "name", names)), ...(await found(reader, "domain", domains))];
  const rest = await reader.loadAccounts(others.filter((number) => !known.has(number)));
  return { accounts: [...byId, ...rest], next: await reader.nextAccount() };
}

/** The texts by which accounts are recognised, of each row and of what lines before have said of its contact; `""` = nothing is said. */
function keyTexts(key: AccountKeyName, shape: ImportShape, { drafts, fileContacts }: Asked): readonly string[] {
  const slot = shape.index.get(ACCOUNT_PART_OF[key]) ?? -1;
  const earlier = [...new Set(fileContacts.values())].map(({ said }) => said[slot] ?? BLANK);
  const rows = drafts.values[slot] ?? new Array<string>(drafts.count).fill(BLANK);
  return [...rows, ...earlier].map((cell) => (cell === BLANK || cell === CLEAR ? BLANK : ACCOUNT_KEY_TEXT[key](cell)));
}

async function found(reader: Reader, key: AccountKeyName, texts: readonly string[]): Promise<readonly number[]> {
  const hashes = new Set<number>();
  for (const text of texts) if (text !== BLANK) hashes.add(keyHash(text));
  return hashes.size === 0 ? [] : reader.findAccounts(key, Float64Array.from(hashes));
}

/** Names of rows whose id no account of this name has. */
function unsettled(names: readonly string[], ids: readonly string[], accounts: readonly Account[]): readonly string[] {
  const namesOf = new Map<string, string[]>();
  for (const { external_id, name } of accounts) {
    if (external_id === "" || name === "") continue;
    const [id, text] = [ACCOUNT_KEY_TEXT.external_id(external_id), ACCOUNT_KEY_TEXT.name(name)];
    const known = namesOf.get(id);
    if (known === undefined) namesOf.set(id, [text]);
    else known.push(text);
  }
  return names.filter((name, row) => !namesOf.get(ids[row] ?? BLANK)?.includes(name));
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
