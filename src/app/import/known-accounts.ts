/** The accounts that a batch of contacts may be about: those its rows name, and those its contacts belong to already. */
import { ACCOUNT_KEY_TEXT, ACCOUNT_PART_OF, type AccountKeyName } from "../../core/account/account-keys.ts";
import type { KnownAccounts } from "../../core/account/account-planner.ts";
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

/** Null where the import has nothing to do with accounts. */
export async function knownAccounts(
  reader: Pick<BatchReader, "findAccounts" | "loadAccounts" | "nextAccount">,
  { shape, plan }: CompiledImport,
  asked: Asked,
): Promise<KnownAccounts | null> {
  if (!concernsAccounts(shape, plan.policy)) return null;
  const numbers = new Set<number>(linksIn(shape, asked));
  for (const key of Object.keys(ACCOUNT_PART_OF) as AccountKeyName[]) {
    const hashes = plan.policy.accountMatch.includes(key) ? hashesOf(key, shape, asked.drafts) : [];
    if (hashes.length === 0) continue;
    for (const number of await reader.findAccounts(key, Float64Array.from(hashes))) numbers.add(number);
  }
  return { accounts: await reader.loadAccounts([...numbers]), next: await reader.nextAccount() };
}

function hashesOf(key: AccountKeyName, shape: ImportShape, drafts: DraftBatch): readonly number[] {
  const cells = new Set(drafts.values[shape.index.get(ACCOUNT_PART_OF[key]) ?? -1] ?? []);
  const hashes = new Set<number>();
  for (const cell of cells) {
    const text = cell === BLANK || cell === CLEAR ? BLANK : ACCOUNT_KEY_TEXT[key](cell);
    if (text !== BLANK) hashes.add(keyHash(text));
  }
  return [...hashes];
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
