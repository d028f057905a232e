/** Another mapping, policy, dialect, tags or owner for an import that has not begun: it is prepared anew from what was asked and what is asked now. */
import { parseConstant } from "../../core/mapping/constant.ts";
import { columnNamed, parseMappingOverride } from "../../core/mapping/mapping-override.ts";
import type { Actor } from "../../core/member/actor.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import type { ImportRecord, Ports, Workspace } from "../ports.ts";
import { convertSource } from "./convert-source.ts";
import { correctedPlan } from "./corrected-plan.ts";
import { storeCorrected, storedFixes } from "./fix-cells.ts";
import type { FixRequest } from "./fix-request.ts";
import { changed, withLease } from "./import-lease.ts";
import { mappingOf } from "./import-parts.ts";
import { importPolicy } from "./import-policy.ts";
import { requestOf, wishIn } from "./import-request.ts";
import type { ImportSettings } from "./import-settings.ts";
import type { ImportWish } from "./import-wish.ts";
import { settleImport } from "./prepare-import.ts";
import type { FileToRead } from "./read-source.ts";
import { dropUnused, giveUp, usingFiles } from "./receive-file.ts";

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
    // What somebody has started is the plan that they saw.
    if (record.job?.wish.kind === "run") return refuseWith("import_busy", `${record.id} waits to be run.`);
    const before = record.settings;
    const made = await settingsAnew(ports, workspace, { record, asked });
    if (!made.ok) return made;
    const { settings, stored } = made.value;
    const { fixes: request = null, change } = asked;
    const { fixes } = settings;
    const isFix = request !== null && fixes !== undefined && Object.keys(change).length === 0;
    const corrected = isFix ? await correctedPlan(ports, record, { fixes, request }) : null;
    if (corrected === null) await ports.store.imports.clearPlan(ref);
    const after = await usingFiles(ports, { workspace: ref.workspace, keys: stored }, () =>
      corrected === null
        ? changed(ports, lease, ref, { state: "received", scan: null, planned: null, settings })
        : storeCorrected(ports, lease, { record, settings, corrected }),
    );
    if (!after.ok) {
      for (const key of stored) await giveUp(ports, key);
      return after;
    }
    if (corrected === null) await dropUnused(ports, before.source.key);
    if (before.fixes !== undefined) await dropUnused(ports, before.fixes.key);
    return after;
  });
}

/** `stored`: keys of files that were stored for them, and are held until they are used. */
type Made = { readonly settings: ImportSettings; readonly stored: readonly string[] };

async function settingsAnew(
  ports: Ports,
  workspace: Workspace,
  { record, asked }: { readonly record: ImportRecord; readonly asked: AskedChange },
): Promise<Result<Made>> {
  const { change, fixes: request = null, actor } = asked;
  const before = record.settings;
  const fixes = request === null ? null : await storedFixes(ports, record, request);
  if (fixes !== null && !fixes.ok) return fixes;
  const corrected = fixes === null ? {} : { fixes: fixes.value };
  const stored = fixes === null ? [] : [fixes.value.key];
  if (Object.keys(change).length === 0) return accept({ settings: { ...before, ...corrected }, stored });
  const wish = changedWish(before, change);
  const file = await fileOf(ports, workspace, { settings: before, wish, actor });
  if (file.ok && file.value.converted !== null) stored.push(file.value.source.key);
  const settled = file.ok ? await settleImport(ports, workspace, file.value, requestOf(wish, actor)) : file;
  if (settled.ok) return accept({ settings: { ...settled.value, ...kept(before), ...corrected }, stored });
  for (const key of stored) await giveUp(ports, key);
  return settled;
}

/** Who made it, what he accepted, what new contacts are queued into and which cells were corrected does not change. */
const kept = ({ by, disclaimer, workflow, fixes }: ImportSettings): Partial<ImportSettings> => ({
  by,
  ...(disclaimer === undefined ? {} : { disclaimer }),
  ...(workflow === undefined ? {} : { workflow }),
  ...(fixes === undefined ? {} : { fixes }),
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

/** The file is read again as it was given only where it is to be read in another way. */
async function fileOf(
  ports: Ports,
  workspace: Workspace,
  { settings, wish, actor }: { readonly settings: ImportSettings; readonly wish: ImportWish; readonly actor: Actor },
): Promise<Result<FileToRead>> {
  const { source, dialect } = settings;
  const before = wishIn(settings);
  const isReadAlike = JSON.stringify([before.dialect, before.sheet]) === JSON.stringify([wish.dialect, wish.sheet]);
  if (isReadAlike) return accept({ source, converted: null, dialect });
  const policy = importPolicy(workspace, requestOf(wish, actor));
  if (!policy.ok) return policy;
  const { original, ...rest } = source;
  const given = original === undefined ? rest : { ...rest, ...original };
  return convertSource(ports, given, { policy: policy.value, sheet: wish.sheet });
}
