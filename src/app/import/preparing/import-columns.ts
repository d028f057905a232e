/** What the columns of a file may be mapped to, and what that makes of the import: its lines are about one object, or about two. */
import type { Field } from "../../../core/contact/field.ts";
import { checkMapping } from "../../../core/mapping/check-mapping.ts";
import type { MappedColumns } from "../../../core/mapping/map-columns.ts";
import { builtinFieldsOf } from "../../../core/object/builtin-fields-of.ts";
import { MANY, type ObjectKind } from "../../../core/object/object-kind.ts";
import {
  jointFields,
  splitConstants,
  splitMapping,
  type TheirContacts,
} from "../../../core/opportunity/joint-fields.ts";
import type { EffectivePolicy } from "../../../core/policy/effective-policy.ts";
import { policyForObject, policyForTheirContacts } from "../../../core/policy/policy-for-object.ts";
import { presetFields } from "../../../core/policy/preset-fields.ts";
import { findPreset } from "../../../core/policy/presets.ts";
import type { Refusal } from "../../../core/problem/refusal.ts";
import type { Ports, Workspace } from "../../ports.ts";
import type { ImportSettings } from "../import-settings.ts";
import type { PolicyWish } from "./import-policy.ts";

/** What of the settings the columns decide. */
export type Parts = Pick<ImportSettings, "mapping" | "constants" | "fields" | "policy" | "second">;

export type ImportColumns = {
  /** As columns are mapped to them. */
  readonly fields: readonly Field[];
  readonly parts: (mapped: MappedColumns) => Parts;
};

export async function columnsOf(
  ports: Pick<Ports, "store">,
  workspace: Workspace,
  {
    policy,
    request,
  }: {
    readonly policy: EffectivePolicy;
    readonly request: Pick<PolicyWish, "object" | "preset" | "withOpportunities">;
  },
): Promise<ImportColumns> {
  // Contacts' fields are shown under the names that the preset has for them.
  const named = findPreset(request.preset ?? workspace.preset);
  const fieldsOf = async (object: ObjectKind): Promise<readonly Field[]> => [
    ...presetFields(object === "contact" ? named : null, builtinFieldsOf(object)),
    ...(await ports.store.fields.list(workspace.number, object)),
  ];
  const { object, withOpportunities = false } = request;
  if (object !== "opportunity" && !withOpportunities) {
    const fields = await fieldsOf(object);
    // The pipeline of a stage follows from the pipeline's name or id on the line: no column is this field.
    return {
      fields: fields.filter(({ key }) => object !== "stage" || key !== "pipeline"),
      parts: (mapped) => ({ ...mapped, fields, policy }),
    };
  }
  const contacts: TheirContacts = withOpportunities ? "made" : "found";
  const own = { contact: await fieldsOf("contact"), opportunity: await fieldsOf("opportunity") };
  const joint = jointFields(own.contact, own.opportunity, { contacts, policy });
  return {
    fields: joint.fields,
    parts: ({ mapping, constants }) => {
      const [columns, given] = [splitMapping(joint, mapping), splitConstants(joint, constants)];
      return {
        ...{ mapping: columns.contact, constants: given.contact, fields: own.contact },
        policy: policyForTheirContacts(policy),
        second: {
          ...{ object: "opportunity", contacts, mapping: columns.opportunity, constants: given.opportunity },
          ...{ fields: own.opportunity, policy: policyForObject(policy, "opportunity"), owner: null },
        },
      };
    },
  };
}

/** The first thing that stands in the way, or null. Columns that only refer to a contact need not be there. */
export function checkParts(parts: Parts, hasHeader: boolean, object: ObjectKind): Refusal | null {
  const { second } = parts;
  if (second === undefined) return checkMapping({ ...asChecked(parts), hasHeader, called: MANY[object] });
  const refusal = checkMapping({ ...second, hasHeader, called: MANY[second.object] });
  return refusal ?? (second.contacts === "made" ? checkMapping({ ...asChecked(parts), hasHeader }) : null);
}

const asChecked = ({ mapping, constants = [], policy, fields }: Parts) => ({ mapping, constants, policy, fields });

/**
 * Who is given as owner for the whole file owns what its lines are written to.
 *
 * @param isSaid false = nobody was named: it is whoever imports, who takes over contacts and no opportunities beside them
 */
export function withOwner(parts: Parts, owner: string | null, isSaid: boolean): Parts & Pick<ImportSettings, "owner"> {
  const { second } = parts;
  if (second === undefined) return { ...parts, owner };
  if (second.contacts === "found") return { ...parts, owner: null, second: { ...second, owner } };
  return { ...parts, owner, second: { ...second, owner: isSaid ? owner : null } };
}
