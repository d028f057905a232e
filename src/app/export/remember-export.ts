/**
 * An export is to map by itself when it comes back. Most headers do; where one does not (a kept column called `Email`, a
 * tag column whose values look like something else), the mapping of these headers is remembered beforehand.
 */
import type { Field } from "../../core/contact/field.ts";
import type { ColumnMapping, ColumnTarget } from "../../core/mapping/column-mapping.ts";
import { headerFingerprint } from "../../core/mapping/header-fingerprint.ts";
import { proposeMapping } from "../../core/mapping/propose-mapping.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { effectivePolicy } from "../../core/policy/effective-policy.ts";
import { policyForObject } from "../../core/policy/policy-for-object.ts";
import type { ObjectRow, Ports, Workspace } from "../ports.ts";
import type { ExportColumn } from "./export-columns.ts";

type Exported = {
  /** Absent = contacts. */
  readonly object?: ObjectKind;
  readonly columns: readonly ExportColumn[];
  readonly fields: readonly Field[];
  /** The first contacts of the file. */
  readonly sample: readonly ObjectRow[];
};

export async function rememberExport(
  ports: Pick<Ports, "store" | "now">,
  workspace: Workspace,
  exported: Exported,
): Promise<void> {
  const { mappings } = ports.store;
  const fingerprint = headerFingerprint(exported.columns.map(({ header }) => header));
  const saved = await mappings.byFingerprint(workspace.number, fingerprint);
  // What a person has decided about these headers stays.
  if (saved !== null && (saved.name !== null || saved.mapping.some(({ foundBy }) => foundBy === "person"))) return;
  if (mapsByItself(workspace, exported, saved?.mapping ?? null)) return;
  const mapping = exported.columns.map(
    ({ header, target }, column): ColumnMapping => ({
      column,
      header,
      target,
      foundBy: "header",
      confidence: 1,
      reason: "as it was exported",
      samples: [],
    }),
  );
  await mappings.save(workspace.number, { fingerprint, name: null, mapping, usedAt: ports.now() });
}

/** Both with the values that the file has now and with none: rows may be sorted or taken out before it comes back. */
function mapsByItself(
  { policy }: Workspace,
  { object = "contact", columns, fields, sample }: Exported,
  saved: readonly ColumnMapping[] | null,
): boolean {
  const effective = effectivePolicy({
    policy: { ...policy, enabled: true },
    mode: policy.modes.includes("update") ? "update" : null,
    set: new Map(),
  });
  if (!effective.ok) return false;
  const headers = columns.map(({ header }) => header);
  const rows = sample.map((contact) => columns.map(({ cell }) => cell(contact)));
  return [rows, []].every((samples) => {
    const proposed = proposeMapping({
      headers,
      samples,
      fields,
      policy: policyForObject(effective.value, object),
      saved,
      overrides: [],
    });
    return proposed.ok && proposed.value.every(({ target }, at) => isSameTarget(target, columns[at]?.target));
  });
}

function isSameTarget(one: ColumnTarget, other: ColumnTarget | undefined): boolean {
  if (one.to === "field") return other?.to === "field" && other.field === one.field;
  if (one.to === "keep") return other?.to === "keep" && other.name === one.name;
  return other?.to === "ignore";
}
