/** One import whole, as programs read it: how its file was read and mapped, under which policy, and what became of it. */

import type { EffectivePolicy } from "../../core/policy/effective-policy.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { POLICY_KEY_NAMES } from "../../core/policy/policy-keys.ts";
import { findPreset } from "../../core/policy/presets.ts";
import { policyDifferences } from "../../core/policy/set-policy.ts";
import { catalogue, type ProblemCode } from "../../core/problem/catalogue.ts";
import { problemWords } from "../../core/problem/object-words.ts";
import type { Voice } from "../../core/problem/voice.ts";
import { dialectJson } from "../../core/tabular/dialect-json.ts";
import { codeAbout, mappingOf, policyOf } from "../import/import-parts.ts";
import { wishIn } from "../import/preparing/import-request.ts";
import type { ImportRecord } from "../ports.ts";
import { importJson, tallyOf } from "./import-json.ts";
import { readingJson } from "./reading-json.ts";

export type ImportDetail = ReturnType<typeof detailJson>;

/** @param voice absent = as it is said at a terminal */
export function detailJson(record: ImportRecord, voice?: Voice) {
  const { settings, scan, undo } = record;
  const { source, dialect, preset } = settings;
  const policy = policyOf(settings);
  const { problems, warnings, unwritten } = tallyOf(record);
  return {
    ...importJson(record, null, voice),
    /** Warnings whose lines are not written. */
    unwrittenWarnings: unwritten ?? { skipped: {}, failed: {} },
    /** Goes up with each change of it. */
    version: record.version,
    digest: `sha256:${source.digest}`,
    bytes: source.original?.bytes ?? source.bytes,
    dialect: dialectJson(dialect),
    evidence: scan?.says ?? [],
    ...readingJson(record),
    mapping: mappingOf(settings),
    preset,
    policy: policyJson(policy),
    differences: presetDifferences(policy, preset),
    tags: settings.tags,
    owner: settings.owner,
    disclaimer: settings.disclaimer
      ? { ...settings.disclaimer, at: new Date(settings.disclaimer.at).toISOString() }
      : null,
    country: settings.country,
    dateOrder: settings.dateOrder,
    /** Every contact of it is marked so. */
    doNotTouch: wishIn(settings).doNotTouch,
    explanations: Object.fromEntries(
      Object.keys({ ...problems, ...warnings }).map((code) => [
        code,
        {
          ...catalogue[code as ProblemCode],
          ...(voice?.words ?? problemWords)(code as ProblemCode, codeAbout(code as ProblemCode, settings)),
        },
      ]),
    ),
    undo: undo && {
      ...undo.tally,
      besides: undo.sides ?? null,
      line: undo.only,
      by: undo.by ?? null,
      at: undo.endedAt === undefined ? null : new Date(undo.endedAt).toISOString(),
    },
  };
}

const policyJson = (policy: EffectivePolicy): EffectivePolicy =>
  ({
    mode: policy.mode,
    ...Object.fromEntries(Object.entries(policy).filter(([key]) => isPolicyKey(key))),
  }) as EffectivePolicy;

const isPolicyKey = (key: string): boolean => (POLICY_KEY_NAMES as readonly string[]).includes(key);

/** Keys that the mode answers are no difference. */
function presetDifferences(policy: EffectivePolicy, preset: string) {
  const from = findPreset(preset)?.policy;
  if (!from) return [];
  // What an earlier version stored lacks the keys that came since.
  const to: Policy = {
    ...from,
    ...policy,
    matchUpdate: from.matchUpdate,
    onMatch: from.onMatch === "ask" ? "ask" : policy.onMatch,
    emptyCells: from.emptyCells === "ask" && policy.emptyCells === "keep" ? "ask" : policy.emptyCells,
  };
  return policyDifferences(from, to);
}
