/** The fields that a preset's template has columns for, in order. */
import type { ImportMode } from "./policy.ts";
import type { Preset } from "./preset.ts";

/** Who updates by record id finds it in the first column. */
export function templateFields(preset: Preset, mode: ImportMode): readonly string[] {
  const { match, matchUpdate } = preset.policy;
  const keys = matchUpdate.length > 0 ? matchUpdate : match;
  return mode === "update" && keys.includes("id") ? ["id", ...preset.templateFields] : preset.templateFields;
}
