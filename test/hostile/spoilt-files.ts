/** Real files, spoilt at random: cut, changed, repeated, put together. Whatever becomes of them, they are read or refused. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readFormat } from "../support/read-format.ts";
import { xlsxOf } from "../support/workbook-of.ts";
import { zipOf } from "../support/zip-of.ts";

/** Milliseconds after which a file of a few kilobytes counts as one that hangs the reader. */
const HANGS_MS = 20_000;

export type Spoilt = { readonly files: number; readonly read: number; readonly faults: readonly string[] };

/** Tries `count` files; each fault names the seed with which it comes again. */
export async function spoilFiles(count: number, seed: number): Promise<Spoilt> {
  const whole = await wholeFiles();
  const faults: string[] = [];
  let read = 0;
  for (let at = 0; at < count; at++) {
    const random = numbersFrom(seed + at);
    const pick = (): readonly [string, Uint8Array] => whole[random(whole.length)] ?? ["", new Uint8Array()];
    const [name, file] = pick();
    const spoilt = HOW[random(HOW.length)]?.(file, random, pick()[1]) ?? file;
    const begin = Date.now();
    try {
      if ((await readFormat(spoilt)).ok) read++;
      if (Date.now() - begin > HANGS_MS) faults.push(`${name}, seed ${seed + at}: took ${Date.now() - begin} ms`);
    } catch (error) {
      faults.push(`${name}, seed ${seed + at}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  return { files: count, read, faults };
}

type Random = (below: number) => number;
type Spoil = (file: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const cut: Spoil = (file, random) => file.subarray(0, random(file.length + 1));
const changed: Spoil = (file, random) => {
  const bytes = Uint8Array.from(file);
  for (let left = 1 + random(8); left > 0; left--) bytes[random(bytes.length)] = random(256);
  return bytes;
};
const without: Spoil = (file, random) => {
  const from = random(file.length);
  return Buffer.concat([file.subarray(0, from), file.subarray(from + 1 + random(64))]);
};
const repeated: Spoil = (file, random) => {
  const from = random(file.length);
  const piece = file.subarray(from, from + 1 + random(500));
  return Buffer.concat([file.subarray(0, from), ...Array(1 + random(20)).fill(piece), file.subarray(from)]);
};
const spliced: Spoil = (file, random, other) =>
  Buffer.concat([file.subarray(0, random(file.length)), other.subarray(random(other.length))]);
const marked: Spoil = (file, random) => {
  const at = random(file.length);
  const mark = ['"', "'", "\n", "\r", "\0", "\ufeff", "\\", ",", ";", "\t", '""', "=1"][random(12)] ?? "";
  return Buffer.concat([file.subarray(0, at), Buffer.from(mark), file.subarray(at)]);
};
const HOW: readonly Spoil[] = [cut, changed, without, repeated, spliced, marked];

async function wholeFiles(): Promise<readonly (readonly [name: string, file: Uint8Array])[]> {
  const folders = ["../../examples/", "../corpus/csv/"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const named = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(csv|vcf|ldif)$/.test(name))
      .map((name) => [name, readFileSync(folder + name)] as const),
  );
  const rows = [
    ["email", "name"],
    ["ann@example.com", "Ann"],
    ["bob@example.com", "Bob"],
  ];
  const row = (cells: readonly string[], at: number): string =>
    `<row r="${at + 1}">${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;
  return [
    ...named,
    ["people.xlsx", await xlsxOf({ sheets: rows.map(row).join("") })],
    ["people.zip", await zipOf({ "a.csv": "email,name\nann@example.com,Ann\n" })],
    [
      "people.json",
      Buffer.from('[{"email":"ann@example.com","tags":["a","b"],"n":1.50},{"email":"bob@example.com","x":{"y":null}}]'),
    ],
    ["people.ndjson", Buffer.from('{"email":"ann@example.com"}\n{"email":"bob@example.com","name":"Bob"}\n')],
  ];
}

/** mulberry32, so that a fault can be made again. */
function numbersFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return below <= 0 ? 0 : ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
