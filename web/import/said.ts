/**
 * What a person has said about a file so far. It stands in the address of the step, so that a reload, another device and the way
 * back lose nothing of it.
 */
import type { ImportMode } from "../../src/core/policy/policy.ts";

export type Said = {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly header?: boolean;
  readonly sheet?: string;
  readonly object?: string;
  readonly mode?: ImportMode;
  /** Name of a saved mapping. */
  readonly mapping?: string;
  readonly saveMapping?: string;
  /** By the column's position, from 1: a field, `keep`, `custom:Name`, or `""` = left out. */
  readonly map?: Readonly<Record<string, string>>;
  /** Policy keys for this import alone. */
  readonly set?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  readonly owner?: string;
  readonly workflow?: string;
  readonly country?: string;
  readonly dateOrder?: "MDY" | "DMY" | "YMD" | "none";
  readonly dnt?: boolean;
  readonly overrideOwners?: boolean;
  readonly acceptUnmapped?: boolean;
};

type Search = Readonly<Record<string, unknown>>;

const TEXTS = ["encoding", "delimiter", "sheet", "object", "mapping", "saveMapping", "owner", "workflow", "country"];
const FLAGS = ["header", "dnt", "overrideOwners", "acceptUnmapped"];
const RECORDS = ["map", "set"];
const WORDS: Readonly<Record<string, readonly string[]>> = {
  mode: ["create", "update", "both"],
  dateOrder: ["MDY", "DMY", "YMD", "none"],
};

/** Of an address, in which anything may stand. */
export const saidIn = (search: Search): Said =>
  Object.fromEntries(Object.entries(search).flatMap(([name, value]) => entryOf(name, value)));

function entryOf(name: string, value: unknown): readonly (readonly [string, unknown])[] {
  // A tab, or a sheet called 2024, is read from the address as something else than text.
  if (TEXTS.includes(name) && (typeof value === "string" || typeof value === "number")) return [[name, String(value)]];
  if (FLAGS.includes(name) && typeof value === "boolean") return [[name, value]];
  if (typeof value === "string" && WORDS[name]?.includes(value)) return [[name, value]];
  if (name === "tags" && Array.isArray(value)) return [[name, value.map(String)]];
  if (RECORDS.includes(name) && typeof value === "object" && value !== null && !Array.isArray(value))
    return [[name, Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]))]];
  return [];
}

/** As the API takes it. */
export function optionsOf({ map, set, tags, ...rest }: Said) {
  return {
    ...rest,
    ...(map === undefined ? {} : { map: Object.entries(map).map(([column, target]) => `#${column}=${target}`) }),
    ...(set === undefined ? {} : { set: Object.entries(set).map(([key, value]) => `${key}=${value}`) }),
    ...(tags === undefined ? {} : { tags: [...tags] }),
  };
}

/** The same with something said anew; undefined = taken back. */
export function saidAnew(said: Said, change: { readonly [K in keyof Said]?: Said[K] | undefined }): Said {
  const next = Object.entries({ ...said, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(next);
}

/** An import that only updates makes no duplicates: that word goes with the mode it was said in. */
export function saidMode(said: Said, mode: ImportMode): Said {
  const { onMatch, ...set } = said.set ?? {};
  return saidAnew(said, mode === "update" && onMatch === "duplicate" ? { mode, set } : { mode });
}
