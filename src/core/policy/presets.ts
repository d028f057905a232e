/** The presets that ship, the default first. */
import type { Preset } from "./preset.ts";
import { agencyCrm } from "./presets/agency-crm.ts";
import { muster } from "./presets/muster.ts";
import { prospecting } from "./presets/prospecting.ts";
import { receivables } from "./presets/receivables.ts";
import { simpleCrm } from "./presets/simple-crm.ts";

export const PRESETS: readonly Preset[] = [muster, receivables, simpleCrm, agencyCrm, prospecting];

export const findPreset = (id: string): Preset | null => PRESETS.find((preset) => preset.id === id) ?? null;
