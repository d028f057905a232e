/** The members that the rows of an import may name, as they are when it is planned or run. */
import type { FieldType } from "../../../core/contact/field.ts";
import type { ImportRecord, Ports } from "../../ports.ts";
import type { ImportSettings, ReadingSettings } from "../import-settings.ts";

const MEMBER_TYPES: ReadonlySet<FieldType> = new Set(["owner", "owner_list", "manager_list"]);

/** Files that name nobody are read without them. */
export async function withMembers(
  { store }: Pick<Ports, "store">,
  { ref, settings }: Pick<ImportRecord, "ref" | "settings">,
): Promise<ReadingSettings> {
  return namesMembers(settings) ? { ...settings, members: await store.members.list(ref.workspace) } : settings;
}

function namesMembers({
  mapping,
  constants = [],
  fields,
}: Pick<ImportSettings, "mapping" | "constants" | "fields">): boolean {
  const named = new Set(constants.map(({ field }) => field));
  for (const { target } of mapping) if (target.to === "field") named.add(target.field);
  return fields.some(({ key, type }) => MEMBER_TYPES.has(type) && named.has(key));
}
