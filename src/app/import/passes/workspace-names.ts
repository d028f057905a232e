/** What the rows of an import may name, as the workspace has it when the import is planned or run: its members, its tags. */
import type { FieldType } from "../../../core/contact/field.ts";
import type { ImportRecord, Ports } from "../../ports.ts";
import { sameFileImports, wholeTags } from "../../workspace/whole-tags.ts";
import type { ImportSettings, ReadingSettings } from "../import-settings.ts";

const MEMBER_TYPES: ReadonlySet<FieldType> = new Set(["owner", "owner_list", "manager_list"]);
const TAG_TYPES: ReadonlySet<FieldType> = new Set(["tags"]);

/** Files that name none are read without them. @param reader the import that reads the rows: its own, or one that continues it */
export async function withNames(
  { store }: Pick<Ports, "store">,
  { ref, settings }: Read,
  reader: Read = { ref, settings },
): Promise<ReadingSettings> {
  return {
    ...settings,
    ...(names(settings, MEMBER_TYPES) ? { members: await store.members.list(ref.workspace) } : {}),
    ...(names(settings, TAG_TYPES) ? { knownTags: await knownTags(store, reader) } : {}),
  };
}

type Read = Pick<ImportRecord, "ref" | "settings">;

/** Without those that the rows have brought themselves: an import that goes on, or comes again, reads as it has read before. */
async function knownTags(
  store: Ports["store"],
  { ref, settings: { policy, source } }: Read,
): Promise<readonly string[]> {
  const notBy = [ref.import, ...(await sameFileImports(store, ref, source.key))];
  return wholeTags(store, { workspace: ref.workspace, policy, notBy });
}

type Named = Pick<ImportSettings, "mapping" | "constants" | "fields">;

const names = (settings: ImportSettings, types: ReadonlySet<FieldType>): boolean =>
  [settings, settings.second].some((rows) => rows !== undefined && hasField(rows, types));

function hasField({ mapping, constants = [], fields }: Named, types: ReadonlySet<FieldType>): boolean {
  const named = new Set(constants.map(({ field }) => field));
  for (const { target } of mapping) if (target.to === "field") named.add(target.field);
  return fields.some(({ key, type }) => types.has(type) && named.has(key));
}
