/** Reads cards in pieces of a given size and gives back what tests compare. */
import { CardReader } from "../../src/core/vcard/card-reader.ts";

export type ReadCards = {
  readonly rows: readonly { readonly line: number; readonly cells: Readonly<Record<string, string>> }[];
  readonly refusal: string | null;
  readonly notes: readonly string[];
};

export function readCards(
  file: string | Uint8Array,
  pieceBytes = Number.POSITIVE_INFINITY,
  sampleBytes?: number,
): ReadCards {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const reader = new CardReader(sampleBytes);
  const rows: { line: number; cells: Record<string, string> }[] = [];
  const take = (found: ReturnType<CardReader["push"]>): void => {
    for (const { line, cells } of found) rows.push({ line, cells: Object.fromEntries(cells) });
  };
  const step = Math.min(pieceBytes, Math.max(1, bytes.length));
  for (let at = 0; at < bytes.length; at += step) take(reader.push(bytes.subarray(at, at + step)));
  take(reader.end());
  const { refusal } = reader;
  return { rows, refusal: refusal === null ? null : `${refusal.code} ${refusal.line}`, notes: reader.notes };
}

/** The cells of a card with these lines in it. */
export function cellsOf(...lines: readonly string[]): Readonly<Record<string, string>> {
  const { rows } = readCards(["BEGIN:VCARD", ...lines, "END:VCARD", ""].join("\r\n"));
  return rows[0]?.cells ?? {};
}
