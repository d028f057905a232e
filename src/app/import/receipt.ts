/**
 * An import's receipt as a document that can be kept elsewhere, and the comparison of a workspace with one. It answers whether
 * the workspace still tells the same story: the file, how it was read and mapped, under which policy, and every line's outcome.
 * Contacts are no part of it: they live on.
 */
import { createHash } from "node:crypto";
import { addToTally, EMPTY_TALLY, linesIn, type OutcomeCounts } from "../../core/plan/outcome.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { ledgerPages } from "../export/error-lines.ts";
import type { ImportRecord, Ports, Workspace } from "../ports.ts";
import { StoreFault } from "../store-fault.ts";
import { findImport } from "../view/find-by-id.ts";
import { ErasedDigest } from "./erased-digest.ts";
import type { ImportSettings } from "./import-settings.ts";
import { receiptDigest, receiptOf, receiptParts } from "./ledger-digest.ts";

/** A block of the ledger's digest chain, with the last line in it. */
type LedgerBlock = { readonly lastLine: number; readonly digest: string };

export type Receipt = {
  readonly version: 1;
  readonly receipt: string;
  readonly import: string;
  readonly workspace: string;
  readonly file: { readonly name: string; readonly digest: string };
  readonly dialect: ImportSettings["dialect"];
  readonly mapping: readonly unknown[];
  /** What fills fields where rows say nothing, and the digest of corrected cells, where there are any. */
  readonly given: readonly unknown[];
  readonly policy: ImportSettings["policy"];
  readonly ledger: {
    readonly root: string;
    readonly lines: number;
    readonly outcomes: OutcomeCounts;
    /** One for each 1,000 lines: they say where a ledger differs. */
    readonly blocks: readonly LedgerBlock[];
  };
};

/** Only an import that is done has one: what else may still come is not known. */
export async function makeReceipt(ports: Ports, workspace: Workspace, record: ImportRecord): Promise<Result<Receipt>> {
  if (record.receipt === null) {
    return refuseWith(
      "import_state_invalid",
      `${record.id} is ${record.state}: an import has a receipt once it is done.`,
    );
  }
  const [digest, dialect, mapping, ...more] = receiptParts(record.settings);
  return accept({
    version: 1,
    receipt: record.receipt,
    import: record.id,
    workspace: workspace.slug,
    file: { name: record.settings.source.name, digest },
    dialect,
    mapping,
    given: more.slice(0, -1),
    policy: record.settings.policy,
    ledger: await ledgerOf(ports, record),
  });
}

/** Enough to compare by: whatever else differs is found by comparing. */
export function isReceipt(value: unknown): value is Receipt {
  const { version, receipt, import: id, file, ledger, mapping, given } = Object(value) as Partial<Receipt>;
  const isText = (text: unknown): boolean => typeof text === "string";
  return (
    version === 1 &&
    [receipt, id, file?.digest, ledger?.root].every(isText) &&
    [mapping, given, ledger?.blocks].every(Array.isArray) &&
    typeof ledger?.lines === "number" &&
    (ledger.blocks as readonly unknown[]).every((block) => typeof block === "object" && block !== null)
  );
}

/** `what`: the part of the receipt; `says`: one sentence that can be shown as it is. */
type Difference = {
  readonly what: "receipt" | "file" | "dialect" | "mapping" | "given" | "policy" | "ledger";
  readonly says: string;
};

export type Verified = {
  /** Empty where the workspace says what the receipt says. */
  readonly differences: readonly Difference[];
  /** Lines whose people were erased since: their outcomes still count, and what they said cannot be checked any more. */
  readonly erasedLines: readonly number[];
  /** What is gone because it was meant to go, in sentences. */
  readonly notes: readonly string[];
};

/** Refused where the workspace does not know the import. */
export async function verifyReceipt(ports: Ports, workspace: Workspace, receipt: Receipt): Promise<Result<Verified>> {
  const found = await findImport(ports, workspace, receipt.import);
  if (!found.ok) return found;
  const record = found.value;
  const differences: Difference[] = [];
  const add = (what: Difference["what"], says: string): number => differences.push({ what, says });
  const { file, dialect, mapping, given, policy, ledger } = receipt;
  if (receiptDigest([file.digest, dialect, mapping, ...given, policy, ledger.root]) !== receipt.receipt) {
    add("receipt", "The receipt was changed after it was made: its parts do not give its digest.");
  }
  const [nowDigest, nowDialect, nowMapping, ...more] = receiptParts(record.settings);
  const bytes = await digestOfFile(ports, record.settings);
  const { name, since } = record.settings.source;
  if (file.name !== name) add("file", `The file was called ${name}.`);
  if (nowDigest !== file.digest) add("file", `The import is of another file: sha256:${nowDigest}.`);
  else if (bytes === null && since?.expiredAt === undefined) add("file", "The stored file is gone.");
  else if (bytes !== null && bytes !== storedDigest(record.settings))
    add("file", `The stored file was changed: its bytes give sha256:${bytes}.`);
  const compared = [
    ["dialect", dialect, nowDialect, "The file is read in another way"],
    ["mapping", mapping, nowMapping, "Columns go to other fields"],
    ["given", given, more.slice(0, -1), "Constants or corrected cells are others"],
    ["policy", policy, record.settings.policy, "The policy is another one"],
  ] as const;
  for (const [what, then, now, says] of compared) {
    const keys = differingKeys(then, now);
    if (keys !== null) add(what, `${says}${keys.length > 0 ? `: ${keys.join(", ")}` : ""}.`);
  }
  const erasedLines: number[] = [];
  const now = await ledgerOf(ports, record, (line) => erasedLines.push(line));
  for (const says of ledgerDifferences(ledger, now)) add("ledger", says);
  const isKnown = record.receipt === receiptOf(record.settings, { digest: now.root, tail: [] });
  if (differences.length === 0 && (!isKnown || record.receipt !== receipt.receipt)) {
    add("receipt", "The workspace has another receipt for this import than its own parts give.");
  }
  return accept({ differences, erasedLines, notes: sinceThen(record.settings) });
}

/** Whose rows were made blank is kept under the digest of what is left; whether that is what it was made into is asked then. */
const storedDigest = ({ source: { digest, key, since } }: ImportSettings): string =>
  since === undefined || (since.former === null && since.originalGone === undefined) ? digest : key;

function sinceThen({ source: { since }, historyExpired }: ImportSettings): readonly string[] {
  const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const history =
    historyExpired && `What lines changed is not kept since ${dayOf(historyExpired.at)}; their outcomes are.`;
  const told = history === undefined ? [] : [history];
  if (since === undefined) return told;
  const day = since.expiredAt === undefined ? "" : dayOf(since.expiredAt);
  return [
    ...told,
    ...(since.rows > 0 ? [`Rows of erased people are blank in the stored file: ${since.rows}.`] : []),
    ...(since.originalGone ? ["Of the file as it was given only the rows are kept."] : []),
    ...(day === "" ? [] : [`The stored file was removed on ${day}, when its time was over.`]),
  ];
}

async function ledgerOf(
  ports: Ports,
  record: ImportRecord,
  onErased: (line: number) => void = () => undefined,
): Promise<Receipt["ledger"]> {
  const digest = new ErasedDigest(await ports.store.erasures.blocks(record.ref));
  let tally = EMPTY_TALLY;
  for await (const page of ledgerPages(ports, record, { outcome: null, problem: null })) {
    for (const line of page) {
      digest.add(line);
      if (line.erased) onErased(line.line);
    }
    tally = addToTally(tally, page);
  }
  const { blocks, root } = digest.end();
  const digests = blocks.map(({ lastLine, digest: of }): LedgerBlock => ({ lastLine, digest: of }));
  return { root, lines: linesIn(tally.outcomes), outcomes: tally.outcomes, blocks: digests };
}

function ledgerDifferences(then: Receipt["ledger"], now: Receipt["ledger"]): readonly string[] {
  // The digest of the receipt goes over the root alone.
  const counts = differingKeys({ ...then.outcomes, lines: then.lines }, { ...now.outcomes, lines: now.lines });
  if (then.root === now.root) return counts === null ? [] : [`The receipt counts other lines: ${counts.join(", ")}.`];
  const count = then.lines === now.lines ? [] : [`The ledger has ${now.lines} lines, the receipt ${then.lines}.`];
  const at = then.blocks.findIndex(({ digest }, block) => now.blocks[block]?.digest !== digest);
  if (at < 0) return count.length > 0 ? count : ["The ledger's lines are others."];
  const [before, block] = [then.blocks[at - 1]?.lastLine ?? 0, then.blocks[at]?.lastLine];
  return [...count, `The ledger's first difference is on lines ${before + 1} to ${block}.`];
}

/** Null where both are the same; the keys that differ, where they are objects. */
function differingKeys(then: unknown, now: unknown): readonly string[] | null {
  // A way through JSON first: it drops what is undefined.
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
  const [a, b] = [plain(then), plain(now)];
  if (JSON.stringify(a) === JSON.stringify(b)) return null;
  if (!isObject(a) || !isObject(b)) return [];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Null where the file is not there any more. */
async function digestOfFile({ files }: Pick<Ports, "files">, { source }: ImportSettings): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    for await (const piece of files.read(source.original?.key ?? source.key)) hash.update(piece);
  } catch (error) {
    if (error instanceof StoreFault && error.code === "store_damaged") return null;
    throw error;
  }
  return hash.digest("hex");
}
