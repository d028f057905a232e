/** The same file scanned whole and in halves, so that a test can compare what comes out. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportSettings } from "../../src/app/import/import-settings.ts";
import type { ScanAnswer } from "../../src/app/ports.ts";
import type { Refusal, Result } from "../../src/core/problem/refusal.ts";
import { accept } from "../../src/core/problem/refusal.ts";
import { directDrafts } from "../../src/source/direct-drafts.ts";
import type { DuplicateFinder } from "../../src/source/duplicate-finder.ts";
import { type PartScanner, scanHalves } from "../../src/source/scan-halves.ts";
import { scanPart } from "../../src/source/scan-part.ts";
import { MemoryFiles } from "../property/memory-files.ts";
import { accepted, testWorkspace } from "../support/workspace.ts";

/** What a reading thread does, in this one. */
class ScannerHere implements PartScanner {
  readonly #files: MemoryFiles;
  readonly #scratch: string;
  #finder: DuplicateFinder | null = null;

  constructor(files: MemoryFiles, scratch: string) {
    this.#files = files;
    this.#scratch = scratch;
  }

  async scan(...[settings, part]: Parameters<PartScanner["scan"]>): ReturnType<PartScanner["scan"]> {
    const files = {
      read: this.#files.read.bind(this.#files),
      slice: this.#files.slice.bind(this.#files),
      scratch: this.#scratch,
    };
    const scanned = await scanPart(files, settings, { part, batchRows: 10 });
    if (!scanned.ok) return scanned;
    this.#finder = scanned.value.finder;
    return accept(scanned.value.found);
  }

  async *duplicates(...[beside]: Parameters<PartScanner["duplicates"]>): ReturnType<PartScanner["duplicates"]> {
    yield* this.#finder!.candidates(beside);
    await this.#finder!.close();
  }
}

/** Filters are as many as the scan had parts: what they are asked is whether a key repeats. */
export type Told = Refusal | (Omit<ScanAnswer, "duplicates" | "keys"> & { readonly duplicates: readonly string[] });

export async function tell(scanned: Result<ScanAnswer>): Promise<Told> {
  if (!scanned.ok) return scanned.refusal;
  const { duplicates, keys: _, ...answer } = scanned.value;
  const found: Found[] = [];
  for await (const piece of duplicates ?? []) {
    for (let at = 0; at < piece.length; at += 3) {
      const [match = 0, hash = 0, line = 0] = piece.subarray(at, at + 3);
      found.push({ key: `${match} ${hash}`, line });
    }
  }
  return { ...answer, duplicates: settled(found) };
}

type Found = { readonly key: string; readonly line: number };

/** Candidates may be too many: only those count that share a key with another line. */
function settled(found: readonly Found[]): readonly string[] {
  const lines = Map.groupBy(found, ({ key }) => key);
  const isShared = ({ key }: Found) => new Set(lines.get(key)!.map(({ line }) => line)).size > 1;
  return [...new Set(found.filter(isShared).map(({ key, line }) => `line ${line}, key ${key}`))];
}

export class TwoScans {
  readonly #settings: ImportSettings;
  readonly #folder = mkdtempSync(join(tmpdir(), "muster-scan-"));
  readonly #files = new MemoryFiles(50, this.#folder);

  constructor(settings: ImportSettings) {
    this.#settings = settings;
  }

  async whole(text: string | Uint8Array, dialect: Partial<ImportSettings["dialect"]> = {}): Promise<Told> {
    const settings = this.#of(text, dialect);
    return tell(await directDrafts(this.#files, 1000).scan(settings));
  }

  /** Null where only a scan of the whole file can say. */
  async halves(
    text: string | Uint8Array,
    middle: number,
    dialect: Partial<ImportSettings["dialect"]> = {},
  ): Promise<Told | null> {
    const [first, second] = [new ScannerHere(this.#files, this.#folder), new ScannerHere(this.#files, this.#folder)];
    const scanned = await scanHalves(this.#of(text, dialect), middle, { first, second });
    return scanned && tell(scanned.ok ? accept(scanned.value.answer) : scanned);
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #of(text: string | Uint8Array, dialect: Partial<ImportSettings["dialect"]>): ImportSettings {
    const { dialect: usual } = this.#settings;
    return { ...this.#settings, source: this.#files.add(text), dialect: { ...usual, ...dialect } };
  }
}

export const COLUMNS = "Full Name,Email,Phone,Birthday,City";

/** Settings of an import of these columns. */
export async function settingsOf(header = COLUMNS): Promise<ImportSettings> {
  const workspace = await testWorkspace();
  const row = header.replace(/[^,]+/g, "x").replace("x,x", "Ann,ann@example.com");
  const { settings } = accepted(await workspace.prepare(`${header}\n${row}\n`));
  await workspace.close();
  return settings;
}

/** Offsets of all lines but the first. */
export function linesOf(text: string | Uint8Array): readonly number[] {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return [...bytes.entries()].flatMap(([at, byte]) => (byte === 10 ? [at + 1] : []));
}
