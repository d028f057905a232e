/**
 * Stored files without the rows of erased people. A file is written anew, under the digest of what is left, instead of being
 * overwritten in place: whoever reads it goes on reading what was there, a crash leaves one file or the other, an upload of
 * the same bytes is stored anew, and another workspace that was given the same file keeps its own.
 */
import type { ColumnMapping } from "../../core/mapping/column-mapping.ts";
import { type FixEntry, readFixes, writeFixes } from "../import/changing/cell-fixes.ts";
import { withColumns } from "../import/import-parts.ts";
import type { ImportSettings, StoredFixes } from "../import/import-settings.ts";
import type { Ports } from "../ports.ts";
import type { ImportPlaces } from "./erased-places.ts";
import { type ErasedExtent, erasedExtent, withErased } from "./row-extents.ts";

export type ErasedFiles = {
  /** By number of the import. */
  readonly settings: ReadonlyMap<number, ImportSettings>;
  readonly cells: ReadonlySet<string>;
  /** Stored files that were written, and those in whose place they are. */
  readonly made: readonly string[];
  readonly drops: readonly string[];
};

/** What was made is held until an import uses it. */
export async function eraseFromFiles(ports: Ports, places: readonly ImportPlaces[]): Promise<ErasedFiles> {
  const cells = new Set<string>();
  const made: string[] = [];
  const drops = new Set<string>();
  const settings = new Map<number, ImportSettings>();
  for (const ofFile of Map.groupBy(places, ({ record }) => record.settings.source.key).values()) {
    const source = await eraseRows(ports, ofFile, cells);
    for (const { record, plan } of ofFile) {
      const before = record.settings;
      const fixes = before.fixes === undefined ? undefined : await eraseFixes(ports, before.fixes, new Set(plan));
      const now = { ...before, ...(source && { source: sourceOf(before.source, source) }), ...(fixes && { fixes }) };
      settings.set(record.ref.import, now);
      for (const [was, is] of [
        [before.source.key, now.source.key],
        [before.fixes?.key, now.fixes?.key],
        [before.source.original?.key, now.source.original?.key],
      ]) {
        if (was === is) continue;
        if (was !== undefined) drops.add(was);
        if (is !== undefined) made.push(is);
      }
    }
  }
  return { settings: withoutSamples(settings, cells), cells, made, drops: [...drops] };
}

type Rewritten = { readonly key: string; readonly rows: number };

/** Null where no row of it is theirs, or it is gone. Imports of one file share its rows. */
async function eraseRows(ports: Ports, places: readonly ImportPlaces[], cells: Set<string>): Promise<Rewritten | null> {
  const extents = new Map<number, ErasedExtent>();
  for (const { record, rows, hasFile } of places) {
    for (const row of hasFile ? rows : []) {
      if (extents.has(row.offset)) continue;
      const extent = await erasedExtent(ports.files, record.settings, row);
      if (extent === null) continue;
      extents.set(row.offset, extent);
      for (const cell of extent.cells) if (cell.trim() !== "") cells.add(cell.trim());
    }
  }
  const [first] = places;
  if (first === undefined || extents.size === 0) return null;
  const { key } = first.record.settings.source;
  const stored = await ports.files.put(withErased(ports.files, key, [...extents.values()]), null);
  return stored.ok ? { key: stored.value.key, rows: extents.size } : null;
}

/** Of a workbook or an archive single rows cannot be taken out: it goes, and the rows that were made of it stay. */
function sourceOf(
  { original, ...source }: ImportSettings["source"],
  { key, rows }: Rewritten,
): ImportSettings["source"] {
  const { since } = source;
  const gone = original !== undefined || since?.originalGone === true;
  return {
    ...{ ...source, key },
    since: {
      former: since?.former ?? source.key,
      rows: (since?.rows ?? 0) + rows,
      ...(gone ? { originalGone: true as const } : {}),
    },
  };
}

/** Undefined where no cell of these lines was corrected. */
async function eraseFixes(
  ports: Ports,
  fixes: StoredFixes,
  lines: ReadonlySet<number>,
): Promise<StoredFixes | undefined> {
  if (!(await ports.files.has(fixes.key))) return undefined;
  let left = 0;
  async function* others(): AsyncGenerator<FixEntry> {
    for await (const entry of readFixes(ports.files, fixes.key)) {
      if ("cell" in entry && lines.has(entry.cell.line)) continue;
      if ("cell" in entry) left++;
      yield entry;
    }
  }
  const stored = await ports.files.put(writeFixes(others()), null);
  if (!stored.ok) return undefined;
  if (stored.value.key === fixes.key) {
    await ports.files.letGo(fixes.key);
    return undefined;
  }
  return { key: stored.value.key, rules: fixes.rules, cells: left, former: fixes.former ?? fixes.key };
}

/** What columns hold is shown by samples, which are cells of the file. */
function withoutSamples(
  all: ReadonlyMap<number, ImportSettings>,
  cells: ReadonlySet<string>,
): ReadonlyMap<number, ImportSettings> {
  const shown = (column: ColumnMapping): ColumnMapping => ({
    ...column,
    samples: column.samples.filter((sample) => !cells.has(sample.trim())),
  });
  return new Map([...all].map(([number, settings]) => [number, withColumns(settings, shown)]));
}
