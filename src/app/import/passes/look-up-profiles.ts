/**
 * Before an import is planned or run, the profiles of rows that are known by a profile's address alone are looked up and
 * kept, so that plan and run read the same answers, and a killed run does not ask again.
 */
import { profileRows } from "../../../core/enrichment/fill-drafts.ts";
import type { ColumnMapping } from "../../../core/mapping/column-mapping.ts";
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import { EMPTY_TALLY, linesIn } from "../../../core/plan/outcome.ts";
import type { EffectivePolicy } from "../../../core/policy/effective-policy.ts";
import { accept, type Result } from "../../../core/problem/refusal.ts";
import { NO_PROFILE_KEPT_MS, PROFILE_KEPT_MS } from "../../limits.ts";
import type { KnownProfile } from "../../ports/effect-ports.ts";
import type { ImportRecord, Pass, Ports } from "../../ports.ts";
import { compileImport } from "../compile-import.ts";
import type { OnProgress } from "./import-passes.ts";

/** `stopped`: the signal or a cancel came first. */
export type LookUpEnd = "finished" | "stopped";

/** Look-ups under way at the same time; how often the service may be asked is the service's own limit. */
const AT_ONCE = 4;

type LookUpOptions = {
  readonly pass: Pass;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: OnProgress | undefined;
};

export async function lookUpProfiles(
  ports: Ports,
  record: ImportRecord,
  { pass, signal, onProgress }: LookUpOptions,
): Promise<Result<LookUpEnd>> {
  const { settings, progress, ref } = record;
  const source = ports.profiles;
  if (!settings.enriches || source === undefined) return accept("finished");
  const { drafts } = compileImport(settings);
  const from = pass === "run" && progress ? { offset: progress.offset, line: progress.line } : null;
  let lines = linesIn((from === null ? EMPTY_TALLY : (progress?.tally ?? EMPTY_TALLY)).outcomes);
  for await (const chunk of ports.drafts.drafts(settings, from, pass)) {
    if (!chunk.ok) return chunk;
    const urls = [...new Set(profileRows(drafts, chunk.drafts).values())];
    const known = await ports.store.profiles.find(ref.workspace, urls);
    const wanted = urls.filter((url) => !isFresh(known.get(url), ports.now()));
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      if (signal?.aborted || (await ports.store.imports.isCancelRequested(ref))) return accept("stopped");
      const found = await Promise.all(
        wanted.slice(at, at + AT_ONCE).map(async (url) => [url, await source.lookUp(url, signal)] as const),
      );
      const answered = new Map(found.map(([url, profile]) => [url, { ...profile, at: ports.now() }]));
      await ports.store.profiles.save(ref.workspace, answered);
      const done = lines + Math.floor((chunk.drafts.count * (at + found.length)) / wanted.length);
      onProgress?.({ pass: "look_up", lines: done, total: record.scan?.lines ?? 0, tally: EMPTY_TALLY });
    }
    lines += chunk.drafts.count;
  }
  return accept("finished");
}

/** One that failed is asked for again: the service may be up by now. */
function isFresh(profile: KnownProfile | undefined, now: number): boolean {
  if (profile === undefined || profile.state === "failed") return false;
  return now - profile.at < (profile.state === "found" ? PROFILE_KEPT_MS : NO_PROFILE_KEPT_MS);
}

/** Contacts that exist are not looked up: their own values would stay anyway. */
export const looksUpProfiles = (
  { profiles }: Pick<Ports, "profiles">,
  { enrichment, mode }: EffectivePolicy,
  { object, mapping }: { readonly object: ObjectKind; readonly mapping: readonly ColumnMapping[] },
): boolean =>
  profiles !== undefined &&
  object === "contact" &&
  enrichment &&
  mode !== "update" &&
  mapping.some(({ target }) => target.to === "field" && target.field === "linkedin_url");
