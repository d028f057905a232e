/** From a workspace's sources and its matrix to the fields that an import may not write, each with its owner. */
import type { AuthorityMatrix, AuthorityRow } from "./authority-matrix.ts";
import { FIELD_GROUPS, FIELDS_OF, type FieldGroup } from "./field-groups.ts";
import type { Source } from "./source.ts";

export type FieldOwner = {
  readonly group: FieldGroup;
  /** Names of the sources that own the group. */
  readonly sources: readonly string[];
};

export type AuthorityRules = {
  /** Off: nobody owns anything. */
  readonly authority: boolean;
  readonly authorityMatrix: AuthorityMatrix;
};

/** Groups that are not in the map are the import's to write. */
export function groupOwners(rules: AuthorityRules, sources: readonly Source[]): ReadonlyMap<FieldGroup, FieldOwner> {
  const owners = new Map<FieldGroup, FieldOwner>();
  if (!rules.authority || sources.length === 0) return owners;
  const rows = rowsFor(rules.authorityMatrix, sources);
  for (const group of FIELD_GROUPS) {
    const names = rows.flatMap(({ owns }) =>
      owns.filter((owned) => owned.group === group).flatMap(({ by, when }) => namesOf(sources, by, when)),
    );
    if (names.length > 0) owners.set(group, { group, sources: [...new Set(names)] });
  }
  return owners;
}

export function ownedFields(rules: AuthorityRules, sources: readonly Source[]): ReadonlyMap<string, FieldOwner> {
  return new Map(
    [...groupOwners(rules, sources)].flatMap(([group, owner]) =>
      FIELDS_OF[group].map((field) => [field, owner] as const),
    ),
  );
}

/** The row of exactly these kinds of sources; where there is none, all rows of some of them: the strictest word counts. */
function rowsFor(matrix: AuthorityMatrix, sources: readonly Source[]): readonly AuthorityRow[] {
  const kinds = new Set(sources.map(({ kind }) => kind));
  const within = matrix.filter((row) => row.sources.every((kind) => kinds.has(kind)));
  const exact = within.filter((row) => row.sources.length === kinds.size);
  return exact.length > 0 ? exact : within;
}

const namesOf = (
  sources: readonly Source[],
  kind: Source["kind"],
  when: Source["options"][number] | undefined,
): readonly string[] =>
  sources
    .filter((source) => source.kind === kind && (when === undefined || source.options.includes(when)))
    .map(({ name }) => name);
