/** Another mapping, policy, dialect, tags or owner for an import that has not begun: it is prepared anew from what was asked and what is asked now. */
import { parseConstant } from "../../../core/mapping/constant.ts";
import { columnNamed, parseMappingOverride } from "../../../core/mapping/mapping-override.ts";
import type { Actor } from "../../../core/member/actor.ts";
import { accept, type Refusal, type Result, refuse, refuseWith } from "../../../core/problem/refusal.ts";
import type { ImportRecord, Ports, Workspace } from "../../ports.ts";
import { withLease } from "../import-lease.ts";
import { mappingOf } from "../import-parts.ts";
import type { ImportSettings } from "../import-settings.ts";
import type { ImportWish } from "../import-wish.ts";
import { convertSource } from "../preparing/convert-source.ts";
import { importPolicy } from "../preparing/import-policy.ts";
import { requestOf, wishIn } from "../preparing/import-request.ts";
import { settleImport } from "../preparing/prepare-import.ts";
import type { FileToRead } from "../preparing/read-source.ts";
import { giveUp } from "../preparing/receive-file.ts";
import { storedFixes } from "./fix-cells.ts";
import type { FixRequest } from "./fix-request.ts";
import { putSettings, waitsToRun } from "./put-settings.ts";

/** What is not given stays; `map` and `set` add to what was said, the last word on a column or a key counts. */
export type ImportChange = Partial<
  Pick<
    ImportWish,
    | "map"
    | "mapping"
    | "preset"
    | "mode"
    | "set"
    | "dialect"
    | "sheet"
    | "tags"
    | "owner"
    | "country"
    | "dateOrder"
    | "doNotTouch"
  >
>;

/** What is said anew of an import, all of it or nothing. */
export type AskedChange = {
  readonly change: ImportChange;
  /** Cells that are corrected; absent = none. */
  readonly fixes?: FixRequest | null;
  readonly actor: Actor;
};

/**
 * The import is then without a plan, unless cells alone were corrected and the other lines need not be planned anew. Where the
 * change cannot be, it stays as it was.
 * @param version that the change was made for; null = whichever it has
 */
export function changeImport(
  ports: Ports,
  workspace: Workspace,
  { ref, version }: Pick<ImportRecord, "ref"> & { readonly version: number | null },
  asked: AskedChange,
): Promise<Result<ImportRecord>> {
  return withLease(ports, ref, ["plan"], async (record, lease) => {
    // Taking the lease is a change of its own.
    if (version !== null && record.version !== version + 1)
      return refuseWith("version_conflict", `${record.id} has changed since it was read.`);
    const started = waitsToRun(record);
    if (started !== null) return started;
    const made = await settingsAnew(ports, workspace, { record, asked });
    if (!made.ok) return made;
    const { isAnew, ...anew } = made.value;
    return await putSettings(ports, lease, record, { ...anew, fixes: isAnew ? null : (asked.fixes ?? null) });
  });
}

const FIXED_AND_READ_ANEW: Refusal = {
  code: "arguments_invalid",
  message: "This corrects cells, and has the file read in another way, in which they are others.",
  fix: "Change first how the file is read, look at its lines, and then correct cells.",
};

/** `stored`: keys of files that were stored for them, and are held until they are used. */
type Made = {
  readonly settings: ImportSettings;
  readonly stored: readonly string[];
  /** False where cells alone were corrected. */
  readonly isAnew: boolean;
};

async function settingsAnew(
  ports: Ports,
  workspace: Workspace,
  { record, asked }: { readonly record: ImportRecord; readonly asked: AskedChange },
): Promise<Result<Made>> {
  const { change, fixes: request = null, actor } = asked;
  const before = record.settings;
  const wish = changedWish(before, change);
  const isReadAlike = areReadAlike(wishIn(before), wish);
  if (!isReadAlike && request !== null) return refuse(FIXED_AND_READ_ANEW);
  const fixes = request === null ? null : await storedFixes(ports, record, request);
  if (fixes !== null && !fixes.ok) return fixes;
  const corrected = fixes === null ? {} : { fixes: fixes.value };
  const stored = fixes === null ? [] : [fixes.value.key];
  if (Object.keys(change).length === 0) return accept({ settings: { ...before, ...corrected }, stored, isAnew: false });
  const file = isReadAlike
    ? accept({ source: before.source, converted: null, dialect: before.dialect })
    : await readAnew(ports, workspace, { settings: before, wish, actor });
  if (file.ok && file.value.converted !== null) stored.push(file.value.source.key);
  const settled = file.ok ? await settleImport(ports, workspace, file.value, requestOf(wish, actor)) : file;
  if (settled.ok) {
    const { settings } = settled.value;
    return accept({ settings: { ...settings, ...kept(before, isReadAlike), ...corrected }, stored, isAnew: true });
  }
  for (const key of stored) await giveUp(ports, key);
  return settled;
}

/**
 * Who made it, what he accepted and what new contacts are queued into does not change. Cells that were corrected are others where
 * the file is read in another way.
 */
const kept = ({ by, disclaimer, workflow, fixes }: ImportSettings, isReadAlike: boolean): Partial<ImportSettings> => ({
  by,
  ...(disclaimer === undefined ? {} : { disclaimer }),
  ...(workflow === undefined ? {} : { workflow }),
  ...(fixes === undefined || !isReadAlike ? {} : { fixes }),
});

function changedWish(settings: ImportSettings, { map, set, dialect, ...change }: ImportChange): ImportWish {
  const before = wishIn(settings);
  return {
    ...before,
    ...change,
    map: map === undefined ? before.map : lastWords(before.map, map, settings),
    set: { ...before.set, ...set },
    dialect: { ...before.dialect, ...dialect },
  };
}

/** What was said before, without what is said anew of the same column or constant. */
function lastWords(before: readonly string[], now: readonly string[], settings: ImportSettings): readonly string[] {
  const headers = mappingOf(settings).map(({ header }) => header);
  const about = (text: string): string => {
    const constant = parseConstant(text);
    if (constant !== null) return `=${constant.target}`;
    const override = parseMappingOverride(text);
    const column = override.ok ? columnNamed(override.value.column, headers) : override;
    return column.ok ? `#${column.value}` : text;
  };
  const anew = new Set(now.map(about));
  return [...before.filter((text) => !anew.has(about(text))), ...now];
}

const areReadAlike = (one: ImportWish, other: ImportWish): boolean =>
  JSON.stringify([one.dialect, one.sheet]) === JSON.stringify([other.dialect, other.sheet]);

/** The file, as it was given. */
async function readAnew(
  ports: Ports,
  workspace: Workspace,
  { settings, wish, actor }: { readonly settings: ImportSettings; readonly wish: ImportWish; readonly actor: Actor },
): Promise<Result<FileToRead>> {
  const policy = importPolicy(workspace, requestOf(wish, actor));
  if (!policy.ok) return policy;
  const { original, ...rest } = settings.source;
  const given = original === undefined ? rest : { ...rest, ...original };
  return convertSource(ports, given, { policy: policy.value, sheet: wish.sheet });
}
