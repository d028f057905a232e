/** Presets as programs read them. */
import type { Preset } from "../../core/policy/preset.ts";

export const presetJson = ({ id, name, says, labels, idHeader, templateFields, policy }: Preset) => ({
  ...{ id, name, says, labels, idHeader, templateFields, policy },
});
