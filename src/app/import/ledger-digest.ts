/** The digest of a ledger: a chain over its lines, so that it can be carried from batch to batch and checked again later. */
import { hash } from "node:crypto";
import type { LedgerLine, SecondPart } from "../../core/plan/outcome.ts";
import { DIGEST_LINES } from "../limits.ts";
import type { ImportSettings } from "./import-settings.ts";

/** `tail`: texts of the lines that do not fill a block yet. */
export type LedgerDigest = { readonly digest: string; readonly tail: readonly string[] };

export const EMPTY_DIGEST: LedgerDigest = { digest: "", tail: [] };

/** The result depends on the lines only, not on how they came in batches. */
export function addToDigest(before: LedgerDigest, lines: readonly LedgerLine[]): LedgerDigest {
  let { digest } = before;
  let tail = [...before.tail];
  for (const line of lines) {
    tail.push(lineText(line));
    if (tail.length < DIGEST_LINES) continue;
    digest = chained(digest, tail);
    tail = [];
  }
  return { digest, tail };
}

/** The digest of all lines. */
const ledgerRoot = ({ digest, tail }: LedgerDigest): string => (tail.length > 0 ? chained(digest, tail) : digest);

/** `sha256:…` over the file, how it was read and mapped, under which policy, and what became of every line. */
export const receiptOf = (settings: ImportSettings, ledger: LedgerDigest): string =>
  receiptDigest([...receiptParts(settings), ledgerRoot(ledger)]);

/** `parts`: plain data, the same after a way through JSON. */
export const receiptDigest = (parts: readonly unknown[]): string => `sha256:${hash("sha256", JSON.stringify(parts))}`;

/** Of the settings, what decides what an import did: the file, how it is read, mapped and corrected, and the policy. */
export function receiptParts({ source, dialect, mapping, constants = [], policy, fixes, second }: ImportSettings) {
  const targetsOf = (columns: ImportSettings["mapping"]) =>
    columns.map(({ column, target, values }) => ({ column, target, values }));
  const targets = targetsOf(mapping);
  const besides = second === undefined ? [] : [targetsOf(second.mapping), second.constants, second.policy];
  const given = [
    ...(constants.length > 0 ? [constants] : []),
    ...(fixes === undefined ? [] : [fixes.former ?? fixes.key]),
    ...besides,
  ];
  return [source.digest, dialect, targets, ...given, policy] as const;
}

export const chained = (digest: string, lines: readonly string[]): string =>
  hash("sha256", `${digest}\n${lines.join("\n")}`);

export function lineText({ line, outcome, contact, match, problems, changes, second }: LedgerLine): string {
  const text = `${line} ${outcome} ${contact ?? ""} ${match === null ? "" : `${match.key}=${match.value}`}`;
  if (second !== undefined) return `${text} ${JSON.stringify([problems, changes, ...secondParts(second)])}`;
  if (problems.length === 0 && changes === null) return text;
  return `${text} ${JSON.stringify([problems, changes])}`;
}

const secondParts = ({ number, outcome, contact, match, changes }: SecondPart) => [
  ...[number, outcome, contact, changes],
  match === null ? null : [match.key, match.value],
];
