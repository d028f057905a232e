/** Reads JSON in pieces of a given size and gives back what tests compare. */
import { JsonReader } from "../../src/core/json/json-reader.ts";
import type { NamedRow } from "../../src/core/tabular/formats/named-row.ts";

export type ReadJson = {
  readonly rows: readonly {
    readonly line: number;
    readonly cells: readonly (readonly [string, string])[];
    readonly unread?: NamedRow["unread"];
  }[];
  readonly refusal: string | null;
  readonly notes: readonly string[];
};

export function readJson(
  file: string | Uint8Array,
  pieceBytes = Number.POSITIVE_INFINITY,
  sampleBytes?: number,
): ReadJson {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const reader = new JsonReader(sampleBytes);
  const found: ReturnType<JsonReader["push"]>[number][] = [];
  const step = Math.min(pieceBytes, Math.max(1, bytes.length));
  for (let at = 0; at < bytes.length; at += step) found.push(...reader.push(bytes.subarray(at, at + step)));
  found.push(...reader.end());
  const { refusal } = reader;
  return {
    rows: found.map(({ cells, ...row }) => ({ ...row, cells: [...cells] })),
    refusal: refusal === null ? null : `${refusal.code} ${refusal.line}: ${refusal.message}`,
    notes: reader.notes,
  };
}
