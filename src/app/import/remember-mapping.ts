/** Mappings that are worth keeping for the next file with the same headers: those that a person has named, or imported with. */

import { headerFingerprint } from "../../core/mapping/header-fingerprint.ts";
import type { MappedColumns } from "../../core/mapping/map-columns.ts";
import type { SavedMapping } from "../ports/mapping-store.ts";
import type { ImportRecord, Ports, Workspace } from "../ports.ts";
import { constantsOf, mappingOf } from "./import-parts.ts";

export type NamedMapping = Pick<MappedColumns, "mapping" | "constants"> & { readonly name: string };

type Keeping = Pick<Ports, "store" | "now">;

/** Under the name that somebody gives it, at once. */
export async function nameMapping(
  ports: Keeping,
  workspace: Workspace,
  { mapping, constants, name }: NamedMapping,
): Promise<void> {
  await save(ports, workspace.number, { mapping, constants, name });
}

/**
 * Of an import that starts: what was only planned may have been a try. What was found without a person is found again, perhaps
 * better by then.
 */
export async function rememberMapping(ports: Keeping, { ref, settings }: ImportRecord): Promise<void> {
  if (!settings.dialect.header) return;
  const mapping = mappingOf(settings);
  const constants = constantsOf(settings);
  if (constants.length === 0 && !mapping.some(({ foundBy }) => foundBy === "person")) return;
  await save(ports, ref.workspace, { mapping, constants, name: null });
}

const save = (
  ports: Keeping,
  workspace: number,
  { mapping, constants, name }: Pick<SavedMapping, "mapping" | "constants" | "name">,
): Promise<void> =>
  ports.store.mappings.save(workspace, {
    fingerprint: headerFingerprint(mapping.map(({ header }) => header)),
    ...{ name, mapping, usedAt: ports.now() },
    ...(constants === undefined ? {} : { constants }),
  });
