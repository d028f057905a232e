/** How columns were mapped, by the headers of the files they were mapped in. */
import type { MappingStore, SavedMapping } from "../../../app/ports/mapping-store.ts";
import { asSavedMapping, mappingText } from "../../workspace/saved-mapping.ts";
import type { Database } from "../database.ts";

const MAPPING_COLUMNS = "fingerprint, name, mapping, used_at";

export class PostgresMappings implements MappingStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async byFingerprint(workspace: number, fingerprint: string): Promise<SavedMapping | null> {
    return this.#find("fingerprint = $2", workspace, fingerprint);
  }

  async byName(workspace: number, name: string): Promise<SavedMapping | null> {
    return this.#find("name = $2 order by used_at desc limit 1", workspace, name);
  }

  async save(workspace: number, mapping: SavedMapping): Promise<void> {
    await this.#database.write(
      workspace,
      `insert into saved_mapping (workspace_id, fingerprint, name, mapping, used_at) values ($1, $2, $3, $4, $5)
       on conflict (workspace_id, fingerprint) do update
       set name = coalesce(excluded.name, saved_mapping.name), mapping = excluded.mapping, used_at = excluded.used_at`,
      ...[workspace, mapping.fingerprint, mapping.name, mappingText(mapping), mapping.usedAt],
    );
  }

  async list(workspace: number): Promise<readonly SavedMapping[]> {
    const rows = await this.#database.all(
      `select ${MAPPING_COLUMNS} from saved_mapping where workspace_id = $1 order by used_at desc, fingerprint`,
      workspace,
    );
    return rows.map(asSavedMapping);
  }

  async remove(workspace: number, fingerprint: string): Promise<void> {
    await this.#database.write(
      workspace,
      "delete from saved_mapping where workspace_id = $1 and fingerprint = $2",
      ...[workspace, fingerprint],
    );
  }

  async #find(where: string, workspace: number, value: string): Promise<SavedMapping | null> {
    const row = await this.#database.get(
      `select ${MAPPING_COLUMNS} from saved_mapping where workspace_id = $1 and ${where}`,
      ...[workspace, value],
    );
    return row ? asSavedMapping(row) : null;
  }
}
