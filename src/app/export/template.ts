/**
 * The template of a workspace: a table whose headers map by themselves, with one example row that an import takes. Who
 * updates by record id gets a contact of the workspace as the example, because a made-up id belongs to nobody.
 */

import type { Field } from "../../core/contact/field.ts";
import { safeCell } from "../../core/contact/safe-cell.ts";
import { valueSettingsOf } from "../../core/contact/value-settings.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { fieldHeader } from "../../core/policy/field-header.ts";
import type { ImportMode, Policy } from "../../core/policy/policy.ts";
import type { Preset } from "../../core/policy/preset.ts";
import { muster } from "../../core/policy/presets/muster.ts";
import { findPreset, presetNamed } from "../../core/policy/presets.ts";
import { templateFields } from "../../core/policy/template-fields.ts";
import { accept, type Result, refuseNaming } from "../../core/problem/refusal.ts";
import { encodeId, ID_PREFIX } from "../../core/public-id.ts";
import { protectCell } from "../../core/tabular/rows/protect-cell.ts";
import type { ObjectRow, Ports, Workspace } from "../ports.ts";
import { loadFields } from "../view/contact-schema.ts";
import { objectRows } from "../view/object-rows.ts";
import { csvWriter } from "./csv-writer.ts";
import { exampleValue } from "./template-example.ts";

export type TemplateRequest = {
  /** What the file is of; absent = contacts. */
  readonly object?: ObjectKind;
  /** Null: create and update where the policy allows it, else the first mode that it does. */
  readonly mode: ImportMode | null;
  /** Null: the workspace's own. */
  readonly preset: string | null;
};

/** The header and the example row, its cells protected as in a CSV file; and the policy that the file is for. */
export type Template = { readonly rows: readonly [readonly string[], readonly string[]]; readonly policy: Policy };

export function templateCsv({ rows: [header, example], policy }: Template): string {
  const csv = csvWriter(policy);
  return csv.header(header) + csv.line(example);
}

export async function contactsTemplate(
  ports: Pick<Ports, "store">,
  workspace: Workspace,
  request: TemplateRequest,
): Promise<Result<Template>> {
  const asked = request.preset === null ? accept(findPreset(workspace.preset) ?? muster) : presetNamed(request.preset);
  if (!asked.ok) return asked;
  const preset = asked.value;
  const { object = "contact" } = request;
  const policy = request.preset === null ? workspace.policy : preset.policy;
  const mode = request.mode ?? (policy.modes.includes("both") ? "both" : (policy.modes[0] ?? "both"));
  if (!policy.modes.includes(mode)) {
    return refuseNaming(
      "mode_not_allowed",
      [mode],
      `The mode ${mode} is not allowed here; allowed: ${policy.modes.join(", ")}.`,
    );
  }
  const fields = templateColumns(preset, { mode, object }, await loadFields(ports, workspace, object));
  const known = mode === "update" ? await firstRow(ports, workspace, object) : null;
  const cells = fields.map((field) =>
    safeCell(
      field,
      valueSettingsOf(policy),
    )(known ? storedValue(known, { workspace, object }, field) : exampleValue(field)),
  );
  return accept({ rows: [fields.map((field) => protectCell(fieldHeader(preset, field))), cells], policy });
}

/** The preset's columns, then the workspace's own fields; of other objects than contacts all fields. */
function templateColumns(
  preset: Preset,
  { mode, object }: { readonly mode: ImportMode; readonly object: ObjectKind },
  fields: readonly Field[],
): readonly Field[] {
  if (object !== "contact") return fields.filter(({ key }) => mode === "update" || key !== "id");
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const own = fields.filter(({ builtin }) => !builtin);
  return [...templateFields(preset, mode).flatMap((key) => byKey.get(key) ?? []), ...own];
}

async function firstRow(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  object: ObjectKind,
): Promise<ObjectRow | null> {
  const [first] = await objectRows(store, object).list(workspace.number, {
    search: null,
    filters: [],
    after: 0,
    limit: 1,
  });
  return first ?? null;
}

const storedValue = (
  { number, values }: ObjectRow,
  { workspace, object }: { readonly workspace: Workspace; readonly object: ObjectKind },
  { key }: Field,
): string => (key === "id" ? encodeId(ID_PREFIX[object], workspace.idKey, number) : (values.get(key) ?? ""));
