/** Fields with the labels that a preset's users know: what the refusals, reasons and messages of an import call them. */
import type { Field } from "../contact/field.ts";
import { fieldHeader } from "./field-header.ts";
import type { Preset } from "./preset.ts";

export const presetFields = (preset: Preset | null, fields: readonly Field[]): readonly Field[] =>
  preset === null
    ? fields
    : fields.map((field) => {
        if (!field.builtin) return field;
        const alsoCalled = preset.alsoCalled?.[field.key];
        const label = fieldHeader(preset, field);
        return alsoCalled === undefined ? { ...field, label } : { ...field, label, alsoCalled };
      });
