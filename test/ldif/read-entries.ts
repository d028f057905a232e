/** Reads LDIF in pieces of a given size and gives back what tests compare. */
import { EntryReader } from "../../src/core/ldif/entry-reader.ts";
import type { NamedRow } from "../../src/core/tabular/formats/named-row.ts";

export type ReadEntries = {
  readonly rows: readonly (Omit<NamedRow, "cells"> & { readonly cells: Readonly<Record<string, string>> })[];
  readonly refusal: string | null;
  readonly notes: readonly string[];
};

export function readEntries(
  file: string | Uint8Array,
  pieceBytes = Number.POSITIVE_INFINITY,
  sampleBytes?: number,
): ReadEntries {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const reader = new EntryReader(sampleBytes);
  const found: NamedRow[] = [];
  const step = Math.min(pieceBytes, Math.max(1, bytes.length));
  for (let at = 0; at < bytes.length; at += step) found.push(...reader.push(bytes.subarray(at, at + step)));
  found.push(...reader.end());
  const rows = found.map(({ cells, ...row }) => ({ ...row, cells: Object.fromEntries(cells) }));
  const { refusal } = reader;
  return { rows, refusal: refusal === null ? null : `${refusal.code} ${refusal.line}`, notes: reader.notes };
}

/** The cells of a person with these lines. */
export function cellsOf(...lines: readonly string[]): Readonly<Record<string, string>> {
  const { dn, ...cells } = readEntries(["dn: cn=x", ...lines, ""].join("\r\n")).rows[0]?.cells ?? {};
  return cells;
}
