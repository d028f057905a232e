/** How columns were mapped, by the headers of the files they were mapped in. */
import type { MappingStore, SavedMapping } from "../../../app/ports/mapping-store.ts";
import { asSavedMapping, mappingText } from "../../workspace/saved-mapping.ts";
import type { Database } from "../database.ts";

export class SqliteMappings implements MappingStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async byFingerprint(workspace: number, fingerprint: string): Promise<SavedMapping | null> {
    return this.#find("fingerprint = ?", workspace, fingerprint);
  }

  async byName(workspace: number, name: string): Promise<SavedMapping | null> {
    return this.#find("name = ? order by used_at desc limit 1", workspace, name);
  }

  async save(workspace: number, mapping: SavedMapping): Promise<void> {
    await this.#database.write(
      `insert into saved_mapping (workspace_id, fingerprint, name, mapping, used_at) values (?, ?, ?, ?, ?)
       on conflict (workspace_id, fingerprint) do update
       set name = coalesce(excluded.name, name), mapping = excluded.mapping, used_at = excluded.used_at`,
      ...[workspace, mapping.fingerprint, mapping.name, mappingText(mapping), mapping.usedAt],
    );
  }

  async list(workspace: number): Promise<readonly SavedMapping[]> {
    return this.#database
      .all(
        `select ${MAPPING_COLUMNS} from saved_mapping where workspace_id = ? order by used_at desc, fingerprint`,
        workspace,
      )
      .map(asSavedMapping);
  }

  async remove(workspace: number, fingerprint: string): Promise<void> {
    await this.#database.write(
      "delete from saved_mapping where workspace_id = ? and fingerprint = ?",
      ...[workspace, fingerprint],
    );
  }

  #find(where: string, workspace: number, value: string): SavedMapping | null {
    const row = this.#database.get(
      `select ${MAPPING_COLUMNS} from saved_mapping where workspace_id = ? and ${where}`,
      ...[workspace, value],
    );
    return row ? asSavedMapping(row) : null;
  }
}

const MAPPING_COLUMNS = "fingerprint, name, mapping, used_at";
