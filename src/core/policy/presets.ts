/** The presets that ship, the default first. */
import { accept, type Result, refuseNaming } from "../problem/refusal.ts";
import { shown } from "../problem/shown-text.ts";
import type { Preset } from "./preset.ts";
import { agencyCrm } from "./presets/agency-crm.ts";
import { muster } from "./presets/muster.ts";
import { prospecting } from "./presets/prospecting.ts";
import { receivables } from "./presets/receivables.ts";
import { simpleCrm } from "./presets/simple-crm.ts";

export const PRESETS: readonly Preset[] = [muster, receivables, simpleCrm, agencyCrm, prospecting];

export const findPreset = (id: string): Preset | null => PRESETS.find((preset) => preset.id === id) ?? null;

/** The preset somebody has asked for by its id. */
export function presetNamed(id: string): Result<Preset> {
  const preset = findPreset(id);
  if (preset) return accept(preset);
  const known = PRESETS.map((one) => one.id).join(", ");
  return refuseNaming("preset_unknown", [id], `There is no preset ${shown(id)}; there are ${known}.`);
}
