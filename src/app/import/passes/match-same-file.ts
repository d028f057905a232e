/**
 * Rows that nothing identifies, when the file has been imported before: the same bytes on the same line are the contact
 * they became then. Without this, a person known by name alone would be created anew with every import of the file.
 */
import type { MatchDecision } from "../../../core/match/decide-match.ts";
import { BLANK, CLEAR, type DraftBatch, valueAt } from "../../../core/plan/draft.ts";
import { encodeId } from "../../../core/public-id.ts";
import type { BatchReader } from "../../ports.ts";
import type { CompiledImport } from "../compile-import.ts";
import type { BatchMatches } from "./match-batch.ts";

/** An earlier import of the same bytes, and what turns its number into its id. */
type EarlierImport = { readonly number: number; readonly idKey: number };

export async function matchSameFile(
  reader: BatchReader,
  compiled: CompiledImport,
  drafts: DraftBatch,
  { matches, before: earlier }: { readonly matches: BatchMatches; readonly before: EarlierImport | null },
): Promise<BatchMatches> {
  if (earlier === null) return matches;
  const rows = rowsWithoutKeys(compiled, drafts, matches.decisions);
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (first === undefined || last === undefined) return matches;
  const before = await reader.contactsOfLines(earlier.number, drafts.lines[first] ?? 0, drafts.lines[last] ?? 0);
  const wanted = rows.flatMap((row) => before.get(drafts.lines[row] ?? 0) ?? []);
  const found = await reader.loadContacts([...new Set(wanted)], compiled.shape);
  const value = encodeId("imp", earlier.idKey, earlier.number);
  const decisions = [...matches.decisions];
  for (const row of rows) {
    const contact = before.get(drafts.lines[row] ?? 0) ?? 0;
    if (found.has(contact)) decisions[row] = { kind: "match", contact, key: "same_line", value };
  }
  return { decisions, contacts: new Map([...matches.contacts, ...found]) };
}

function rowsWithoutKeys(
  { matchKeys }: CompiledImport,
  drafts: DraftBatch,
  decisions: readonly MatchDecision[],
): readonly number[] {
  let row = 0;
  const at = (slot: number): string => {
    const value = valueAt(drafts, slot, row);
    return value === CLEAR ? BLANK : value;
  };
  const rows: number[] = [];
  for (; row < drafts.count; row++) {
    if (decisions[row]?.kind === "new" && matchKeys.every(({ texts }) => texts(at).length === 0)) rows.push(row);
  }
  return rows;
}
